### 时长：花了多久，队长核对，我的时长，证明。

words-hours = 我的时长、时长、服务时长
command-hours = 我的服务时长（志愿者）
spent-ask = 大概花了多久？我先记 { $minutes } 分钟，不对就点一下。只有您和队长、社区看得到。
spent-confirmed = T{ $no } 记了 { $minutes } 分钟{ $known ->
        [no] 。
       *[yes] ，{ $by }核对过了，谢谢您。
    }
minutes-choice = { $minutes } 分
minutes-ask = 花了多久？直接发给我，比如：45 分钟、一个半小时。
minutes-kept = 好，记了 { $minutes } 分钟。
button-other-time = 别的时长
time-correct = T{ $no } { $name }说花了 { $minutes } 分钟。您看应该是多久？
time-is = T{ $no } { $name }，记了 { $minutes } 分钟。
times-head = <b>等您核对的时长（{ $count } 件）</b>
    对的点 ✓，不对点【改】。
times-none = 没有等您核对的时长了，谢谢您。
times-line = T{ $no } { $name } · { $what } · { $start } 接，{ $end } 办好，说是 { $minutes } 分钟
times-just = 刚核对：T{ $no } { $name } { $minutes } 分钟
times-right = ✓ T{ $no } { $name } { $minutes } 分
button-correct = 改
button-undo-no = 撤销 T{ $no }
button-times = 核对时长（{ $n }）
toast-minutes = 好，记了 { $minutes } 分钟。
toast-time-undone = 好，撤销了。
hours-sum = <b>我的时长</b>（只有您和队长、社区看得到）
    这个月：{ $month }
    今年：{ $year }
hours-waiting = 还有 { $count } 件等队长核对（{ $time }）：
hours-line = T{ $no } { $what } · { DAY($end) } · { $minutes } 分钟
hours-proof-asked = { $year } 年的证明已经请队长开了，等回话。
button-ask-proof = 开{ $no }年证明
toast-proof-asked = 好，我去请队长开，开好了私下发给您。
proof-asks = { $name }想要 { $year } 年的服务时长证明：核对过的 { $count } 件，一共{ $time }。给开吗？开了我私下发给本人。
proof-given = { $name } { $year } 年的时长证明，{ $by }开了。
proof-not-given = { $name } { $year } 年的时长证明，{ $by }说先不开。
proof-sent = 这是您 { $year } 年的服务时长证明，可以打印，辛苦您了。
proof-refused = { $year } 年的时长证明，{ $by }说先不开。有什么不对，请跟他说一声。
button-give-proof = 开证明
button-no-proof = 先不开
toast-proof-given = 好，证明发给本人了。
toast-proof-refused = 好，已告诉对方。
no-time-confirmed = T{ $no } 的时长已经核对过了。
no-own-time = 自己的时长，请别的队长或协调员来核对。
no-such-minutes = 我没看懂多久。请这样写：45 分钟、1.5 小时。最多 24 小时。
no-too-late-to-undo-time = 过了一分钟，撤销不了了。T{ $no } 要改的话，请跟协调员说一声。
no-time-to-prove = { $year } 年还没有核对过的时长，等队长核对了再开。
no-proof-asked = 已经请队长开了，等回话。
no-proof-decided = 这份证明已经有人答过了，谢谢您。
