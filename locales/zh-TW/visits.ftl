### 探訪：誰去看、什麼時候去、沒人應門怎麼辦。

## 點了以後說不行

no-visit-over = 這次探訪已經結束了，謝謝您。
no-visit-not-yours = 這次探訪不在您手上。
no-visit-already-yours = 這次探訪已經在您手上了，詳情在我們的私訊裡。
no-visit-already-theirs = { $name }本來就要去的。
no-visit-not-asked = 這次探訪不用您回覆了，謝謝您。
no-visit-not-late = 還沒到時候，先別記沒去成。
no-visit-too-late-to-undo = 過了一分鐘，沒辦法復原了。記錯了請跟協調員說一聲。
no-first-visit-alone = 第一次上門要兩個人一起去，等搭檔接了再點。
no-first-visits-together = 已經有一位第一次去的了，這個名額請去過的隊員來接。
no-promise-past = 這個時間已經過了，換一個吧。
no-promise-too-late = 最晚要在{ $last }前去，換早一點吧。
no-postponed-already = 已經改過一次時間了。去不了的話，可以請人代去。
no-call-over = 這通電話已經有結果了，謝謝您。
no-unanswered-over = 人已經找到了，謝謝您。

## 計畫

no-plan-over = 這個探訪計畫已經停了。
no-plan-of-one-visit = 這一類只去一次，沒有長期計畫。
no-paired-already = { $name }已經跟這戶結對了。
no-not-paired = 這位沒有跟這戶結對。
no-helper-full = { $name }已經結對 { $count } 戶了，再多怕顧不過來。
no-paused-already = 這戶已經有人說過暫時不用去了。
no-pause-over = 這件事已經定下來了。
no-pause-second-yourself = 這一步要另一位來點，家裡人也行。
no-pause-reason = 請說明是住院了，還是出門了。
no-pause-without-end = 請說一個回來的日子，到時候我們接著去看。
no-pause-for-good = 搬走、過世或一直不願意，就不用填日子了。
no-pause-past = 這個日子已經過了，換一個吧。
no-pause-too-long = 最長 { $days } 天，到時候再看。

## 看到的情況

no-finding-is-case = 這一條已經報成 #{ $no } 了。
no-finding-amiss = 先點一下哪裡要留意，再報上來。

no-such-plan = 沒有這個探訪計畫。
no-such-visit = 沒有這次探訪。

## 探訪名單

words-visits = 探訪、探訪名單
care-head = <b>探訪名單</b>（{ $count } 戶）
care-none = 名單上還沒有人。把住戶名單（帶「重點類別」一欄的表格）傳給我，我會按類別排好每週、每月該去看誰。
care-compound = <b>{ $compound }</b>
care-line = { $place } { $who }：下次 { DAY($due) }，上次 { AGO($last) }
care-line-never = { $place } { $who }：下次 { DAY($due) }，還沒去過
care-alone = · 沒有結對的人
care-home = <b>{ $who }</b>
    { $place }
care-plan = { $name }：下一期 { DAY($due) }
care-helpers = 結對：{ $names }
care-no-helpers = 還沒有結對的人。點【結對】，到日子我先問他。
care-pair-whom = 請誰來結對？這些志工可以入戶。
care-nobody = 現在沒有可入戶的志工。先在服務隊裡幫志工記上【可入戶】，再來結對。
care-pause-why = 為什麼暫時不用去？到期我會自己接著排。
care-unpair = 不再結對 { $name }
button-pair = 結對
button-pause = 暫停
button-pause-reason =
    { $reason ->
        [hospital] 住院
        [away] 出門
        [with_children] 去子女家
        [moved] 搬走了
        [died] 過世
       *[refused] 不願意
    }
toast-paired = 好，{ $name }結對了。
toast-unpaired = 好，不再結對。
toast-pause-asked = 記下了，等另一位同意。
paired-told = 請您跟一戶人家結對，到該去看看的日子，我先問您。謝謝您。
visit-let-off = 有一戶這次不用您去了，家裡有安排。謝謝您。
no-plan-for-helpers = 這戶的探訪不用結對的人去。

## 去看看

