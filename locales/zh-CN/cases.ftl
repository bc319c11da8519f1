### 您反映的事：草稿、编号、进展。

place-unit = { $unit }单元
place-room = { $room }
place-gap = {""}
place-building = { $building }
category-unclear = 其他

## 进展，一句话
case-new = 社区正在看该谁来办，{ $by } 前答复。
case-new-late = 社区还没定下该谁来办（原定 { $by } 前），我们接着催。
case-accepted = 已交给{ $team }，等人去。{ $by } 前有人接。
case-accepted-late = 已交给{ $team }，还没人接（原定 { $by } 前），我们接着找人。
case-working = 有人在办。
case-working-by = { $names }在办。
case-referred = 已转{ $party }，{ $who }跟进。{ $by } 前给大家回话。
case-referred-late = { $party }还没回话（原定 { $by } 前），{ $who }接着催。
case-promise-broken = #{ $no } { $party }没按时回话，对不住。我们接着催，有消息马上告诉您。
case-proposed-group = 说是办好了，等报事的邻居确认。
case-proposed = 说是办好了，等您看一眼。
case-fixed-group = ✅ 修好了（邻居已确认）
case-fixed = ✅ 您说解决了，谢谢您。
case-not-fixed = 已结束，没能办成。{ $reason }
case-unconfirmed = 已结束（没等到回复）
case-declined-group = 这件事由{ $who }负责。
case-declined = 这件事我们办不了，由{ $who }负责。{ $reason }
case-merged = 和 #{ $no } 是同一件事，一起办。
case-withdrawn = 已结束（报事的人说不用办了）
case-danger-over = 已结束，人没事就好。

## 楼栋群
case-head = 🔧 #{ $no } { $place } · { $category }
case-list-head = 这一小时反映的事（{ $count } 件）：
case-line = #{ $no } { $category }：{ $status }
button-me-too = 我也遇到了
button-me-too-count = 我也遇到了 · { $count }
button-me-too-no = 我也有 #{ $no }
button-follow-progress = 想收进度
toast-following = 记下了。#{ $no } 有结果我告诉您。
toast-following-already = 已经记过了，#{ $no } 有结果我告诉您。

## 收条
receipt-head = 收到了，编号 #{ $no }。
receipt-only-files = 您发来 { $count } 个文件
receipt-words = “{ $text }”
receipt-files = （附 { $count } 个文件）
receipt-next = 接下来：{ $next }
receipt-linked = 接着 #{ $no } 办。
receipt-add = 有新情况，回复这条消息就行，文字、照片、语音都可以。
button-withdraw = 不用办了
toast-withdrawn = 好的，#{ $no } 不用办了，已告诉在办的人。
added-to-case = 加到 #{ $no } 里了，在办的人看得到。

## 我的事
mine-head = 您反映的事：
mine-line = #{ $no } { $text }
    { $status }
mine-empty = 您还没有反映过事情。看到哪里坏了、有什么难处，直接打字告诉我就行，拍照、发语音也可以。
button-open-case = 看 #{ $no }

## 草稿
draft-words = 我记下的是：{ $text }
draft-no-words = 我收到了文件，还没有文字。再说一句是什么事就更好了。
draft-files = 附：{ $count } 个文件
draft-place = 地点：{ $place } 　类别：{ $category }
draft-no-place = 还没说，点下面选一个
draft-who = 邻居们只看到：楼号和类别。办事的人才看到：您的留言、房号和联系方式。
draft-who-private = 保密：邻居们什么都看不到，只有办事的人看到。
draft-for-neighbour = 邻居想请我把您在群里说的这句话报上去，您看行吗？
draft-lies = { $name } { $at } 写的，还没提交：
draft-sent = 已经交上来了，编号 #{ $no }。
draft-joined = 已经加到 #{ $no } 里了。
draft-dropped = 这件不报了。
draft-pick-compound = 在哪个小区？
draft-pick-building = { $compound }，哪栋楼？
draft-which = 这是 #{ $no } 的事，还是另一件事？
draft-in-danger = 有人有危险吗？
    有的话先打电话：{ $dial }，再点【有】。
