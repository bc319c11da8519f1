### 协调员：该谁办、并到哪件、还有什么等着。

triage-head = #{ $no } { $place } · { $category }　该谁办？
triage-head-decided = #{ $no } { $place } · { $category }
triage-said = “{ $text }”
triage-hidden = 说了什么，只有接手的人看得到。
triage-files = 附 { $count } 个文件
triage-merged-in = 并进来的：{ $nos }
triage-of-notice = 因为通知「{ $text }」报上来的
triage-due = 请在 { $by } 前定下来。
triage-late = 该定下来了，{ LATE($by) }。
triage-by = { $name } { $at } 定的。
triage-by-itself = { $at } 按工作法自动分的。
triage-which-category = 是哪一类？选了就交给办这一类的服务队。
triage-which-team = 交给哪支队？
triage-which-compound = 先选在哪个小区，才知道该转给谁。
triage-which-party = 转给哪里？转了也有我们的人跟进。
triage-who = 该由谁负责？是下面这些单位的事，直接点它转过去；都不是，请打字告诉我该由谁负责。
triage-to-party = 转给{ $party }
button-accept = 受理
button-reassign = 改派
toast-put-back = 好，撤销了。#{ $no } 还是原来那样。
not-declined-told = #{ $no } 刚才说办不了，是点错了，我们接着看。
result-not-declined = 您也遇到的 #{ $no }，刚才说办不了，是点错了，我们接着看。
button-refer = 转办
button-decline = 不受理
button-merge = 并到…
button-files = 看附件
button-by-team = 按队来选
toast-accepted = #{ $no } 交下去了。
toast-referred = #{ $no } 转过去了，有人跟进。
toast-files =
    { $count ->
       *[other] { $count } 个文件，发在下面了。
    }
decline-why = 好。#{ $no } 为什么办不了？写一句，报事的人会看到。
declined = #{ $no } 已经告诉报事的人了。
declined-told = #{ $no } 这件事我们办不了，对不住。{ $text }
    该找：{ $who }
declined-not = #{ $no } 我们接着看，有消息告诉您。
declined-heard = 您有意见，我们听到了：一天以内有人来听您当面说。
button-dispute = 我有意见

## 并成一件
merge-which = #{ $no } 和哪件是同一件事？（{ $place }，还在办的）
merge-none = { $place } 没有别的事还在办，#{ $no } 并不了。
merge-line = #{ $no } { $category }，{ $at }　“{ $text }”
button-merge-into = 并到 #{ $no }
toast-merged = #{ $no } 并到 #{ $other } 了。
merged-told = #{ $no } 和 #{ $other } 是同一件事，并到 #{ $other } 一起办，有结果一样告诉您。
not-merged-told = #{ $no } 刚才并到 #{ $other }，是点错了。#{ $no } 单独办，有结果告诉您。
task-merged = T{ $no } 和另一件事并在一起了，这件您不用去了，谢谢您。

