### 任务：认领、地址和电话、请您去、传话、办好了、解决了没有。

## 任务卡片
task-number = T{ $no } { $what }
task-follow-up = 跟进{ $party } · { $category }
task-urgent = 急，请马上
task-by = { $by } 前
task-by-day = { $by }前
task-late = 原定 { $by } 前
task-minutes =
    { $minutes ->
        [30] 半小时
        [60] 一小时
        [90] 一个半小时
        [120] 两小时
        [180] 三小时
       *[other] { $minutes } 分钟
    }
task-wants =
    { $slots ->
        [1] 大约{ task-minutes }。
       *[other] 要 { $slots } 人，大约{ task-minutes }。
    }
task-follow-up-wants = 请盯着{ $party }把事办完，回头跟邻居说一声。
task-needs-certified = 限持证队员。
task-needs-entry = 限可入户队员。
task-needs-strong = 需要力气。
task-needs-tongue = 要会说{ $tongue }。
task-free = 还差 { $count } 人。
task-goes = { $names }去，谢谢。
task-goes-too-few = { $names }去，谢谢。还差 { $count } 人。
task-unclaimed = 本该 { $by } 前有人接，还没有。您看看谁能去？
task-done = ✅ 办好了。{ $names }，辛苦了。
task-done-alone = ✅ 办好了。
task-cancelled = 这件不用去了，谢谢大家。
task-missed = 时间过了，没有去成。
button-claim = 认领
button-leader-asks = 队长请人
button-details = 看详情
button-ask = 请您去…
button-fewer = 少 1 人
button-more = 多 1 人
button-done-all = 都办好了
task-cannot-go = { $name }去不了
toast-claimed = T{ $no } 交给您了，谢谢！地址和电话在我们的私聊里。
toast-slots = 好，{ $count } 人去。

## 地址和电话，只给去的人
details-head =
    { $follow_up ->
        [yes] T{ $no } 请您跟进，辛苦了。
       *[no] T{ $no } 请您跑一趟，辛苦了。
    }
details-whom = { $name }，{ $place }
details-whom-phone = { $name }，{ $place }，{ $phone }
details-nameless = 地点：{ $place }。报事的人没留名字。
details-home = 家住{ $place }
details-no-place = 没说在哪，先问一声
details-text = 事情：{ $text }
details-added = 后来说：{ $text }
details-files = 另有照片、语音 { $count } 个，一起发给您了。
details-by = 最好 { $by } 前办好。
details-urgent = 急事，请马上去。有人受伤、着火先打 120、119。
details-by-day = 最好{ $by }前办好。
details-promised = { $party }答应 { $by } 前回话，电话 { $phone }
details-rule = 这些只给您一个人看，办完我会收走，请别转发、别截图。不谈钱，不收礼。
details-story = T{ $no } 全文（{ $page }/{ $pages }）
    { $text }
details-gone = T{ $no } 的地址和电话已收走。
details-gone-done = T{ $no } 办好了，辛苦您。地址和电话已收走。
details-gone-cancelled = T{ $no } 不用去了，谢谢您。地址和电话已收走。
button-done = 办好了
button-write = 给她留言
button-arrived = 我到了
button-release = 我去不了
button-undo = 撤销
button-story = 看全文
toast-not-done = 好，T{ $no } 还在您手上。
toast-undone = 好，撤销了。T{ $no } 留给别人。
toast-released = 好，T{ $no } 交回队里了，谢谢您说一声。
toast-arrived = 好，已告诉对方您到了。
task-handed-back = { $name }去不了 T{ $no }，又在等人认领了。
task-taken-off = { $by }说 T{ $no } 不用您去了，谢谢您。
task-done-for-you = { $by }说 T{ $no } 办好了，辛苦您。
task-news = T{ $no } 有新情况，我加到上面的详情里了。
task-withdrawn = T{ $no } 不用去了，报事的人说不用办了。谢谢您。
task-yours-again = T{ $no } 刚才说不用去，是点错了，还是请您去。详情又给您了。
task-moved-on = T{ $no } 改由别的队去办，您不用去了，谢谢您。

