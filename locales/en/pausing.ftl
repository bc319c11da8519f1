### Pauses: nobody need visit for now, or ever again.

care-why =
    { $reason ->
        [hospital] in hospital
        [away] away for a while
        [with_children] with the children
        [moved] moved
        [died] died
       *[refused] does not want visits
    }
care-paused = Visits are paused ({ care-why }) until { $until }; then they go on by themselves.
care-pause-asked = Somebody says no visits for now ({ care-why }), until { $until }. A second person has to agree.
care-pause-asked-for-good = Somebody says no visits any more ({ care-why }). A second person has to agree.

pause-said = { care-why }, no visits until { $until }
pause-said-for-good = { care-why }, no visits any more
pause-ask = { $place } { $who } – { $by } says: { $said }.
    Is that so?
pause-ask-family = { $who } of your family – { $by } says: { $said }.
    Is that so?
pause-holds = Nobody calls until then; afterwards we look in again. Back early? One press is enough.
pause-for-good = Noted: no more visits, and nobody is reminded any more.
pause-refused = We look in as usual.
pause-over = Visits go on.
pause-undo-waits = You pressed Undo; now the other person has to.
pause-undo-asked = The other person says it was a mistake. Press Undo too, and all is as before.
visits-resumed = { $who } is back; please look in again when it is time. No need to answer.
visits-stopped = One household needs no visits any more. Thank you for all the times you went.
visits-stopped-family = We will not send anybody any more, nor trouble you. If you need us, just say a word.
visits-go-on = That was a mistake: we look in again when it is time. Sorry for the trouble.
visit-awaits = Noted, thank you. It is settled once a second person says so; you need not go now.
absent-until =
    { $outcome ->
        [in_hospital] In hospital: until about when? Then we look in again.
       *[other] Away: until about when? Then we look in again.
    }
button-in-hospital = In hospital
button-away = Away for a while
button-about-days =
    { $days ->
        [7] A week
        [14] Two weeks
        [30] A month
       *[other] Three months
    }
button-pause-yes = Yes
button-pause-no = Still visit
button-back-early = Back already
toast-absent-told = Noted; I am asking a second person. You need not go now.
toast-pause-agreed = Noted, thank you.
toast-pause-refused = We look in as usual.
toast-pause-ended = Visits go on.
toast-stop-undone = All is as before.
toast-stop-undo-asked = The other person has to press Undo too.
no-stop-too-late-to-undo = More than two hours have passed; it cannot be undone any more.
no-stop-not-yours-to-undo = Only the two who confirmed it can do this.