## 待办
todo-head = 等着您的事，{ $count } 件：
todo-nothing = 现在没有事等着您，辛苦了。有急事我会马上叫您；每天 { $times } 各发一次清单，随时发 /todo 也能看。
todo-alarm = 🔴 { $place }　{ alarm-what }，{ TIME($at) } 起没人接手
todo-unclear = #{ $no } { $place }，该谁办？{ $by } 前定
todo-unclear-late = #{ $no } { $place }，该谁办？{ LATE($by) }
todo-draft = { $name } { AGO($at) }写了没交，{ $category }
todo-unclaimed = T{ $no } { $place } { $category }，没人认领，{ LATE($by) }
todo-overdue = #{ $no } { $place } { $category }，到时间没办完，{ LATE($by) }
todo-join = { $name } 想进{ $team }，{ AGO($at) }问的
todo-times = { $team }有 { $count } 件时长等核对，最早的 { AGO($at) }
todo-post = 发给“{ $name }”的一条，不知道送到没有，{ AGO($at) }
todo-post-refused = 发给“{ $name }”的一条没送成：{ $why }，{ AGO($at) }
todo-group = “{ $name }”里我说不了话了，{ AGO($at) }起。请把我加回群里；只是被禁言的话，放开后点重新绑定
todo-card = 给“{ $name }”的{ $what }没送成：{ $why }，{ AGO($at) }
todo-card-case = #{ $no }
todo-card-task = T{ $no }
todo-card-other = 一条消息
refused-too-long = 字太多
refused-file = 附件发不出去
refused-rights = 那边不让我发
refused-by-us = 我这边没写好，请告诉管机器的人
refused-somehow = Telegram 没收
todo-update = 有一条消息没处理成，编号 { $reference }，{ AGO($at) }
button-todo-take = { $n } 我来处理
button-todo-accept = #{ $no } 受理
button-todo-merge = #{ $no } 并到…
button-todo-reassign = #{ $no } 改派
button-todo-draft = { $n } 看草稿
button-todo-send = T{ $no } 请人去
button-todo-join = { $n } 看申请
button-todo-times = { $n } 核对时长
button-resend = { $n } 重发
button-delivered = { $n } 已送达
button-rebind = { $n } 重新绑定
button-retry = { $n } 重试
button-put-away = { $n } 知道了
button-all-arrived = 都送到了
button-all-again = 都重发
button-todo-more = 还有 { $count } 件
button-todo-first = 回到开头
toast-below = 发在下面了。
toast-resent = 好，再发一次。
toast-delivered = 好，记下送到了。
toast-rebinding = 好，我去“{ $title }”里再说一次。要是还不行，请把我加回群里，再点一次。
toast-retried = 好，再试一次。
toast-put-away = 好，收起来了。
toast-all-arrived = 好，都记下送到了。
toast-all-again = 好，都再发一次。

## 没交的草稿
draft-remind = 这件事还没交上来，点【提交】我才能帮您办。
draft-remind-danger = 刚才问您的，还没等到您答。点一下【有】或【没有】就行。

## 不行的时候
no-decided-already = #{ $no } 别的协调员已经定了，看看最新的卡片。
no-words-please = 请打字写一句。
no-only-who-took-it = 这件事的内容只有接手的人看得到。
no-asked-no-more = 这位已经不在等了。
no-post-settled = 这条已经处理过了。
no-group-lost = 这个群已经处理过了。
no-update-settled = 这条已经处理过了。

## 机器这边的事
unknown-head = 不知道送到没有、或者没送成的，{ $count } 条：
unknown-nothing = 没有下落不明的消息。
unknown-all-arrived = 不知道送到没有的 { $count } 条，都当作送到了？点了就不再发。
unknown-all-again = 不知道送到没有的 { $count } 条，都再发一次？送到过的人会再收到一次，上面写着“可能发过一次”。发出去收不回来。通知晚上不发，等早上再发。
unknown-all-settled = 这些都处理过了。
dead-head = 没处理成的，{ $count } 条。要问装机器的人，报编号就行：
dead-nothing = 没有没处理成的消息。
upkeep-head = 早上好。机器这边有几件事，要请您看一眼：
upkeep-nothing = 机器这边的事都办好了，辛苦了。
upkeep-dead = { $count } 条消息没处理成，发 /dead
upkeep-unknown = { $count } 条消息不知道送到没有，或者没送成，发 /unknown
upkeep-stuck = 有消息 { AGO($at) }就该发了，还没发出去
upkeep-no-backup = 还没有做过备份，请告诉装机器的人
upkeep-old-backup = 上一次备份是 { AGO($at) }，请告诉装机器的人
upkeep-no-paper = 钥匙还没印在纸上：机器一坏，备份也读不出来。请告诉装机器的人
alert-silent = { $at } 起我听不到 Telegram 的消息了，一直在试。请告诉装机器的人；大家有急事，先打电话。
alert-heard-again = 又听到 Telegram 了（{ $at } 到 { $until } 没听到）。那段时间大家发的消息，我现在一条条补上。
alert-clock-stopped = { $at } 起我的钟不走了：提醒、到点的事都停着，我正在请另一台机器接上。请告诉装机器的人；今天该上门、该打电话的，先看一眼单子。
alert-clock-again = 钟又走了（{ $at } 到 { $until } 没走）。那段时间到点的事，我现在补上。
alert-lost = { $at } 到 { $until } 大家跟我说的话、按的按钮，我可能没收到：我停了一天多，Telegram 只替我留 24 小时。之后的我一条条补上。请在群里说一声：那段时间有事的，再跟我说一遍。