draft-perhaps-danger = ⚠️ 可能有人有危险，问了还没答。
draft-heeded = 知道了，先照下面说的做。
button-in-danger = 有
button-no-danger = 没有
toast-heeded = 知道了，先打电话，值班的人正在被叫。
toast-calm = 好，没有危险就好。看看对不对再提交。
toast-case-calm = 好，没有危险就好，照平常办。
button-other-matter = 另一件事
button-file-answer = 记到 #{ $no }
toast-other-matter = 好，算另一件事，看看对不对再提交。
button-submit = 提交
button-place = 改地点
button-private = 保密
button-not-private = 不用保密
button-drop = 取消
button-restore = 还是要报
button-add-to = 加到 #{ $no }
button-whole-compound = 整个小区
button-other-compound = 别的小区
button-back = 返回
toast-filed = 收到了，编号 #{ $no }。
toast-added = 加到 #{ $no } 里了。
toast-dropped = 好的，不报了。
toast-restored = 好的，还留着。
toast-private = 保密了，邻居们看不到。
toast-not-private = 邻居们会看到楼号和类别。
toast-placed = 地点改好了。
cancelled-question = 好的，不问了。
unknown-command = 没有这个命令。想报事，直接打字告诉我；别的看 /help。
report-asked = 您想反映什么事？直接在这里说就行，打字、拍照、发语音都可以。
small-talk = 我在呢。楼里有什么事，直接打字告诉我就行，拍照、发语音也可以。
small-talk-greeting = 您好！有什么事，直接打字告诉我就行，拍照、发语音也可以。
small-talk-thanks = 不客气，应该的。再有什么事，随时打字告诉我。
small-talk-agreement = 好嘞。再有什么事，随时打字告诉我；想看办到哪一步，点【我的事】。
small-talk-farewell = 再见，您慢走。有事随时来找我，打字、拍照、发语音都行。
small-talk-wishes = 谢谢您，也祝您一家平安、顺心！有事随时打字告诉我。
small-talk-who = 我是{ $community }的 Linli 邻里，是个机器人，后面是社区的工作人员和志愿者。
    楼里坏了什么、家里有什么难处，直接打字告诉我，我找人来办，办到哪一步都告诉您。
small-talk-unsent = 上面那件事我还留着，没交上去。要我办，点那条消息下面的【提交】；不报了点【取消】。

## 群里的话
privacy-offer = #{ $no } 收到了。您在群里的那句话里有房号或电话，邻居们都看得到。要我帮您删掉吗？办事的人照样能看到。
    要是没删掉，请您长按那条消息，自己点“删除”。
button-delete-mine = 帮我删掉
toast-deleting = 好，我去删。没删掉的话，请您长按那条消息自己删一下。
author-asked = 我先问问说这句话的邻居，答应了就报上来。
author-asked-already = 已经问过那位邻居了。
report-nameless = 报上来了，编号 #{ $no }，没有记是谁说的。有结果我告诉您。

## 不行的时候
no-empty-report = 您想反映什么事？在 /report 后面写上，比如：/report 3号楼电梯坏了
no-such-case = 没有找到 #{ $no }。
no-case-over = #{ $no } 已经结束了。
no-case-elsewhere = #{ $no } 现在不在这一步了，看看最新的卡片。
no-not-your-case = #{ $no } 不是您反映的，动不了。
no-your-own-case = 这件就是您反映的，有结果一定告诉您。
no-too-late-to-reopen = #{ $no } 结束超过一个月了。还没好的话，请您重新说一遍，我另开一件。
no-too-late-to-put-back = 过了一分钟，撤销不了了。要改，请点“改派”或“转办”。
no-too-late-to-part = 过了一分钟，分不开了。#{ $no } 要是另一件事，请再报一次。
no-acted-on-already = #{ $no } 已经有人接了，撤销不了了。要改，请点“改派”或“转办”。
no-cannot-rate = #{ $no } 现在还不能评分。
no-refer-instead = 这是{ $party }的事，请点“转办”，别退回去。
no-merge-with-itself = 不能和自己合并。
no-such-team = 没有叫“{ $team }”的服务队。
no-such-party = 不知道该转给哪里的{ $party }，请先选小区。
no-draft-sent = 已经交上来了，编号 #{ $no }。
no-draft-dropped = 这件您刚才说不报了。要报就点“还是要报”。
no-such-draft = 这条草稿找不到了，请您再说一遍。
no-not-your-draft = 这是别人写的，您动不了。
no-nothing-to-cancel = 现在没有什么要取消的。要把交上来的事撤回，点收条上的“不用办了”。
