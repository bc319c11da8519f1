### 任務：認領、地址和電話、請您去、傳話、辦好了、解決了沒有。

## 任務卡片
task-number = T{ $no } { $what }
task-follow-up = 跟進{ $party } · { $category }
task-urgent = 急，請馬上
task-by = { $by } 前
task-by-day = { $by }前
task-late = 原訂 { $by } 前
task-minutes =
    { $minutes ->
        [30] 半小時
        [60] 一小時
        [90] 一個半小時
        [120] 兩小時
        [180] 三小時
       *[other] { $minutes } 分鐘
    }
task-wants =
    { $slots ->
        [1] 大約{ task-minutes }。
       *[other] 要 { $slots } 人，大約{ task-minutes }。
    }
task-follow-up-wants = 請盯著{ $party }把事情辦完，回頭跟鄰居說一聲。
task-needs-certified = 限有證照的志工。
task-needs-entry = 限可到府的志工。
task-needs-strong = 需要力氣。
task-needs-tongue = 要會說{ $tongue }。
task-free = 還差 { $count } 人。
task-goes = { $names }去，謝謝。
task-goes-too-few = { $names }去，謝謝。還差 { $count } 人。
task-unclaimed = 本該 { $by } 前有人接，還沒有。您看看誰能去？
task-done = ✅ 辦好了。{ $names }，辛苦了。
task-done-alone = ✅ 辦好了。
task-cancelled = 這件不用去了，謝謝大家。
task-missed = 時間過了，沒有去成。
button-claim = 認領
button-leader-asks = 隊長請人
button-details = 看詳情
button-ask = 請您去…
button-fewer = 少 1 人
button-more = 多 1 人
button-done-all = 都辦好了
task-cannot-go = { $name }去不了
toast-claimed = T{ $no } 交給您了，謝謝！地址和電話在我們的私訊裡。
toast-slots = 好，{ $count } 人去。

## 地址和電話，只給去的人
details-head =
    { $follow_up ->
        [yes] T{ $no } 請您跟進，辛苦了。
       *[no] T{ $no } 請您跑一趟，辛苦了。
    }
details-whom = { $name }，{ $place }
details-whom-phone = { $name }，{ $place }，{ $phone }
details-nameless = 地點：{ $place }。反映的人沒留名字。
details-home = 家住{ $place }
details-no-place = 沒說在哪裡，先問一聲
details-text = 事情：{ $text }
details-added = 後來說：{ $text }
details-files = 另有照片、語音 { $count } 個，一起傳給您了。
details-by = 最好 { $by } 前辦好。
details-urgent = 急事，請馬上去。有人受傷、失火先打 120、119。
details-by-day = 最好{ $by }前辦好。
details-promised = { $party }答應 { $by } 前回覆，電話 { $phone }
details-rule = 這些只給您一個人看，辦完我會收走，請別轉傳、別截圖。不談錢，不收禮。
details-story = T{ $no } 全文（{ $page }/{ $pages }）
    { $text }
details-gone = T{ $no } 的地址和電話已收走。
details-gone-done = T{ $no } 辦好了，辛苦您。地址和電話已收走。
details-gone-cancelled = T{ $no } 不用去了，謝謝您。地址和電話已收走。
button-done = 辦好了
button-write = 給她留言
button-arrived = 我到了
button-release = 我去不了
button-undo = 復原
button-story = 看全文
toast-not-done = 好，T{ $no } 還在您手上。
toast-undone = 好，復原了。T{ $no } 留給別人。
toast-released = 好，T{ $no } 交回隊裡了，謝謝您說一聲。
toast-arrived = 好，已告訴對方您到了。
task-handed-back = { $name }去不了 T{ $no }，又在等人認領了。
task-taken-off = { $by }說 T{ $no } 不用您去了，謝謝您。
task-done-for-you = { $by }說 T{ $no } 辦好了，辛苦您。
task-news = T{ $no } 有新情況，我加到上面的詳情裡了。
task-withdrawn = T{ $no } 不用去了，反映的人說不用辦了。謝謝您。
task-yours-again = T{ $no } 剛才說不用去，是點錯了，還是請您去。詳情又給您了。
task-moved-on = T{ $no } 改由別的隊去辦，您不用去了，謝謝您。