## 待认领
tasks-yours = <b>在您手上</b>
tasks-waiting = <b>等人认领</b>
tasks-none = 现在没有等人认领的。有新的，我会告诉您。
tasks-none-more = 别的都有人接了。
tasks-resting = 您在休息，新的任务不找您。想回来，发 /rest。
unclaimed-head = <b>过了时间还没人接（{ $count } 件）</b>
    点一下，请人去。
unclaimed-none = 没有过了时间还没人接的。
button-claim-no = 认领 T{ $no }
button-done-no = 办好了 T{ $no }
button-details-no = 详情 T{ $no }
button-open-task = 看 T{ $no }

## 请您去
ask-whom = 请谁去？点名字，我去问。
ask-nobody = 队里现在没有能去的人：或在休息，或手上满了，或还没跟我说过话。
ask-busy = { $name } · 手上 { $count } 件
ask-waits = 已问{ $name }，等回话。
ask-over = 这件已经结束了。
asked-head = { $by }想请您跑一趟，您看行吗？
asked-agreed = 您答应去了，谢谢您。
asked-refused = 好的，没关系，谢谢您回话。
asked-over = 已经有人去了，谢谢您。
button-agree = 好
button-refuse = 去不了
button-page-before = ‹ 上一页
button-page-after = 下一页 ›
toast-asked = 好，我去问{ $name }，有回话告诉您。
toast-refused = 好的，没关系。
task-refused = { $name }说 T{ $no } 去不了，您再看看谁能去？

## 传话
relay-ask = 想说什么？十分钟内直接发给我，文字、照片、语音都行，我传过去。对方看不到您的账号。
relay-from-holder = { $name }（T{ $no }）说：
    { $text }
    （想答，回复这条就行。）
relay-from-reporter = 报事的邻居（T{ $no }）说：
    { $text }
    （想答，回复这条就行。）
relay-file-from-holder = { $name }（T{ $no }）发来的
relay-file-from-reporter = 报事的邻居（T{ $no }）发来的
relay-passed = 传过去了。还有要说的，一分钟内接着发；以后回复这条也行。
relay-arrived = #{ $no } { $name }到了。
button-write-holder = 留言

## 办好了
toast-done = T{ $no } 办好了，辛苦您！
remark-offer = T{ $no } 办好了，谢谢您。想补一句或拍张照片，十分钟内直接发给我，邻居也看得到。
remark-kept = 记下了，谢谢。
remark-photo = #{ $no } { $name }发来的照片

