### 您反映的事：草稿、編號、進度。

place-unit = { $unit }單元
place-room = { $room }
place-gap = {""}
place-building = { $building }
category-unclear = 其他

## 進度，一句話
case-new = 社區正在看該由誰來處理，{ $by } 前回覆。
case-new-late = 社區還沒決定該由誰來處理（原定 { $by } 前），我們繼續催。
case-accepted = 已交給{ $team }，等人過去。{ $by } 前會有人接手。
case-accepted-late = 已交給{ $team }，還沒有人接手（原定 { $by } 前），我們繼續找人。
case-working = 有人在處理。
case-working-by = { $names }在處理。
case-referred = 已轉給{ $party }，由{ $who }追蹤。{ $by } 前給大家回覆。
case-referred-late = { $party }還沒回覆（原定 { $by } 前），{ $who }繼續催。
case-promise-broken = #{ $no } { $party }沒有準時回覆，不好意思。我們繼續催，有消息馬上告訴您。
case-proposed-group = 說是處理好了，等反映的鄰居確認。
case-proposed = 說是處理好了，等您看一下。
case-fixed-group = ✅ 修好了（鄰居已確認）
case-fixed = ✅ 您說解決了，謝謝您。
case-not-fixed = 已結束，沒能辦成。{ $reason }
case-unconfirmed = 已結束（沒等到回覆）
case-declined-group = 這件事由{ $who }負責。
case-declined = 這件事我們處理不了，由{ $who }負責。{ $reason }
case-merged = 和 #{ $no } 是同一件事，一起處理。
case-withdrawn = 已結束（反映的人說不用處理了）
case-danger-over = 已結束，人沒事就好。

## 樓棟群組
case-head = 🔧 #{ $no } { $place } · { $category }
case-list-head = 這一小時反映的事（{ $count } 件）：
case-line = #{ $no } { $category }：{ $status }
button-me-too = 我也遇到了
button-me-too-count = 我也遇到了 · { $count }
button-me-too-no = 我也有 #{ $no }
button-follow-progress = 想收進度
toast-following = 記下了。#{ $no } 有結果我會告訴您。
toast-following-already = 已經記過了，#{ $no } 有結果我會告訴您。

## 回條
receipt-head = 收到了，編號 #{ $no }。
receipt-only-files = 您傳來 { $count } 個檔案
receipt-words = 「{ $text }」
receipt-files = （附 { $count } 個檔案）
receipt-next = 接下來：{ $next }
receipt-linked = 接續 #{ $no } 處理。
receipt-add = 有新情況，回覆這則訊息就行，文字、照片、語音都可以。
button-withdraw = 不用辦了
toast-withdrawn = 好的，#{ $no } 不用辦了，已告訴正在處理的人。
added-to-case = 加到 #{ $no } 裡了，處理的人看得到。

## 我的事
mine-head = 您反映的事：
mine-line = #{ $no } { $text }
    { $status }
mine-empty = 您還沒有反映過事情。看到哪裡壞了、有什麼困難，直接打字告訴我就行，拍照、傳語音也可以。
button-open-case = 看 #{ $no }

## 草稿
draft-words = 我記下的是：{ $text }
draft-no-words = 我收到檔案了，還沒有文字。再說一句是什麼事就更好了。
draft-files = 附：{ $count } 個檔案
draft-place = 地點：{ $place } 　類別：{ $category }
draft-no-place = 還沒說，點下面選一個
draft-who = 鄰居們只看到：棟號和類別。處理的人才看到：您的留言、門牌和聯絡方式。
draft-who-private = 保密：鄰居們什麼都看不到，只有處理的人看到。
draft-for-neighbour = 鄰居想請我把您在群組裡說的這句話報上去，您看可以嗎？
draft-lies = { $name } { $at } 寫的，還沒送出：
draft-sent = 已經送出了，編號 #{ $no }。
draft-joined = 已經加到 #{ $no } 裡了。
draft-dropped = 這件不報了。
draft-pick-compound = 在哪個社區？
draft-pick-building = { $compound }，哪一棟？
draft-which = 這是 #{ $no } 的事，還是另一件事？
draft-in-danger = 有人有危險嗎？
    有的話先打電話：{ $dial }，再點【有】。
