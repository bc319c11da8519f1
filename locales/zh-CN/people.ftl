### 人：开始、住处、语言、服务队、邀请、群。

## 键盘上的按钮，和意思一样的话（用、隔开）
menu-report = 报一件事
menu-mine = 我的事
menu-tasks = 待认领
menu-todo = 待办
menu-sos = 🆘 求助
menu-help = 帮助
words-report = 报事、上报、我要报事、反映
words-mine = 我的事情、我报的事、进度
words-tasks = 任务、认领
words-todo = 待办事项、要办的事
words-unknown = 没送到、下落不明
words-dead = 没办成、没处理成
words-sos = 求助、救命、救命啊、救救我、紧急求助
words-help = 怎么用、说明
words-start = 开始
words-home = 我家、住处、地址、换地方
words-lang = 语言、换语言
words-join = 加入、加入服务队、我要帮忙、当志愿者
words-rest = 休息、我要休息、我回来了
words-team = 队员、我的队
words-invite = 邀请

## 开始
welcome = 您好，我是{ $community }的 Linli 邻里。
    楼里有什么事，直接在这里说，打字、拍照、发语音都行。
    我找人来办，办到哪一步都告诉您。
    <i>消息要经过 Telegram 在境外的服务器，不是端到端加密，别发证件号、银行卡号。</i>

## 命令后面那一行
command-report = 报一件事
command-mine = 我报的事办得怎样了
command-sos = 急事叫人
command-tasks = 待认领的任务（志愿者）
command-rest = 休息，或者回来（志愿者）
command-join = 加入服务队
command-home = 我家在哪栋楼
command-lang = 换语言
command-cancel = 不报了
command-help = 怎么用
command-bind = 这个群是哪栋楼、哪支队的（协调员）
command-unbind = 这个群不再是哪栋楼、哪支队的（协调员）

## 帮助
help-everybody = <b>怎么用</b>
    报事：直接在这里说，或在楼栋群里发 /report 加一句话。
    看办得怎样：我的事 /mine
    急事叫人：求助 /sos
help-volunteer = <b>志愿者</b>
    有什么能帮的：待认领 /tasks
    这几天没空：休息 /rest
    做了多少：我的时长 /hours
help-leader = <b>队长</b>
    队里的人：队员 /team
    队里等着的事：待办 /todo
help-coordinator = <b>协调员</b>
    要办的事：待办 /todo
    请人来：邀请 /invite　队里的人：队员 /team
    把我加进群，在群里发 /bind 3号楼 或 /bind 队名。
button-home = 我家在哪
button-language = 换语言
button-join-team = 加入服务队
button-crew = 队员
button-invite = 邀请
button-talk = 私下跟我说

## 住处
home-ask = 您家在哪个小区？点一下，以后报事就不用再说楼号。不想说也行。
home-ask-again = 现在住哪个小区？
home-known = 您家：{ $place }。
home-unknown = 没说住哪
home-building-ask = { $compound }，您家是哪栋楼？
home-building-known = 您家：{ $compound }{ $building }。搬了家就点新的那栋。
button-move = 换地方
toast-home-kept = 记下了。
home-move-ask = 您记的家是{ $home }，刚扫的码是{ $door }的。您搬过来了吗？
door-unknown = { $known ->
        [yes] 这张海报旧了，上面的楼我认不出来。您家没有变：
       *[no] 这张海报旧了，上面的楼我认不出来，对不住。点一下选您家就好。
    }
button-move-here = 搬到这里
button-stay = 没搬家
toast-home-same = 好，还是原来的。
no-such-place = 这栋楼我不认得，请从列表里选。
no-such-member = 这个人我不认识。

## 语言
language-name = 简体中文
language-ask = 想用哪种语言？
language-chosen = 好的，以后都用简体中文。

## 休息
rest-on = 好，您先歇着，任务暂时不找您。手上的任务还是您的，去不了请点【我去不了】。
rest-off = 您没在休息，有任务会找您。
button-rest = 休息
button-rest-end = 我回来了
toast-rest-on = 好，先歇着。
toast-rest-off = 欢迎回来。
rest-until = { $until }我再找您。
rest-over = 您歇好了吗？从今天起有任务又会找您。还想歇，发 /rest。
hours-always = 白天和晚上有任务都会问您；夜里只有急事才找您。
hours-some = 这些时候问您：{ $hours }。急事不分时候。
availability-ask = 什么时候方便我来问您？打 ✓ 的时候才问，急事不分时候。
    上午 6–12 点，下午 12–18 点，晚上 18–22 点。
    放假的日子算周末，调休上班的算平时。
button-when = 什么时候找我
button-rest-day = 1 天
button-rest-week = 1 周
button-rest-on = 一直
button-weekday-morning = 平时上午
button-weekday-afternoon = 平时下午
button-weekday-evening = 平时晚上
button-weekend-morning = 周末上午
button-weekend-afternoon = 周末下午
button-weekend-evening = 周末晚上
toast-hours-on = 好，这时候会问您。
toast-hours-off = 好，这时候不问您。
no-hours-left = 总得留一个时候。都不方便的话，点【休息】就好。

## 服务队
teams-ask = 想加入哪支队？点一下，队长同意了我就告诉您。
    （✓ 已经是队员　… 等队长回话）