visit-head = 到府探望 · { $place } · { DAY($by) }前 · 約 { $minutes } 分鐘
visit-over = 這次已經有著落了，謝謝大家。
visit-which-day = 您哪天方便？
visit-which-time = 什麼時候方便？
visit-offer = { $name }，該去看看{ $who }了（上次是 { AGO($last) }）。
    您哪天方便？
visit-offer-first = { $name }，該去看看{ $who }了。
    您哪天方便？
visit-yours = 好，{ $at }您去，謝謝。
visit-details = 請您 { $at } 去看看，辛苦了。
visit-phone = { $name } { $phone }
visit-in-twos = 第一次到府要兩個人一起去，我正在找搭檔，找到了再去。
visit-nobody-opens = 敲門沒人應：先別走，點【敲門沒人應】，我一步一步陪您。
visit-done = 記下了，辛苦您。地址和電話已收走。
visit-off = 這次不用您去了，謝謝您。地址和電話已收走。
visit-evening = { $at } 您要去看看那戶人家。
visit-soon = { TIME($at) } 您要去看看那戶人家，還有一個小時。
visit-still = 說好的時間過了。還是您去嗎？
command-rounds = 要去看看的人家（志工）
words-rounds = 我的探訪、去看誰
visits-yours = <b>要去看看的</b>（{ $count } 戶）
visits-which = 點一個號碼，看詳情、定時間。
visits-promised = 您說好 { $at } 去
visits-still = 說好的時間過了，還是您去嗎？
visits-late = { $names }說了去，時間過了
visits-none = 現在沒有要您去看的。有要去的，我早上八點半傳給您。
visits-none-till = 現在沒有要您去看的。下次是{ $who }，{ DAY($day) }起。到時候我早上八點半傳給您。
button-rounds = 我的探訪
visit-family = 您家裡長輩：{ $name } { $at } 會到府看看。
visit-family-off = 您家裡長輩：說好到府的人去不了了，我們另找人，定了再告訴您。
calls-head = <b>沒去成的，今天打個電話</b>
calls-line = { $n }. { $place }，{ $by } 前
calls-taken = { $n }. { $place }，{ $name }在打
calls-none = 沒有要打的電話了，謝謝大家。
todo-call = { $place } 有一戶沒去成，{ $by } 前打個電話
call-head = 這一期沒人去成，請您打個電話問問她好不好。
call-over = 這通電話有著落了。號碼已收走。
button-today = 今天
button-tomorrow = 明天
button-choose-time = 選時間
button-move-visit = 改時間
button-cannot-visit = 這次去不了
visit-time = { $at }
button-still = 是，我去
button-met = 見到了
button-phoned = 打電話聯絡上
button-declined = 不想見
button-take-call = 我來打 { $n }
button-call-reached = 打通了
button-call-back = 我打不了
toast-visit-when = 好，到我們的私訊裡選個時間。
toast-visit-at = 好，{ $at }。
toast-visit-no = 好的，沒關係，我問問別人。
toast-visit-still = 好，謝謝您。
toast-visit-told = 記下了，謝謝您。
toast-visit-go-too = 電話記下了。上一期也只打了電話，這次請還是去看看。
toast-call-reached = 記下了，謝謝您。
toast-call-back = 好，請別的同事打。

## 去了以後

visit-how = 她還好嗎？
finding-head = 點一下做了什麼、哪裡要留意。也可以直接打字或傳語音。不用拍照。
finding-well = 都很好。
finding-did = 做了：{ $what }
finding-amiss = 要留意：{ $what }
finding-case = { $what } → #{ $no }
finding-said = 「{ $text }」
finding-voices = 語音 { $count } 則
finding-noted = 記下了。還有就接著說，沒有就點【說完了】。
finding-report = 探訪時看到：{ $what }要留意。
finding-from = 來自 { $at } 的探訪（{ $name }）。
finding-also = 那次還看到：{ $what }
finding-tick =
    { $tick ->
        [chat] 聊了會天
        [carry] 拎了東西
        [holiday] 過節看望
       *[tidy] 幫忙收拾
    }
