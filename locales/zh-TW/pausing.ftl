### 暫停：暫時不用去，或者以後都不用去了。

care-why =
    { $reason ->
        [hospital] 住院
        [away] 出門住一陣
        [with_children] 去子女家
        [moved] 搬走了
        [died] 過世
       *[refused] 一直不願意
    }
care-paused = 暫停探訪（{ care-why }），到 { $until } 為止，之後自己接著。
care-pause-asked = 有人說暫時不用去（{ care-why }），到 { $until }。要另一位點頭才算。
care-pause-asked-for-good = 有人說以後不用去了（{ care-why }）。要另一位點頭才算。

pause-said = { care-why }，到 { $until } 先不用去看
pause-said-for-good = { care-why }，以後不用去看了
pause-ask = { $place } { $who }：{ $by }說{ $said }。
    是這樣嗎？
pause-ask-family = 您家裡{ $who }：{ $by }說{ $said }。
    是這樣嗎？
pause-holds = 好，這段時間先不上門，到日子我們接著去。早回來了，點一下就行。
pause-for-good = 記下了，以後不再安排，也不再提醒任何人。
pause-refused = 好，照常去看看。
pause-over = 已經接著去看了。
pause-undo-waits = 您點了復原，等另一位也點一下。
pause-undo-asked = 另一位說記錯了。您也點一下【復原】，就都恢復了。
visits-resumed = { $who }回來了，到日子還請您去看看。不急著回我。
visits-stopped = 有一戶以後不用再去看了。一直以來辛苦您了，謝謝您。
visits-stopped-family = 以後不再安排人上門了，也不再打擾您。需要我們時，隨時說一聲。
visits-go-on = 剛才記錯了，到日子還是會去看看。打擾您了。
visit-awaits = 記下了，辛苦您。等另一位說一聲就定，您先不用去了。
absent-until =
    { $outcome ->
        [in_hospital] 住院了，大概住到什麼時候？到日子我們再去看。
       *[other] 出門了，大概什麼時候回來？到日子我們再去看。
    }
button-in-hospital = 住院了
button-away = 出門住一陣
button-about-days =
    { $days ->
        [7] 一週
        [14] 兩週
        [30] 一個月
       *[other] 三個月
    }
button-pause-yes = 是的
button-pause-no = 還要去
button-back-early = 已經回來了
toast-absent-told = 記下了，我再問另一位。這次您先不用去了。
toast-pause-agreed = 好，知道了，謝謝您。
toast-pause-refused = 好，照常去看看。
toast-pause-ended = 好，我們接著去看看。
toast-stop-undone = 好，都恢復了。
toast-stop-undo-asked = 好，等另一位也點一下復原。
no-stop-too-late-to-undo = 過了兩個小時，復原不了了。
no-stop-not-yours-to-undo = 這一步要當時確認的兩位來點。
