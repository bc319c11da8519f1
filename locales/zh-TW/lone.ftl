### 一個人到府：隔一會兒問一聲還好嗎，沒回話就有人去看。

words-lone-well = 好著呢、我好著呢、我沒事、都好
words-lone-need = 需要人、來人、來個人
words-lone-end = 結束、結束了、我出來了
button-lone-start = 開始
button-lone-well = 好著呢
button-lone-need = 需要人
button-lone-end = 結束
button-lone-safe = 人沒事
lone-on = 我陪著您，{ TIME($at) } 問您一聲還好嗎。出來了點【結束】。
lone-ask = <b>還好嗎？</b>
lone-calling = 正在叫您的搭檔和社區的人。有危險請馬上離開，或者打 { $police }。
lone-coming = { $name }馬上聯絡您。
lone-over = 好，平安就好，辛苦您了。
lone-silent = 🔴 { $name }{ TIME($at) } 一個人去 { $place } 探望，問了兩遍沒回話。
lone-needs = 🔴 { $name }{ TIME($at) } 一個人去 { $place } 探望，說需要人。
lone-yours = <b>請先打電話給他，打不通就去看看。</b>
lone-well-told = { $name }平安，不用去了，謝謝您。
lone-coming-told = { $name }知道了，馬上聯絡您。
todo-lone = 🔴 { $place } 一個人到府的隊員沒回話，{ $at } 起
toast-lone-well = 好，過一會兒我再問。
toast-lone-need = 正在叫人。有危險先離開。
toast-lone-over = 好，平安就好。
no-lone-here = 這支隊沒有開這一項，放心去，有事發 /sos。
no-lone-over = 這次已經結束了，平安就好。
no-lone-well = 人已經回話了，沒事，謝謝您。