## 待認領
tasks-yours = <b>在您手上</b>
tasks-waiting = <b>等人認領</b>
tasks-none = 現在沒有等人認領的。有新的，我會告訴您。
tasks-none-more = 別的都有人接了。
tasks-resting = 您在休息，新的任務不找您。想回來，傳 /rest。
unclaimed-head = <b>過了時間還沒人接（{ $count } 件）</b>
    點一下，請人去。
unclaimed-none = 沒有過了時間還沒人接的。
button-claim-no = 認領 T{ $no }
button-done-no = 辦好了 T{ $no }
button-details-no = 詳情 T{ $no }
button-open-task = 看 T{ $no }

## 請您去
ask-whom = 請誰去？點名字，我去問。
ask-nobody = 隊裡現在沒有能去的人：或在休息，或手上滿了，或還沒跟我說過話。
ask-busy = { $name } · 手上 { $count } 件
ask-waits = 已問{ $name }，等回覆。
ask-over = 這件已經結束了。
asked-head = { $by }想請您跑一趟，您看行嗎？
asked-agreed = 您答應去了，謝謝您。
asked-refused = 好的，沒關係，謝謝您回覆。
asked-over = 已經有人去了，謝謝您。
button-agree = 好
button-refuse = 去不了
button-page-before = ‹ 上一頁
button-page-after = 下一頁 ›
toast-asked = 好，我去問{ $name }，有回覆告訴您。
toast-refused = 好的，沒關係。
task-refused = { $name }說 T{ $no } 去不了，您再看看誰能去？

## 傳話
relay-ask = 想說什麼？十分鐘內直接傳給我，文字、照片、語音都行，我轉過去。對方看不到您的帳號。
relay-from-holder = { $name }（T{ $no }）說：
    { $text }
    （想回話，回覆這則就行。）
relay-from-reporter = 反映的鄰居（T{ $no }）說：
    { $text }
    （想回話，回覆這則就行。）
relay-file-from-holder = { $name }（T{ $no }）傳來的
relay-file-from-reporter = 反映的鄰居（T{ $no }）傳來的
relay-passed = 轉過去了。還有要說的，一分鐘內接著傳；以後回覆這則也行。
relay-arrived = #{ $no } { $name }到了。
button-write-holder = 留言

## 辦好了
toast-done = T{ $no } 辦好了，辛苦您！
remark-offer = T{ $no } 辦好了，謝謝您。想補一句或拍張照片，十分鐘內直接傳給我，鄰居也看得到。
remark-kept = 記下了，謝謝。
remark-photo = #{ $no } { $name }傳來的照片