## 解决了吗
confirm-done = #{ $no } { $names }说办好了。
confirm-done-alone = #{ $no } 说是办好了。
confirm-party = #{ $no } { $names }说{ $party }办好了。
confirm-party-alone = #{ $no } { $party }那边说办好了。
confirm-ask = { $said }您看解决了吗？
confirm-ask-for = { $said }报事的邻居没法在这里回话，请您问一声，再替他点。
confirm-remark = 留了句话：{ $text }
confirm-reminder = 还想问您一声 #{ $no } 好了没有？不方便就不用回，{ DAY($by) }我先收起来，之后一个月内还能点【没解决】。
confirm-reminder-for = #{ $no } 好了没有，还没有回话。请您问问报事的邻居；{ DAY($by) }我先收起来，之后一个月内还能点【没解决】。
confirm-thanks = #{ $no } 谢谢您告诉我们。办得怎么样，给几颗星？评分只有队长和社区看得到。
confirm-rated = #{ $no } 您给了 { $stars }，谢谢您。想改，再点一下就行。
confirm-fixed-for = #{ $no } 记下了：报事的邻居说解决了。
confirm-reopened = #{ $no } 对不住，我们接着办。哪里还不行？说一句或拍张照片都行。
confirm-reopened-for = #{ $no } 接着办了。哪里还不行，说一句或拍张照片都行。
confirm-ended = #{ $no } 没等到回话，先收起来了。还没好就点【没解决】，我们接着办。
confirm-before = #{ $no } 我又问了您一次，看下面那条。
confirm-over = #{ $no } 已经结束了。
button-solved = 已解决
button-not-solved = 没解决
toast-solved = #{ $no } 解决了，谢谢您告诉我们。
toast-reopened = 对不住，#{ $no } 我们接着办。
toast-disputed = 听到了。一天以内有人来听您说。
no-heard-already = 已经请人来听您说了，谢谢您告诉我们。
discontent-told = #{ $no } 没让您满意，对不住。一天以内我们请人上门，当面听您说。
discontent-off = #{ $no } 谢谢您。那就不请人上门打扰您了。
alert-discontent = #{ $no } 报事的邻居有意见，我请人一天以内上门听他说。
toast-rated = 谢谢您！
praise-offer = 还想说句话吗？十分钟内直接发给我，只有队长和社区看得到。不说也行。
praise-kept = 收到，转给队长和社区了，谢谢您。
result-fixed = 您也遇到的 #{ $no }，办好了（报事的邻居已确认）。
result-unconfirmed = 您也遇到的 #{ $no }，说是办好了，没等到报事的邻居回话，先收起来了。
result-withdrawn = 您也遇到的 #{ $no } 先不办了。您那儿要是还没好，直接打字告诉我。
result-declined = 您也遇到的 #{ $no }，我们办不了，该找：{ $who }
alert-reopened-late = #{ $no } 报事的邻居说没解决，已经过了时限（{ LATE($by) }），请您看看。
stars-line = #{ $no } { $category }（{ $names }）：{ $stars }
stars-praise = “{ $text }”
again-offer = #{ $no } 结束超过一个月了，不好再接着办。还没好的话，我照原样另开一件，和它连在一起。
again-done = #{ $no } 已经接着另开了一件：#{ $new }。
button-again = 再报一次
toast-again = 好，另开了一件：#{ $no }。

## 不行的时候
no-such-task = 没有找到 T{ $no }。
no-task-over = T{ $no } 已经结束了，谢谢您。
no-already-yours = T{ $no } 已经在您手上了，详情在我们的私聊里。
no-already-claimed = { $by }已经接了，谢谢您。
no-not-yours = T{ $no } 不在您手上。
no-too-late-to-undo = 过了一分钟，撤销不了了。去不了请点【我去不了】。
no-too-late-to-undo-done = 过了一分钟，撤销不了了。T{ $no } 还没好的话，请跟队长说一声。
no-answered-already = #{ $no } 邻居已经回话了，撤销不了了。
no-start-first = 先跟我说句话，我才能把地址私下发给您。
no-resting = 您在休息。想回来，先发 /rest，再点一次。
no-hands-full = 手上已经有 { $count } 件了，先办好一件，再来接。
no-needs-certified = 这件要持证的队员去。您有证的话，请队长给您记上。
no-needs-entry = 这件要可入户的队员去。可入户由社区协调员来定，请队长帮您问一声。
no-needs-strong = 这件要力气大的队员去。您行的话，请队长给您记上。
no-needs-tongue = 这件要会说{ $tongue }的队员去。您会说的话，请队长给您记上。
no-too-few-slots = 不能再少了，已经有人要去。
no-too-many-slots = 最多 { $count } 人。
no-only-together = 这件要 { $count } 个人一起去，不能再少了。
no-asked-already = 已经问过{ $name }了，等回话。
no-not-asked = T{ $no } 不用您回话了，谢谢您。
no-cannot-reach = { $name }还没跟我说过话，我没法问。请他先点一下 Start。
no-cannot-relay = T{ $no } 报事的人没法在这里收消息，请打电话。
no-nobody-holds = #{ $no } 现在还没有人去，等有人接了再留言。直接说给我，我先记着。
no-relay-over = T{ $no } 已经结束了，不能再传话。
no-nothing-to-relay = 这个我传不了，请发文字、照片或语音。
no-too-long = 太长了，请分成几段，每段不超过 { $count } 字。
no-words-only = 请写几个字发给我。
no-stars-so-soon = 您是不是连点了两下？#{ $no } 想给几颗星，再点一次就行。
no-already-solved = #{ $no } 您已经说过解决了，谢谢您。
no-already-again = 已经另开了一件：#{ $no }。
