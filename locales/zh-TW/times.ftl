### 時長：花了多久，隊長核對，我的時長，證明。

words-hours = 我的時長、時長、服務時數、我的時數
command-hours = 我的服務時數（志工）
spent-ask = 大概花了多久？我先記 { $minutes } 分鐘，不對就點一下。只有您和隊長、社區看得到。
spent-confirmed = T{ $no } 記了 { $minutes } 分鐘{ $known ->
        [no] 。
       *[yes] ，{ $by }核對過了，謝謝您。
    }
minutes-choice = { $minutes } 分
minutes-ask = 花了多久？直接發給我，例如：45 分鐘、一個半小時。
minutes-kept = 好，記了 { $minutes } 分鐘。
button-other-time = 別的時數
time-correct = T{ $no } { $name }說花了 { $minutes } 分鐘。您看應該是多久？
time-is = T{ $no } { $name }，記了 { $minutes } 分鐘。
times-head = <b>等您核對的時數（{ $count } 件）</b>
    對的點 ✓，不對點【改】。
times-none = 沒有等您核對的時數了，謝謝您。
times-line = T{ $no } { $name } · { $what } · { $start } 接，{ $end } 辦好，說是 { $minutes } 分鐘
times-just = 剛核對：T{ $no } { $name } { $minutes } 分鐘
times-right = ✓ T{ $no } { $name } { $minutes } 分
button-correct = 改
button-undo-no = 撤銷 T{ $no }
button-times = 核對時數（{ $n }）
toast-minutes = 好，記了 { $minutes } 分鐘。
toast-time-undone = 好，撤銷了。
hours-sum = <b>我的服務時數</b>（只有您和隊長、社區看得到）
    這個月：{ $month }
    今年：{ $year }
hours-waiting = 還有 { $count } 件等隊長核對（{ $time }）：
hours-line = T{ $no } { $what } · { DAY($end) } · { $minutes } 分鐘
hours-proof-asked = { $year } 年的證明已經請隊長開了，等回覆。
button-ask-proof = 開{ $no }年證明
toast-proof-asked = 好，我去請隊長開，開好了私下發給您。
proof-asks = { $name }想要 { $year } 年的服務時數證明：核對過的 { $count } 件，一共{ $time }。給開嗎？開了我私下發給本人。
proof-given = { $name } { $year } 年的時數證明，{ $by }開了。
proof-not-given = { $name } { $year } 年的時數證明，{ $by }說先不開。
proof-sent = 這是您 { $year } 年的服務時數證明，可以列印，辛苦您了。
proof-refused = { $year } 年的時數證明，{ $by }說先不開。有什麼不對，請跟他說一聲。
button-give-proof = 開證明
button-no-proof = 先不開
toast-proof-given = 好，證明發給本人了。
toast-proof-refused = 好，已告訴對方。
no-time-confirmed = T{ $no } 的時數已經核對過了。
no-own-time = 自己的時數，請別的隊長或協調員來核對。
no-such-minutes = 我沒看懂多久。請這樣寫：45 分鐘、1.5 小時。最多 24 小時。
no-too-late-to-undo-time = 過了一分鐘，撤銷不了了。T{ $no } 要改的話，請跟協調員說一聲。
no-time-to-prove = { $year } 年還沒有核對過的時數，等隊長核對了再開。
no-proof-asked = 已經請隊長開了，等回覆。
no-proof-decided = 這份證明已經有人答過了，謝謝您。