## 解決了嗎
confirm-done = #{ $no } { $names }說辦好了。
confirm-done-alone = #{ $no } 說是辦好了。
confirm-party = #{ $no } { $names }說{ $party }辦好了。
confirm-party-alone = #{ $no } { $party }那邊說辦好了。
confirm-ask = { $said }您看解決了嗎？
confirm-ask-for = { $said }反映的鄰居沒辦法在這裡回覆，請您問一聲，再替他點。
confirm-remark = 留了句話：{ $text }
confirm-reminder = 還想問您一聲 #{ $no } 好了沒有？不方便就不用回，{ DAY($by) }我先收起來，之後一個月內還能點【沒解決】。
confirm-reminder-for = #{ $no } 好了沒有，還沒有回覆。請您問問反映的鄰居；{ DAY($by) }我先收起來，之後一個月內還能點【沒解決】。
confirm-thanks = #{ $no } 謝謝您告訴我們。辦得怎麼樣，給幾顆星？評分只有隊長和社區看得到。
confirm-rated = #{ $no } 您給了 { $stars }，謝謝您。想改，再點一下就行。
confirm-fixed-for = #{ $no } 記下了：反映的鄰居說解決了。
confirm-reopened = #{ $no } 對不起，我們接著辦。哪裡還不行？說一句或拍張照片都行。
confirm-reopened-for = #{ $no } 接著辦了。哪裡還不行，說一句或拍張照片都行。
confirm-ended = #{ $no } 沒等到回覆，先收起來了。還沒好就點【沒解決】，我們接著辦。
confirm-before = #{ $no } 我又問了您一次，看下面那則。
confirm-over = #{ $no } 已經結束了。
button-solved = 已解決
button-not-solved = 沒解決
toast-solved = #{ $no } 解決了，謝謝您告訴我們。
toast-reopened = 對不起，#{ $no } 我們接著辦。
toast-disputed = 聽到了。一天以內有人來聽您說。
no-heard-already = 已經請人來聽您說了，謝謝您告訴我們。
discontent-told = #{ $no } 沒讓您滿意，對不起。一天以內我們請人到府，當面聽您說。
discontent-off = #{ $no } 謝謝您。那就不請人到府打擾您了。
alert-discontent = #{ $no } 反映的鄰居有意見，我請人一天以內上門聽他說。
toast-rated = 謝謝您！
praise-offer = 還想說句話嗎？十分鐘內直接傳給我，只有隊長和社區看得到。不說也行。
praise-kept = 收到，轉給隊長和社區了，謝謝您。
result-fixed = 您也遇到的 #{ $no }，辦好了（反映的鄰居已確認）。
result-unconfirmed = 您也遇到的 #{ $no }，說是辦好了，沒等到反映的鄰居回覆，先收起來了。
result-withdrawn = 您也遇到的 #{ $no } 先不辦了。您那邊要是還沒好，直接打字告訴我。
result-declined = 您也遇到的 #{ $no }，我們辦不了，該找：{ $who }
alert-reopened-late = #{ $no } 反映的鄰居說沒解決，已經過了時限（{ LATE($by) }），請您看看。
stars-line = #{ $no } { $category }（{ $names }）：{ $stars }
stars-praise = 「{ $text }」
again-offer = #{ $no } 結束超過一個月了，不好再接著辦。還沒好的話，我照原樣另開一件，和它連在一起。
again-done = #{ $no } 已經接著另開了一件：#{ $new }。
button-again = 再報一次
toast-again = 好，另開了一件：#{ $no }。

## 不行的時候
no-such-task = 找不到 T{ $no }。
no-task-over = T{ $no } 已經結束了，謝謝您。
no-already-yours = T{ $no } 已經在您手上了，詳情在我們的私訊裡。
no-already-claimed = { $by }已經接了，謝謝您。
no-not-yours = T{ $no } 不在您手上。
no-too-late-to-undo = 過了一分鐘，沒辦法復原了。去不了請點【我去不了】。
no-too-late-to-undo-done = 過了一分鐘，沒辦法復原了。T{ $no } 還沒好的話，請跟隊長說一聲。
no-answered-already = #{ $no } 鄰居已經回話了，沒辦法復原了。
no-start-first = 先跟我說句話，我才能把地址私下傳給您。
no-resting = 您在休息。想回來，先傳 /rest，再點一次。
no-hands-full = 手上已經有 { $count } 件了，先辦好一件，再來接。
no-needs-certified = 這件要有證照的志工去。您有證照的話，請隊長幫您記上。
no-needs-entry = 這件要可到府的志工去。可到府由社區協調員來定，請隊長幫您問一聲。
no-needs-strong = 這件要力氣大的志工去。您可以的話，請隊長幫您記上。
no-needs-tongue = 這件要會說{ $tongue }的志工去。您會說的話，請隊長幫您記上。
no-too-few-slots = 不能再少了，已經有人要去。
no-too-many-slots = 最多 { $count } 人。
no-only-together = 這件要 { $count } 個人一起去，不能再少了。
no-asked-already = 已經問過{ $name }了，等回覆。
no-not-asked = T{ $no } 不用您回覆了，謝謝您。
no-cannot-reach = { $name }還沒跟我說過話，我沒辦法問。請他先點一下 Start。
no-cannot-relay = T{ $no } 反映的人沒辦法在這裡收訊息，請打電話。
no-nobody-holds = #{ $no } 現在還沒有人去，等有人接了再留言。直接說給我，我先記著。
no-relay-over = T{ $no } 已經結束了，不能再傳話。
no-nothing-to-relay = 這個我轉不了，請傳文字、照片或語音。
no-too-long = 太長了，請分成幾段，每段不超過 { $count } 字。
no-words-only = 請寫幾個字傳給我。
no-stars-so-soon = 您是不是連點了兩下？#{ $no } 想給幾顆星，再點一次就行。
no-already-solved = #{ $no } 您已經說過解決了，謝謝您。
no-already-again = 已經另開了一件：#{ $no }。
