### Coordinators: who should do it, which cases are one, what waits.

triage-head = #{ $no } { $place } · { $category } – who should do it?
triage-head-decided = #{ $no } { $place } · { $category }
triage-said = “{ $text }”
triage-hidden = What was said is only for who takes it in hand.
triage-files = { $count } files with it
triage-merged-in = Merged into this: { $nos }
triage-of-notice = It came of the notice “{ $text }”
triage-due = Please decide by { $by }.
triage-late = This should have been decided: { LATE($by) }.
triage-by = Decided by { $name }, { $at }.
triage-by-itself = Sent on by itself, { $at }.
triage-which-category = What kind is it? It goes to the team that does this kind.
triage-which-team = Which team?
triage-which-compound = First choose the compound, so that I know whom to hand it to.
triage-which-party = Hand it to whom? One of ours will keep after it.
triage-who = Whose is it? If it is for one of these, press it and it goes there. If not, write to me who is responsible.
triage-to-party = To { $party }
button-accept = Accept
button-reassign = Reassign
toast-put-back = Undone. #{ $no } is as it was.
not-declined-told = #{ $no }: that we cannot do it was a wrong press. We are still looking into it.
result-not-declined = #{ $no }, which you met too: that we cannot do it was a wrong press. We are still looking into it.
button-refer = Hand over
button-decline = Not ours
button-merge = Merge into…
button-files = See the files
button-by-team = Choose by team
toast-accepted = #{ $no } is on its way.
toast-referred = #{ $no } was handed over; one of ours follows up.
toast-files =
    { $count ->
        [one] { $count } file, sent below.
       *[other] { $count } files, sent below.
    }
decline-why = All right. Why can we not do #{ $no }? One sentence; who reported it will read it.
declined = #{ $no }: who reported it has been told.
declined-told = We are sorry, #{ $no } is not something we can do. { $text }
    Please turn to: { $who }
declined-not = We are still looking into #{ $no } and will let you know.
declined-heard = You do not agree, and we have heard it: within a day somebody comes to listen to you.
button-dispute = I do not agree

## Merging
merge-which = Which is the same matter as #{ $no }? ({ $place }, still open)
merge-none = Nothing else is open at { $place }, so #{ $no } cannot be merged.
merge-line = #{ $no } { $category }, { $at }: “{ $text }”
button-merge-into = Into #{ $no }
toast-merged = #{ $no } went into #{ $other }.
merged-told = #{ $no } and #{ $other } are the same matter and go on as #{ $other }. You will hear the result all the same.
not-merged-told = #{ $no } went into #{ $other } by a wrong press. It goes on by itself, and you will hear the result.
task-merged = T{ $no } was merged with another matter; you need not go. Thank you.

## What waits
todo-head =
    { $count ->
        [one] { $count } thing waits for you:
       *[other] { $count } things wait for you:
    }
