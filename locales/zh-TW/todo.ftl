### 協調員：該誰辦、併到哪件、還有什麼等著。

triage-head = #{ $no } { $place } · { $category }　該誰辦？
triage-head-decided = #{ $no } { $place } · { $category }
triage-said = 「{ $text }」
triage-hidden = 說了什麼，只有接手的人看得到。
triage-files = 附 { $count } 個檔案
triage-merged-in = 併進來的：{ $nos }
triage-of-notice = 因為通知「{ $text }」報上來的
triage-due = 請在 { $by } 前決定。
triage-late = 該決定了，{ LATE($by) }。
triage-by = { $name } { $at } 決定的。
triage-by-itself = { $at } 依工作法自動分派。
triage-which-category = 是哪一類？選了就交給辦這一類的服務隊。
triage-which-team = 交給哪一隊？
triage-which-compound = 先選在哪個社區，才知道該轉給誰。
triage-which-party = 轉給哪裡？轉了也有我們的人跟進。
triage-who = 該由誰負責？是下面這些單位的事，直接點它轉過去；都不是，請打字告訴我該由誰負責。
triage-to-party = 轉給{ $party }
button-accept = 受理
button-reassign = 改派
toast-put-back = 好，復原了。#{ $no } 還是原來那樣。
not-declined-told = #{ $no } 剛才說辦不了，是點錯了，我們接著看。
result-not-declined = 您也遇到的 #{ $no }，剛才說辦不了，是點錯了，我們接著看。
button-refer = 轉辦
button-decline = 不受理
button-merge = 併到…
button-files = 看附件
button-by-team = 依隊來選
toast-accepted = #{ $no } 交下去了。
toast-referred = #{ $no } 轉過去了，有人跟進。
toast-files =
    { $count ->
       *[other] { $count } 個檔案，傳在下面了。
    }
decline-why = 好。#{ $no } 為什麼辦不了？寫一句，反映的人會看到。
declined = #{ $no } 已經告訴反映的人了。
declined-told = #{ $no } 這件事我們辦不了，對不住。{ $text }
    該找：{ $who }
declined-not = #{ $no } 我們接著看，有消息告訴您。
declined-heard = 您有意見，我們聽到了：一天以內有人來聽您當面說。
button-dispute = 我有意見

## 併成一件
merge-which = #{ $no } 和哪件是同一件事？（{ $place }，還在辦的）
merge-none = { $place } 沒有別的事還在辦，#{ $no } 併不了。
merge-line = #{ $no } { $category }，{ $at }　「{ $text }」
button-merge-into = 併到 #{ $no }
toast-merged = #{ $no } 併到 #{ $other } 了。
merged-told = #{ $no } 和 #{ $other } 是同一件事，併到 #{ $other } 一起辦，有結果一樣告訴您。
not-merged-told = #{ $no } 剛才併到 #{ $other }，是點錯了。#{ $no } 單獨處理，有結果告訴您。
task-merged = T{ $no } 和另一件事併在一起了，這件您不用去了，謝謝您。

