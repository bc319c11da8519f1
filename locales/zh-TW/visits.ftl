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