toast-join-asked = 已经问队长了，有回话我告诉您。
toast-join-later = 记下了。现在还没有人能答复，有了协调员就请他看。
join-accepted = 「{ $team }」同意了，欢迎您！有任务我会叫您，您愿意去就点【认领】。
join-refused = 「{ $team }」这次没能加进您，谢谢您的心意。别的队也欢迎您：/join
no-already-in-team = 您已经在「{ $team }」里了。
no-already-asked = 已经问过「{ $team }」了，等队长回话。
no-not-in-team = 要先加入「{ $team }」才行。发 /join 就能报名。
no-already-answered =
    { $known ->
        [no] 这件已经有人答过了。
       *[yes] { $by }已经答过了，谢谢您。
    }
teammate-asks = { $name }（{ $home }）想加入「{ $team }」。
teammate =
    { $name } 是「{ $team }」的{ $leads ->
        [yes] 队长
       *[no] 队员
    }{ $known ->
        [no] 。
       *[yes] ，{ $by }同意的。
    }
teammate-vouch = 您核实过的，点一下打勾：
mark-line = { $what } · { $by } { $day }
mark-line-until = { $what } · { $by } { $day }，到{ $until }
mark-line-over = { $what } · { $by } { $day }，{ $until }已到期
mark-by-roster = 名册
teammate-refused =
    { $name } 想加入「{ $team }」，{ $known ->
        [no] 没有同意。
       *[yes] { $by }没有同意。
    }
button-let-in = 同意
button-turn-away = 拒绝
button-certified = 持证
button-may-enter = 可入户
button-strong = 力气大
toast-let-in = 好，已告诉对方。
toast-turned-away = 好，已客气地回了对方。
toast-vouched = 记下了，是您核实的。
toast-not-vouched = 好，取消了。
crews-ask = 看哪支队的队员？
crew = 「{ $team }」有 { $count } 人（★ 队长）。点名字记持证、力气、会说什么话；可入户由协调员记。
crew-name = <b>{ $name }</b>
crew-mark = { $what }
crew-rests = 在休息
crew-rests-until = 休息到{ DAY($until) }
crew-unreachable = 还没跟我说过话
crew-busy = 手上 { $count } 件
crew-asked = 上次问：{ AGO($at) }
crew-time = 这个月{ $time }

## 邀请
invite-ask = 请谁来？
invite-volunteer-ask = 哪支队的志愿者？
invite-leader-ask = 哪支队的队长？
button-coordinator = 协调员
button-volunteer = 志愿者
button-leader = 队长
invite-link-team =
    请人当「{ $team }」的<b>{ $leads ->
        [yes] 队长
       *[no] 志愿者
    }</b>，把这个链接私下转给本人，别发到群里：
    { $link }
    24 小时内点开有效，只能用一次。
toast-invite-made = 链接在下面。
invite-welcome = 欢迎您！
invite-welcome-coordinator = 您现在是协调员了，辛苦您。要办的事在【待办】里，我也会按时列给您。
    把我加进楼栋群，在群里发 /bind 3号楼，邻居就能用了。
invite-welcome-team = 欢迎加入「{ $team }」！有任务我会叫您，您愿意去就点【认领】。
invite-welcome-leader = 您现在是「{ $team }」的队长了，辛苦您。有人想入队，我会来问您。
no-such-invite = 这个邀请链接不对，请让社区再发一个。
no-invite-used = 这个邀请链接用过了，请让社区再发一个。
no-invite-expired = 这个邀请链接过期了，请让社区再发一个。
no-already-role = 您已经是了，这个链接留给别人吧。

## 群
group-ask = 大家好，我是 Linli 邻里。请协调员点一下：这是什么群？
group-needs-coordinator = 大家好，我是 Linli 邻里。请社区协调员在这里发 /bind，告诉我这是什么群，我就能帮忙了。
group-compound-ask = 哪个小区？
group-building-ask = { $compound }，哪栋楼？
group-team-ask = 哪支服务队？
group-which-ask = { $building }，是哪个小区的？
group-of-building = 这里是{ $place }的邻居群。楼里有事，在群里发：
    /report 电梯坏了
    大家平时聊天，我不听也不记。
group-of-building-all = 这里是{ $place }的邻居群。楼里有事，在群里发：
    #报修 电梯坏了
    大家平时聊天，我不记。
group-of-team = 这里是「{ $team }」的队群。有任务我发在这里，愿意去就点【认领】。
    还没跟我说过话的，先点一下，我才能把地址私下发给您。
group-help = 楼里有事，在群里发 /report 加一句话。看进度、换语言、求助，私下跟我说。
group-deaf = “{ $title }”绑好了。我在那里还只听得见 /report 和点我名的话；请把我设成管理员，#报修 和着火、晕倒这样的急事我才听得见。
button-building = 楼栋群
button-team = 服务队群
group-unbound = “{ $title }”不再绑着哪栋楼、哪支队了。要换别的，请在群里点一下，或发 /bind。
toast-group-bound = 绑好了。
bind-unknown = “{ $text }”我没认出来。楼栋这样写：/bind 源昌鑫海湾 3号楼；服务队写队名。
    小区：{ $compounds }
    服务队：{ $teams }
group-language-ask = 这个群里大家看哪种文字？通知和卡片都照这个来。
toast-group-language = 好的，这个群以后用这种文字。
