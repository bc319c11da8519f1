### 樓裡誰負責：兩長四員、網格員、我的樓。

no-charge-over = 這個職責已經不在了。
no-such-duty = 這個職責工作法裡沒有。

## 誰負責
words-who = 誰負責、樓棟長、找誰
words-building = 我的樓棟
menu-building = 我的樓
who-head = <b>{ $place }</b> 有事找誰：
who-nobody = 還沒有登記，有事請傳 /report，社區會看到。
who-line = { $duty }　{ $name }{ $timed ->
        [yes] ，{ $hours }
       *[no] {""}
    }{ $called ->
        [yes] ，電話 { $phone }
       *[no] {""}
    }
charges-which-compound = 哪個社區？
charges-which-building = { $compound }，哪棟樓？
charges-add = ＋{ $duty }
charges-end = ✕ { $name }
button-charges = 兩長四員
button-see-building = 看這棟樓
charge-add-how = { $place }的{ $duty }：本人用 Telegram，就傳連結；不用的，寫個名字就行。
button-charge-link = 傳連結
button-charge-name = 寫名字
charge-name-ask = { $building }的{ $duty }叫什麼？寫成：吳師傅，每天 18:00–20:00。時間可以不寫。
charge-end-sure = { $name } 不再是{ $place }的{ $duty }了？
button-charge-end = 不再是了
toast-charge-ended = 記下了。
invite-link-duty =
    請人當{ $building }的<b>{ $duty }</b>，把這個連結私下轉給本人，別傳到群組：
    { $link }
    24 小時內點開有效，只能用一次。
invite-welcome-duty = 謝謝您！您現在是{ $place }的{ $duty }了。您什麼時候方便，按【我的職責】寫上。
my-charges-head = 鄰居傳 /who 看到的是這樣：
button-my-charges = 我的職責
button-hours = 改時間
button-phone-show = 顯示電話
button-phone-hide = 不顯示電話
charge-hours-ask = 您什麼時候方便？比如：每天 18:00–20:00。
charge-phone-ask = 想讓鄰居看到哪個號碼？寫下來。不想的話，傳 /cancel。
no-phone-please = 這不像電話號碼，請再寫一次。不想顯示，傳 /cancel。
toast-phone-shown = 鄰居看得到您的電話了。
toast-phone-hidden = 不顯示了。

## 我的樓
my-buildings-which = 看哪棟樓？
building-head = <b>{ $place }</b>　沒辦完的 { $count } 件
building-line = #{ $no } { $category } · { $state ->
        [new] 社區在看
        [accepted] 等「{ $who }」的人接
        [working] 有人在辦
        [referred] 轉給{ $who }了，{ $by }前回話
       *[proposed] 等報事的鄰居確認
    }
building-helpers = 今天在幫忙的：{ $names }
button-post = 發到樓棟群
button-chase = 催辦 #{ $no }
button-party-reply = 回話 #{ $no }
toast-chased = #{ $no } 催過了，跟進的人會再問。
chased-told = { $name }在催 #{ $no }，請您再問問對方什麼時候辦。
alert-chased = { $name }在催 #{ $no }，現在沒有人跟進，請看一下。
no-chased-already = #{ $no } 這個鐘頭裡催過了，過一會兒再催。
party-reply-ask = #{ $no } 對方怎麼說？寫一句，報事的鄰居會看到。
party-reply-noted = 記到 #{ $no } 裡了，也告訴了報事的鄰居。
party-replied = #{ $no } 有回話了：
    { $text }
