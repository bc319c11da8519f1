### Service time: how long it took, a leader confirms, my hours, the proof.

words-hours = my hours、hours、service time
command-hours = My service time (volunteers)
spent-ask = About how long did it take? I wrote { $minutes } minutes; tap if that is wrong. Only you, your leader and the community see it.
spent-confirmed = T{ $no }: { $minutes } minutes{ $known ->
        [no] .
       *[yes] , confirmed by { $by }. Thank you.
    }
minutes-choice = { $minutes } min
minutes-ask = How long did it take? Just write it: 45 minutes, 1.5 hours.
minutes-kept = Good, { $minutes } minutes.
button-other-time = Another length
time-correct = T{ $no } { $name } says it took { $minutes } minutes. How long should it be?
time-is = T{ $no } { $name }: { $minutes } minutes.
times-head = <b>Service time for you to confirm ({ $count })</b>
    Tap ✓ where it is right, else Change.
times-none = No service time waits for you. Thank you.
times-line = T{ $no } { $name } · { $what } · claimed { $start }, done { $end }, says { $minutes } minutes
times-just = Just confirmed: T{ $no } { $name }, { $minutes } minutes
times-right = ✓ T{ $no } { $name } { $minutes } min
button-correct = Change
button-undo-no = Undo T{ $no }
button-times = Confirm time ({ $n })
toast-minutes = Good, { $minutes } minutes.
toast-time-undone = Good, undone.
hours-sum = <b>My service time</b> (only you, your leader and the community see it)
    This month: { $month }
    This year: { $year }
hours-waiting = { $count } still wait for your leader ({ $time }):
hours-line = T{ $no } { $what } · { DAY($end) } · { $minutes } minutes
hours-proof-asked = Your leader has been asked for the proof of { $year }.
button-ask-proof = Proof of { $no }
toast-proof-asked = Good, I am asking your leader; the paper comes to you in private.
proof-asks = { $name } would like a proof of service time for { $year }: { $count } confirmed tasks, { $time } in all. Give it? It goes to them alone.
proof-given = Proof of { $name }’s service time in { $year }: given by { $by }.
proof-not-given = Proof of { $name }’s service time in { $year }: { $by } said not yet.
proof-sent = Here is the proof of your service time in { $year }, ready to print. Thank you for all of it.
proof-refused = The proof of your service time in { $year }: { $by } said not yet. If something is wrong, please talk to them.
button-give-proof = Give the proof
button-no-proof = Not yet
toast-proof-given = Good, the proof is on its way to them.
toast-proof-refused = Good, they have been told.
no-time-confirmed = The time of T{ $no } has been confirmed already.
no-own-time = Your own time is for another leader or a coordinator to confirm.
no-such-minutes = I did not understand how long. Please write it like this: 45 minutes, 1.5 hours. At most 24 hours.
no-too-late-to-undo-time = More than a minute has passed, so it cannot be undone. To change T{ $no }, please tell a coordinator.
no-time-to-prove = Nothing of { $year } has been confirmed yet; wait for your leader, then ask again.
no-proof-asked = Your leader has been asked already.
no-proof-decided = Somebody has answered already. Thank you.
