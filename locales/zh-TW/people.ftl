### 人：開始、住處、語言、服務隊、邀請、群組。

## 鍵盤上的按鈕，和意思一樣的話（用、隔開）
menu-report = 報一件事
menu-mine = 我的事
menu-tasks = 待認領
menu-todo = 待辦
menu-sos = 🆘 求助
menu-help = 說明
words-report = 報事、通報、我要通報、反映
words-mine = 我的事情、我報的事、進度
words-tasks = 任務、認領
words-todo = 待辦事項、要辦的事
words-unknown = 沒送到、下落不明
words-dead = 沒辦成、沒處理成
words-sos = 求助、救命、救命啊、救救我、緊急求助
words-help = 幫助、怎麼用
words-start = 開始
words-home = 我家、住處、地址、換地方
words-lang = 語言、換語言
words-join = 加入、加入服務隊、我要幫忙、當志工
words-rest = 休息、我要休息、我回來了
words-team = 隊員、我的隊
words-invite = 邀請

## 開始
welcome = 您好，我是{ $community }的 Linli 鄰里。
    社區裡有什麼事，直接在這裡說，打字、拍照、傳語音都可以。
    我找人來處理，處理到哪一步都會告訴您。
    <i>訊息會經過 Telegram 在境外的伺服器，不是端對端加密，請別傳證件號碼、銀行卡號。</i>

## 指令後面那一行
command-report = 報一件事
command-mine = 我報的事處理得怎樣了
command-sos = 急事叫人
command-tasks = 待認領的任務（志工）
command-rest = 休息，或者回來（志工）
command-join = 加入服務隊
command-home = 我家在哪一棟
command-lang = 換語言
command-cancel = 不報了
command-help = 怎麼用
command-bind = 這個群組是哪一棟、哪一隊的（協調員）
command-unbind = 這個群不再是哪棟樓、哪支隊的（協調員）

## 說明
help-everybody = <b>怎麼用</b>
    報事：直接在這裡說，或在樓棟群組裡傳 /report 加一句話。
    看處理得怎樣：我的事 /mine
    急事叫人：求助 /sos
help-volunteer = <b>志工</b>
    有什麼能幫的：待認領 /tasks
    這幾天沒空：休息 /rest
    做了多少：我的時長 /hours
help-leader = <b>隊長</b>
    隊裡的人：隊員 /team
    隊裡等著的事：待辦 /todo
help-coordinator = <b>協調員</b>
    要辦的事：待辦 /todo
    請人來：邀請 /invite　隊裡的人：隊員 /team
    把我加進群組，在群組裡傳 /bind 3號樓 或 /bind 隊名。
button-home = 我家在哪
button-language = 換語言
button-join-team = 加入服務隊
button-crew = 隊員
button-invite = 邀請
button-talk = 私下跟我說

## 住處
home-ask = 您家在哪個社區？點一下，以後報事就不用再說樓號。不想說也沒關係。
home-ask-again = 現在住哪個社區？
home-known = 您家：{ $place }。
home-unknown = 沒說住哪裡
home-building-ask = { $compound }，您家是哪一棟？
home-building-known = 您家：{ $compound }{ $building }。搬了家就點新的那一棟。
button-move = 換地方
toast-home-kept = 記下了。
home-move-ask = 您記的家是{ $home }，剛掃的碼是{ $door }的。您搬過來了嗎？
door-unknown = { $known ->
        [yes] 這張海報舊了，上面的樓我認不出來。您家沒有變：
       *[no] 這張海報舊了，上面的樓我認不出來，對不住。點一下選您家就好。
    }
button-move-here = 搬到這裡
button-stay = 沒搬家
toast-home-same = 好，還是原來的。
no-such-place = 這一棟我不認得，請從清單裡選。
no-such-member = 這個人我不認識。

## 語言
language-name = 繁體中文
language-ask = 想用哪種語言？
language-chosen = 好的，以後都用繁體中文。

## 休息
rest-on = 好，您先休息，暫時不會派任務給您。手上的任務還是您的，去不了請點【我去不了】。
rest-off = 您沒在休息，有任務會找您。
button-rest = 休息
button-rest-end = 我回來了
toast-rest-on = 好，先休息。
toast-rest-off = 歡迎回來。
rest-until = { $until }我再找您。
rest-over = 您休息好了嗎？從今天起有任務又會找您。還想休息，發 /rest。
hours-always = 白天和晚上有任務都會問您；夜裡只有急事才找您。
hours-some = 這些時候問您：{ $hours }。急事不分時候。
availability-ask = 什麼時候方便我來問您？打 ✓ 的時候才問，急事不分時候。
    上午 6–12 點，下午 12–18 點，晚上 18–22 點。
    放假的日子算週末，補班的日子算平日。
button-when = 什麼時候找我
button-rest-day = 1 天
button-rest-week = 1 週
button-rest-on = 一直
button-weekday-morning = 平日上午
button-weekday-afternoon = 平日下午
button-weekday-evening = 平日晚上
button-weekend-morning = 週末上午
button-weekend-afternoon = 週末下午
button-weekend-evening = 週末晚上
toast-hours-on = 好，這時候會問您。
toast-hours-off = 好，這時候不問您。
no-hours-left = 總得留一個時候。都不方便的話，點【休息】就好。

## 服務隊
teams-ask = 想加入哪一隊？點一下，隊長同意了我就告訴您。
    （✓ 已經是隊員　… 等隊長回覆）