finding-check =
    { $check ->
        [health] 身體
        [means] 生活來源
        [family] 家裡人
        [home] 居家安全
       *[needs] 想要什麼
    }
button-all-well = 都很好
button-more-to-say = 有事要說
finding-to-report = 報：{ $what }
button-said = 說完了
toast-all-well = 太好了，謝謝您。
toast-finding-reported = 報上去了，#{ $no }。
toast-visit-undone = 好，當沒按過。
no-finding-photo = 照片先不用，打字或者傳語音就行。

## 誰去合適

care-wishes = 這戶人家希望誰來？按一下，再按一下取消。
care-wished = 希望：{ $what }
care-wish =
    { $wish ->
        [woman] 女性志工
       *[stranger] 不要鄰居
    }
care-wish-tongue = 會{ $tongue }
button-wishes = 來人要求
button-woman = 女
toast-wish = 記下了。
no-wish-woman = 這戶人家希望女性志工去，謝謝您。
no-wish-neighbour = 這戶人家希望不是同一棟樓的人去，謝謝您。
no-wish-tongue = 這戶人家希望去的人會說他們的話，謝謝您。

## 請人代去

stand-in-whom = 請誰代您去？對方說好之前，還是您去。
stand-in-waits = 已經問了{ $name }，等一句話。
stand-in-nobody = 現在沒有合適的人。去不了的話，按【我去不了】，我來找人。
stand-in-ask = { $by }請您 { $at } 代去看看一戶人家，可以嗎？
stand-in-over = 這件事不用您回話了，謝謝您。
visit-stood-in = { $name }替您去，您放心。
visit-not-stood-in = { $name }去不了，還是您去，或者再請一位。
button-stand-in = 請人代去
button-know = 知道了
toast-visit-known = 好，謝謝您。
no-cannot-stand-in = 這位現在不方便去，換一位吧。

## 打字說結果

words-met = 見到了、見到人了、人見到了
words-phoned = 打電話聯繫上了、電話聯繫上了、電話打通了
words-refused = 不想見、她不想見、他不想見
words-in-hospital = 住院了、她住院了、他住院了
words-away = 出門住一陣、她出門了、他出門了、去孩子家住了
outcome-which = 您說的是哪一戶？
outcome-door = { $who }
visit-go-too = 電話記下了。上一期也只打了電話，這次請還是去看看。

## 有事要到

care-plan-once = { $name }：這一次
care-events = 出了什麼事？按一下，我請人去看看。
care-event-day = 什麼時候？
event-in-days =
    { $days ->
        [0] 就今天
       *[other] { $days } 天後
    }
event-over = 結束：{ $name }
button-events = 有事要去
button-arrive = 請人上門
arrive-what = 出了什麼事？一天以內會有人到。
arrive-door = 哪一戶？寫單元和房號，比如「2單元1502」。
arrive-sent = 好，我這就請人去。一天以內會有人到。
toast-event-begun = 好，我請人去。
toast-event-over = 好，結束了。
arrive-case =
    #{ $no } { $category }，{ $place }。這樣的事一天以內要有人到：{ $by }前。
    還不知道是哪一戶。問清楚了按【請人上門】寫門牌；已經有人去了，也請按一下。
arrive-case-said =
    #{ $no } { $category }，{ $place }。反映的人有意見，{ $by }前要有人去當面聽他說。
    還不知道他住哪一戶。問清楚了按【請人上門】寫門牌；已經有人去了，也請按一下。
arrive-case-done = #{ $no } { $category }，{ $place }：有人去了。
arrive-case-door = #{ $no } 是哪一戶？寫樓號、單元和房號，比如「3號樓2單元1502」。
button-arrived-already = 已有人去
toast-arrival-noted = 好，記下了。
todo-arrival = #{ $no } { $category }，{ $place }：{ $by }前要有人到，還不知道是哪一戶
todo-discontent = #{ $no } { $category }，{ $place }：反映的人有意見，{ $by }前要有人去，還不知道是哪一戶
button-todo-arrive = #{ $no } 請人去
no-event-begun = 今天已經記過了，有人會去。
no-such-door = 名單上沒有這一戶。請跟社區說一聲，先把這戶記上。