todo-nothing = Nothing waits for you, thank you. I will call you at once when it is urgent; the list comes at { $times } every day, or whenever you send /todo.
todo-alarm = 🔴 { $place }: { alarm-what }, not taken since { TIME($at) }
todo-unclear = #{ $no } { $place }: who should do it? By { $by }
todo-unclear-late = #{ $no } { $place }: who should do it? { LATE($by) }
todo-draft = { $name } wrote { AGO($at) } and has not sent it: { $category }
todo-unclaimed = T{ $no } { $place } { $category }: nobody took it, { LATE($by) }
todo-overdue = #{ $no } { $place } { $category }: not done in time, { LATE($by) }
todo-join = { $name } wants to join { $team }, asked { AGO($at) }
todo-times = { $team }: { $count } service times to confirm, the oldest { AGO($at) }
todo-post = A message to “{ $name }” may or may not have arrived, { AGO($at) }
todo-post-refused = A message to “{ $name }” did not get through: { $why }, { AGO($at) }
todo-group = I cannot speak in “{ $name }” any more, since { AGO($at) }. Please add me again; if I was only muted, let me speak and press Bind again
todo-card = { $what } for “{ $name }” did not get through: { $why }, { AGO($at) }
todo-card-case = #{ $no }
todo-card-task = T{ $no }
todo-card-other = A message
refused-too-long = too many words
refused-file = the attachment cannot be sent
refused-rights = I am not allowed to write there
refused-by-us = my mistake, please tell whoever looks after the machine
refused-somehow = Telegram did not take it
todo-update = A message could not be dealt with, reference { $reference }, { AGO($at) }
button-todo-take = { $n } I will handle it
button-todo-accept = #{ $no } Accept
button-todo-merge = #{ $no } Merge into…
button-todo-reassign = #{ $no } Reassign
button-todo-draft = { $n } See draft
button-todo-send = T{ $no } Ask someone
button-todo-join = { $n } See request
button-todo-times = { $n } Confirm time
button-resend = { $n } Send again
button-delivered = { $n } It arrived
button-rebind = { $n } Bind again
button-retry = { $n } Try again
button-put-away = { $n } Put away
button-all-arrived = All arrived
button-all-again = Send all again
button-todo-more = { $count } more
button-todo-first = Back to the start
toast-below = Sent below.
toast-resent = All right, sending it again.
toast-delivered = All right, noted as arrived.
toast-rebinding = All right, I will speak in “{ $title }” once more. If it still does not work, add me to the group again and press once more.
toast-retried = All right, trying once more.
toast-put-away = All right, put away.
toast-all-arrived = Noted: all of them arrived.
toast-all-again = All of them go out once more.

## Drafts not sent
draft-remind = This has not been sent yet. Press “Send” so that I can help.
draft-remind-danger = I asked you something and still wait for your answer. Just press “Yes” or “No”.

## When it cannot be
no-decided-already = Another coordinator has decided on #{ $no }. Look at the newest card.
no-words-please = Please write one sentence.
no-only-who-took-it = What was said is only for who has taken it in hand.
no-asked-no-more = They are not waiting any more.
no-post-settled = That has been dealt with already.
no-group-lost = This group has been dealt with already.
no-update-settled = That has been dealt with already.

## The machine
unknown-head = { $count } that may not have arrived, or were refused:
unknown-nothing = No message is unaccounted for.
unknown-all-arrived = { $count } messages may have arrived or not. Count all of them as arrived? They will not be sent again.
unknown-all-again = { $count } messages may have arrived or not. Send all of them again? Whoever has one already gets it a second time, marked as perhaps repeated. That cannot be undone. Notices do not go out at night; they wait for the morning.
unknown-all-settled = All of these are settled.
dead-head = { $count } that could not be dealt with. Whoever runs the machine finds them by the reference:
dead-nothing = Every message has been dealt with.
upkeep-head = Good morning. The machine needs you for this:
upkeep-nothing = The machine needs nobody now, thank you.
upkeep-dead = { $count } could not be dealt with: /dead
upkeep-unknown = { $count } may not have arrived, or were refused: /unknown
upkeep-stuck = A message should have left { AGO($at) } and has not
upkeep-no-backup = There is no backup yet; please tell whoever runs the machine
upkeep-old-backup = The last backup was made { AGO($at) }; please tell whoever runs the machine
upkeep-no-paper = the data key is on no paper yet: if the machine breaks, no backup can be read. Please tell whoever runs it
alert-silent = I have heard nothing from Telegram since { $at } and keep trying. Please tell whoever runs the machine; for anything urgent, people should phone.
alert-heard-again = I hear Telegram again (nothing from { $at } to { $until }). What people sent meanwhile comes in now.
alert-clock-stopped = My clock has stood still since { $at }: reminders and whatever was due wait. I am asking another machine to take over. Please tell whoever runs the machine, and look at today's visits and calls yourself until then.
alert-clock-again = My clock goes again (it stood still from { $at } to { $until }). What fell due meanwhile happens now.
alert-lost = What people told me or pressed from { $at } to { $until } may be lost: I was away for more than a day, and Telegram keeps things for me for only 24 hours. What came later I take up now. Please say so in the groups: whoever needed something then, please tell me again.
