### 暂停：暂时不用去，或者以后都不用去了。

care-why =
    { $reason ->
        [hospital] 住院
        [away] 出门住一阵
        [with_children] 去子女家
        [moved] 搬走了
        [died] 去世
       *[refused] 一直不愿意
    }
care-paused = 暂停探访（{ care-why }），到 { $until } 为止，之后自己接着。
care-pause-asked = 有人说暂时不用去（{ care-why }），到 { $until }。要另一位点头才算。
care-pause-asked-for-good = 有人说以后不用去了（{ care-why }）。要另一位点头才算。

pause-said = { care-why }，到 { $until } 先不用去看
pause-said-for-good = { care-why }，以后不用去看了
pause-ask = { $place } { $who }：{ $by }说{ $said }。
    是这样吗？
pause-ask-family = 您家里{ $who }：{ $by }说{ $said }。
    是这样吗？
pause-holds = 好，这段时间先不上门，到日子我们接着去。早回来了，点一下就行。
pause-for-good = 记下了，以后不再安排，也不再提醒任何人。
pause-refused = 好，照常去看看。
pause-over = 已经接着去看了。
pause-undo-waits = 您点了撤销，等另一位也点一下。
pause-undo-asked = 另一位说记错了。您也点一下【撤销】，就都恢复了。
visits-resumed = { $who }回来了，到日子还请您去看看。不急着回我。
visits-stopped = 有一户以后不用再去看了。一直以来辛苦您了，谢谢您。
visits-stopped-family = 以后不再安排人上门了，也不再打扰您。需要我们时，随时说一声。
visits-go-on = 刚才记错了，到日子还是会去看看。打扰您了。
visit-awaits = 记下了，辛苦您。等另一位说一声就定，您先不用去了。
absent-until =
    { $outcome ->
        [in_hospital] 住院了，大概住到什么时候？到日子我们再去看。
       *[other] 出门了，大概什么时候回来？到日子我们再去看。
    }
button-in-hospital = 住院了
button-away = 出门住一阵
button-about-days =
    { $days ->
        [7] 一周
        [14] 两周
        [30] 一个月
       *[other] 三个月
    }
button-pause-yes = 是的
button-pause-no = 还要去
button-back-early = 已经回来了
toast-absent-told = 记下了，我再问另一位。这次您先不用去了。
toast-pause-agreed = 好，知道了，谢谢您。
toast-pause-refused = 好，照常去看看。
toast-pause-ended = 好，我们接着去看看。
toast-stop-undone = 好，都恢复了。
toast-stop-undo-asked = 好，等另一位也点一下撤销。
no-stop-too-late-to-undo = 过了两个小时，撤销不了了。
no-stop-not-yours-to-undo = 这一步要当时确认的两位来点。