## 待辦
todo-head = 等著您的事，{ $count } 件：
todo-nothing = 現在沒有事等著您，辛苦了。有急事我會馬上叫您；每天 { $times } 各發一次清單，隨時傳 /todo 也能看。
todo-alarm = 🔴 { $place }　{ alarm-what }，{ TIME($at) } 起沒人接手
todo-unclear = #{ $no } { $place }，該誰辦？{ $by } 前決定
todo-unclear-late = #{ $no } { $place }，該誰辦？{ LATE($by) }
todo-draft = { $name } { AGO($at) }寫了沒送出，{ $category }
todo-unclaimed = T{ $no } { $place } { $category }，沒人認領，{ LATE($by) }
todo-overdue = #{ $no } { $place } { $category }，到時間沒辦完，{ LATE($by) }
todo-join = { $name } 想進{ $team }，{ AGO($at) }問的
todo-times = { $team }有 { $count } 件時數等核對，最早的 { AGO($at) }
todo-post = 傳給「{ $name }」的一則，不知道送到沒有，{ AGO($at) }
todo-post-refused = 傳給「{ $name }」的一則沒送成：{ $why }，{ AGO($at) }
todo-group = 「{ $name }」裡我說不了話了，{ AGO($at) }起。請把我加回群組；只是被禁言的話，放開後按重新綁定
todo-card = 給「{ $name }」的{ $what }沒送成：{ $why }，{ AGO($at) }
todo-card-case = #{ $no }
todo-card-task = T{ $no }
todo-card-other = 一則訊息
refused-too-long = 字太多
refused-file = 附件傳不出去
refused-rights = 那邊不讓我傳
refused-by-us = 我這邊沒寫好，請告訴管機器的人
refused-somehow = Telegram 沒收
todo-update = 有一則訊息沒處理成，編號 { $reference }，{ AGO($at) }
button-todo-take = { $n } 我來處理
button-todo-accept = #{ $no } 受理
button-todo-merge = #{ $no } 併到…
button-todo-reassign = #{ $no } 改派
button-todo-draft = { $n } 看草稿
button-todo-send = T{ $no } 請人去
button-todo-join = { $n } 看申請
button-todo-times = { $n } 核對時數
button-resend = { $n } 重傳
button-delivered = { $n } 已送達
button-rebind = { $n } 重新綁定
button-retry = { $n } 重試
button-put-away = { $n } 知道了
button-all-arrived = 都送到了
button-all-again = 都重發
button-todo-more = 還有 { $count } 件
button-todo-first = 回到開頭
toast-below = 傳在下面了。
toast-resent = 好，再傳一次。
toast-delivered = 好，記下送到了。
toast-rebinding = 好，我去「{ $title }」裡再說一次。要是還不行，請把我加回群組，再按一次。
toast-retried = 好，再試一次。
toast-put-away = 好，收起來了。
toast-all-arrived = 好，都記下送到了。
toast-all-again = 好，都再發一次。

## 沒送出的草稿
draft-remind = 這件事還沒送出，點【送出】我才能幫您辦。
draft-remind-danger = 剛才問您的，還沒等到您回答。點一下【有】或【沒有】就行。

## 不行的時候
no-decided-already = #{ $no } 別的協調員已經決定了，看看最新的卡片。
no-words-please = 請打字寫一句。
no-only-who-took-it = 這件事的內容只有接手的人看得到。
no-asked-no-more = 這位已經不在等了。
no-post-settled = 這則已經處理過了。
no-group-lost = 這個群組已經處理過了。
no-update-settled = 這則已經處理過了。

## 主機這邊的事
unknown-head = 不知道送到沒有、或者沒有送成的，{ $count } 則：
unknown-nothing = 沒有下落不明的訊息。
unknown-all-arrived = 不知道送到沒有的 { $count } 則，都當作送到了？點了就不再發。
unknown-all-again = 不知道送到沒有的 { $count } 則，都再發一次？送到過的人會再收到一次，上面寫著「可能發過一次」。發出去收不回來。通知晚上不發，等早上再發。
unknown-all-settled = 這些都處理過了。
dead-head = 沒有處理成的，{ $count } 則。要問管理主機的人，報編號就好：
dead-nothing = 沒有未處理成的訊息。
upkeep-head = 早安。主機這邊有幾件事，要請您看一眼：
upkeep-nothing = 主機這邊的事都辦好了，辛苦了。
upkeep-dead = { $count } 則訊息沒有處理成，發 /dead
upkeep-unknown = { $count } 則訊息不知道送到沒有，或者沒有送成，發 /unknown
upkeep-stuck = 有訊息 { AGO($at) }就該發了，還沒有發出去
upkeep-no-backup = 還沒有做過備份，請告訴管理主機的人
upkeep-old-backup = 上一次備份是 { AGO($at) }，請告訴管理主機的人
upkeep-no-paper = 鑰匙還沒印在紙上：主機一壞，備份也讀不出來。請告訴管理主機的人
alert-silent = { $at } 起我收不到 Telegram 的訊息了，一直在試。請告訴管理主機的人；大家有急事，先打電話。
alert-heard-again = 又收得到 Telegram 了（{ $at } 到 { $until } 沒有收到）。那段時間大家發的訊息，我現在一則則補上。
alert-clock-stopped = { $at } 起我的鐘不走了：提醒、到點的事都停著，我正在請另一台主機接上。請告訴管理主機的人；今天該上門、該打電話的，先看一眼單子。
alert-clock-again = 鐘又走了（{ $at } 到 { $until } 沒走）。那段時間到點的事，我現在補上。
alert-lost = { $at } 到 { $until } 大家跟我說的話、按的按鈕，我可能沒收到：我停了一天多，Telegram 只替我留 24 小時。之後的我一則則補上。請在群裡說一聲：那段時間有事的，再跟我說一遍。