toast-join-asked = 已經問隊長了，有回覆我告訴您。
toast-join-later = 記下了。現在還沒有人能答覆，有了協調員就請他看。
join-accepted = 「{ $team }」同意了，歡迎您！有任務我會叫您，您願意去就點【認領】。
join-refused = 「{ $team }」這次沒能加您進去，謝謝您的心意。別的隊也歡迎您：/join
no-already-in-team = 您已經在「{ $team }」裡了。
no-already-asked = 已經問過「{ $team }」了，等隊長回覆。
no-not-in-team = 要先加入「{ $team }」才行。傳 /join 就能報名。
no-already-answered =
    { $known ->
        [no] 這件已經有人答過了。
       *[yes] { $by }已經答過了，謝謝您。
    }
teammate-asks = { $name }（{ $home }）想加入「{ $team }」。
teammate =
    { $name } 是「{ $team }」的{ $leads ->
        [yes] 隊長
       *[no] 隊員
    }{ $known ->
        [no] 。
       *[yes] ，{ $by }同意的。
    }
teammate-vouch = 您查證過的，點一下打勾：
mark-line = { $what } · { $by } { $day }
mark-line-until = { $what } · { $by } { $day }，到{ $until }
mark-line-over = { $what } · { $by } { $day }，{ $until }已到期
mark-by-roster = 名冊
teammate-refused =
    { $name } 想加入「{ $team }」，{ $known ->
        [no] 沒有同意。
       *[yes] { $by }沒有同意。
    }
button-let-in = 同意
button-turn-away = 拒絕
button-certified = 有證照
button-may-enter = 可入戶
button-strong = 力氣大
toast-let-in = 好，已告訴對方。
toast-turned-away = 好，已客氣地回覆對方。
toast-vouched = 記下了，是您查證的。
toast-not-vouched = 好，取消了。
crews-ask = 看哪一隊的隊員？
crew = 「{ $team }」有 { $count } 人（★ 隊長）。點名字記證照、力氣、會說什麼話；可入戶由協調員記。
crew-name = <b>{ $name }</b>
crew-mark = { $what }
crew-rests = 休息中
crew-rests-until = 休息到{ DAY($until) }
crew-unreachable = 還沒跟我說過話
crew-busy = 手上 { $count } 件
crew-asked = 上次問：{ AGO($at) }
crew-time = 這個月{ $time }

## 邀請
invite-ask = 請誰來？
invite-volunteer-ask = 哪一隊的志工？
invite-leader-ask = 哪一隊的隊長？
button-coordinator = 協調員
button-volunteer = 志工
button-leader = 隊長
invite-link-team =
    請人當「{ $team }」的<b>{ $leads ->
        [yes] 隊長
       *[no] 志工
    }</b>，把這個連結私下轉給本人，別傳到群組裡：
    { $link }
    24 小時內點開有效，只能用一次。
toast-invite-made = 連結在下面。
invite-welcome = 歡迎您！
invite-welcome-coordinator = 您現在是協調員了，辛苦您。要辦的事在【待辦】裡，我也會按時列給您。
    把我加進樓棟群組，在群組裡傳 /bind 3號樓，鄰居就能用了。
invite-welcome-team = 歡迎加入「{ $team }」！有任務我會叫您，您願意去就點【認領】。
invite-welcome-leader = 您現在是「{ $team }」的隊長了，辛苦您。有人想入隊，我會來問您。
no-such-invite = 這個邀請連結不對，請社區再發一個。
no-invite-used = 這個邀請連結用過了，請社區再發一個。
no-invite-expired = 這個邀請連結過期了，請社區再發一個。
no-already-role = 您已經是了，這個連結留給別人吧。

## 群組
group-ask = 大家好，我是 Linli 鄰里。請協調員點一下：這是什麼群組？
group-needs-coordinator = 大家好，我是 Linli 鄰里。請社區協調員在這裡傳 /bind，告訴我這是什麼群組，我就能幫忙了。
group-compound-ask = 哪個社區？
group-building-ask = { $compound }，哪一棟？
group-team-ask = 哪一支服務隊？
group-which-ask = { $building }，是哪個社區的？
group-of-building = 這裡是{ $place }的鄰居群組。樓裡有事，在群組裡傳：
    /report 電梯壞了
    大家平時聊天，我不聽也不記。
group-of-building-all = 這裡是{ $place }的鄰居群組。樓裡有事，在群組裡傳：
    #報修 電梯壞了
    大家平時聊天，我不記。
group-of-team = 這裡是「{ $team }」的隊群組。有任務我發在這裡，願意去就點【認領】。
    還沒跟我說過話的，先點一下，我才能把地址私下傳給您。
group-help = 樓裡有事，在群組裡傳 /report 加一句話。看進度、換語言、求助，私下跟我說。
group-deaf = 「{ $title }」綁好了。我在那裡還只聽得見 /report 和點我名的話；請把我設成管理員，#報修 和失火、昏倒這樣的急事我才聽得見。
button-building = 樓棟群組
button-team = 服務隊群組
group-unbound = 「{ $title }」不再綁著哪棟樓、哪支隊了。要換別的，請在群裡點一下，或發 /bind。
toast-group-bound = 綁好了。
bind-unknown = 「{ $text }」我沒認出來。樓棟這樣寫：/bind 源昌鑫海灣 3號樓；服務隊寫隊名。
    社區：{ $compounds }
    服務隊：{ $teams }
group-language-ask = 這個群組裡大家看哪種文字？通知和卡片都照這個來。
toast-group-language = 好的，這個群組以後用這種文字。
