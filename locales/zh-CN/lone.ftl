### 一个人上门：隔一会儿问一声还好吗，没回话就有人去看。

words-lone-well = 好着呢、我好着呢、我没事、都好
words-lone-need = 需要人、来人、来个人
words-lone-end = 结束、结束了、我出来了
button-lone-start = 开始
button-lone-well = 好着呢
button-lone-need = 需要人
button-lone-end = 结束
button-lone-safe = 人没事
lone-on = 我陪着您，{ TIME($at) } 问您一声还好吗。出来了点【结束】。
lone-ask = <b>还好吗？</b>
lone-calling = 正在叫您的搭档和社区的人。有危险请马上离开，或者打 { $police }。
lone-coming = { $name }马上联系您。
lone-over = 好，平安就好，辛苦您了。
lone-silent = 🔴 { $name }{ TIME($at) } 一个人去 { $place } 探望，问了两遍没回话。
lone-needs = 🔴 { $name }{ TIME($at) } 一个人去 { $place } 探望，说需要人。
lone-yours = <b>请先打电话给他，打不通就去看看。</b>
lone-well-told = { $name }平安，不用去了，谢谢您。
lone-coming-told = { $name }知道了，马上联系您。
todo-lone = 🔴 { $place } 一个人上门的队员没回话，{ $at } 起
toast-lone-well = 好，过一会儿我再问。
toast-lone-need = 正在叫人。有危险先离开。
toast-lone-over = 好，平安就好。
no-lone-here = 这支队没有开这一项，放心去，有事发 /sos。
no-lone-over = 这次已经结束了，平安就好。
no-lone-well = 人已经回话了，没事，谢谢您。