draft-perhaps-danger = ⚠️ 可能有人有危險，問了還沒回答。
draft-heeded = 知道了，先照下面說的做。
button-in-danger = 有
button-no-danger = 沒有
toast-heeded = 知道了，先打電話，值班的人正在被叫。
toast-calm = 好，沒有危險就好。看看對不對再送出。
toast-case-calm = 好，沒有危險就好，照平常辦。
button-other-matter = 另一件事
button-file-answer = 記到 #{ $no }
toast-other-matter = 好，算另一件事，看看對不對再提交。
button-submit = 送出
button-place = 改地點
button-private = 保密
button-not-private = 不用保密
button-drop = 取消
button-restore = 還是要報
button-add-to = 加到 #{ $no }
button-whole-compound = 整個社區
button-other-compound = 別的社區
button-back = 返回
toast-filed = 收到了，編號 #{ $no }。
toast-added = 加到 #{ $no } 裡了。
toast-dropped = 好的，不報了。
toast-restored = 好的，還留著。
toast-private = 保密了，鄰居們看不到。
toast-not-private = 鄰居們會看到棟號和類別。
toast-placed = 地點改好了。
cancelled-question = 好的，不問了。
unknown-command = 沒有這個指令。想反映事情，直接打字告訴我；其他請看 /help。
report-asked = 您想反映什麼事？直接在這裡說就行，打字、拍照、傳語音都可以。
small-talk = 我在喔。樓裡有什麼事，直接打字告訴我就行，拍照、傳語音也可以。
small-talk-greeting = 您好！有什麼事，直接打字告訴我就行，拍照、傳語音也可以。
small-talk-thanks = 不客氣，應該的。再有什麼事，隨時打字告訴我。
small-talk-agreement = 好的。再有什麼事，隨時打字告訴我；想看辦到哪一步，點【我的事】。
small-talk-farewell = 再見，您慢走。有事隨時來找我，打字、拍照、傳語音都行。
small-talk-wishes = 謝謝您，也祝您一家平安、順心！有事隨時打字告訴我。
small-talk-who = 我是{ $community }的 Linli 鄰里，是個機器人，後面是社區的工作人員和志工。
    樓裡壞了什麼、家裡有什麼難處，直接打字告訴我，我找人來辦，辦到哪一步都告訴您。
small-talk-unsent = 上面那件事我還留著，沒交上去。要我辦，點那則訊息下面的【送出】；不報了點【取消】。

## 群組裡的話
privacy-offer = #{ $no } 收到了。您在群組裡的那句話有門牌或電話，鄰居們都看得到。要我幫您刪掉嗎？處理的人照樣看得到。
    要是沒刪掉，請您長按那則訊息，自己點「刪除」。
button-delete-mine = 幫我刪掉
toast-deleting = 好，我去刪。沒刪掉的話，請您長按那則訊息自己刪一下。
author-asked = 我先問問說這句話的鄰居，答應了就報上來。
author-asked-already = 已經問過那位鄰居了。
report-nameless = 報上來了，編號 #{ $no }，沒有記是誰說的。有結果我告訴您。

## 不行的時候
no-empty-report = 您想反映什麼事？在 /report 後面寫上，例如：/report 3號樓電梯壞了
no-such-case = 找不到 #{ $no }。
no-case-over = #{ $no } 已經結束了。
no-case-elsewhere = #{ $no } 現在不在這一步了，看看最新的卡片。
no-not-your-case = #{ $no } 不是您反映的，無法更動。
no-your-own-case = 這件就是您反映的，有結果一定告訴您。
no-too-late-to-reopen = #{ $no } 結束超過一個月了。還沒好的話，請您重新說一遍，我另開一件。
no-too-late-to-put-back = 過了一分鐘，沒辦法復原了。要改，請點「改派」或「轉辦」。
no-too-late-to-part = 過了一分鐘，分不開了。#{ $no } 要是另一件事，請再報一次。
no-acted-on-already = #{ $no } 已經有人接了，沒辦法復原了。要改，請點「改派」或「轉辦」。
no-cannot-rate = #{ $no } 現在還不能評分。
no-refer-instead = 這是{ $party }的事，請點「轉辦」，別退回去。
no-merge-with-itself = 不能和自己合併。
no-such-team = 沒有叫「{ $team }」的服務隊。
no-such-party = 不知道該轉給哪裡的{ $party }，請先選社區。
no-draft-sent = 已經送出了，編號 #{ $no }。
no-draft-dropped = 這件您剛才說不報了。要報就點「還是要報」。
no-such-draft = 這則草稿找不到了，請您再說一遍。
no-not-your-draft = 這是別人寫的，您無法更動。
no-nothing-to-cancel = 現在沒有什麼要取消的。要撤回送出的事，點回條上的「不用辦了」。
