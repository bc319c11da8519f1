### Tasks: claiming, private details, asking somebody, passing words on, done, solved or not.

## The task card
task-number = T{ $no } { $what }
task-follow-up = Keep after { $party } · { $category }
task-urgent = urgent, please go now
task-by = by { $by }
task-by-day = by { $by }
task-late = was due by { $by }
task-minutes =
    { $minutes ->
        [30] half an hour
        [60] an hour
        [90] an hour and a half
        [120] two hours
        [180] three hours
       *[other] { $minutes } minutes
    }
task-wants =
    { $slots ->
        [1] About { task-minutes }.{ " " }
       *[other] { $slots } people, about { task-minutes }.{ " " }
    }
task-follow-up-wants = Please see that { $party } gets it done, and let the neighbour know.{ " " }
task-needs-certified = Certified members only.{ " " }
task-needs-entry = Only members who may enter homes.
task-needs-strong = Needs strength.{ " " }
task-needs-tongue = Needs somebody who speaks { $tongue }.{ " " }
task-free =
    { $count ->
        [one] { $count } more person needed.
       *[other] { $count } more people needed.
    }
task-goes = Going: { $names }. Thank you.
task-goes-too-few =
    { $count ->
        [one] Going: { $names }. Thank you. { $count } more person needed.
       *[other] Going: { $names }. Thank you. { $count } more people needed.
    }
task-unclaimed = Somebody should have taken this by { $by }. Who could go?
task-done = ✅ Done. Thank you, { $names }.
task-done-alone = ✅ Done.
task-cancelled = No need to go any more. Thank you all.
task-missed = The time has passed; nobody could go.
button-claim = Claim
button-leader-asks = Leader: ask somebody
button-details = Details
button-ask = Ask somebody…
button-fewer = 1 fewer
button-more = 1 more
button-done-all = All done
task-cannot-go = { $name } can't
toast-claimed = T{ $no } is yours, thank you! Address and phone are in our private chat.
toast-slots =
    { $count ->
        [one] Good, { $count } person goes.
       *[other] Good, { $count } people go.
    }

## Address and phone, for who goes
details-head =
    { $follow_up ->
        [yes] T{ $no } Please keep after this one. Thank you.
       *[no] T{ $no } Please go and see to this. Thank you.
    }
details-whom = { $name }, { $place }
details-whom-phone = { $name }, { $place }, { $phone }
details-nameless = Place: { $place }. Who reported it left no name.
details-home = Lives at { $place }
details-no-place = no place given, please ask first
details-text = What: { $text }
details-added = Added later: { $text }
details-files =
    { $count ->
        [one] { $count } photo or voice message came with it.
       *[other] { $count } photos or voice messages came with it.
    }
details-by = Best done by { $by }.
details-urgent = Urgent, please go now. If somebody is hurt or there is fire, call 120 or 119 first.
details-by-day = Best done by { $by }.
details-promised = { $party } promised an answer by { $by }, phone { $phone }
details-rule = This is for your eyes only. I take it back when it is done; please do not forward it or take screenshots. No money, no gifts.
details-story = T{ $no } in full ({ $page }/{ $pages })
    { $text }
details-gone = Address and phone of T{ $no } have been taken back.
details-gone-done = T{ $no } is done, thank you. Address and phone have been taken back.
details-gone-cancelled = T{ $no }: no need to go, thank you. Address and phone have been taken back.
button-done = Done
button-write = Write to them
button-arrived = I'm here
button-release = I can't go
button-undo = Undo
button-story = Read it all
toast-not-done = All right, T{ $no } is still yours.
toast-undone = Undone. T{ $no } is left for somebody else.
toast-released = T{ $no } is back with the team. Thank you for telling us.
toast-arrived = They know now that you are there.
task-handed-back = { $name } cannot go to T{ $no }; it waits for somebody again.
task-taken-off = { $by } says you need not go to T{ $no }. Thank you.
task-done-for-you = { $by } says T{ $no } is done. Thank you.
task-news = There is news on T{ $no }; I added it to the details above.
task-withdrawn = No need to go to T{ $no }: who reported it says it is settled. Thank you.
task-yours-again = T{ $no }: that you need not go was a wrong press. Please do go; the details are back.
task-moved-on = Another team takes T{ $no }; you need not go. Thank you.

## Waiting
tasks-yours = <b>In your hands</b>
tasks-waiting = <b>Waiting for somebody</b>
tasks-none = Nothing is waiting right now. I will tell you when something does.
tasks-none-more = Everything else is taken.
tasks-resting = You are resting, so no new tasks come to you. To come back, send /rest.
unclaimed-head = <b>Nobody has taken these in time ({ $count })</b>
    Tap one and ask somebody.
unclaimed-none = Nothing has been left too long.
button-claim-no = Claim T{ $no }
button-done-no = Done T{ $no }
button-details-no = Details T{ $no }
button-open-task = See T{ $no }

## Asking somebody
ask-whom = Who should go? Tap a name and I will ask.
ask-nobody = Nobody in the team can go right now: resting, hands full, or has never spoken to me.
ask-busy = { $name } · has { $count }
ask-waits = { $name } has been asked and has not answered yet.
ask-over = This one is over.
asked-head = { $by } would like you to go. Could you?
asked-agreed = You said you will go. Thank you.
asked-refused = That is fine. Thank you for answering.
asked-over = Somebody is going already, thank you.
button-agree = Yes
button-refuse = I can't
button-page-before = ‹ Back
button-page-after = More ›
toast-asked = I will ask { $name } and tell you the answer.
toast-refused = That is fine.
task-refused = { $name } cannot go to T{ $no }. Who else could?

## Passing words on
relay-ask = What would you like to say? Send it to me within ten minutes, text, photo or voice; I pass it on. They do not see your account.
relay-from-holder = { $name } (T{ $no }) says:
    { $text }
    (To answer, reply to this message.)
relay-from-reporter = The neighbour who reported it (T{ $no }) says:
    { $text }
    (To answer, reply to this message.)
relay-file-from-holder = From { $name } (T{ $no })
relay-file-from-reporter = From the neighbour who reported it (T{ $no })
relay-passed = Passed on. If there is more, send it within a minute; later, reply to this message.
relay-arrived = #{ $no } { $name } is here.
button-write-holder = Write to them

## Done
toast-done = T{ $no } is done, thank you!
remark-offer = T{ $no } is done, thank you. To add a word or a photo, send it to me within ten minutes; the neighbour sees it too.
remark-kept = Noted, thank you.
remark-photo = #{ $no } A photo from { $name }

## Solved?
confirm-done = #{ $no } { $names } says it is done.
confirm-done-alone = #{ $no } is said to be done.
confirm-party = #{ $no } { $names } says { $party } has done it.
confirm-party-alone = #{ $no } { $party } is said to have done it.
confirm-ask = { $said } Is it solved?
confirm-ask-for = { $said } Who reported it cannot answer here; please ask them, then press for them.
confirm-remark = A word with it: { $text }
confirm-reminder = One more question: is #{ $no } solved? No need to answer if it does not suit you. On { DAY($by) } I put it away; for a month after that you can still press “Not solved”.
confirm-reminder-for = Nobody has said yet whether #{ $no } is solved. Please ask who reported it. On { DAY($by) } I put it away; for a month after that “Not solved” still works.
confirm-thanks = #{ $no } Thank you for telling us. How was it? Only the team's leader and the community see your stars.
confirm-rated = #{ $no } You gave { $stars }. Thank you. Tap again to change it.
confirm-fixed-for = #{ $no } Noted: who reported it says it is solved.
confirm-reopened = #{ $no } We are sorry; we go on with it. What is still wrong? A word or a photo will do.
confirm-reopened-for = #{ $no } goes on. What is still wrong? A word or a photo will do.
confirm-ended = #{ $no } We heard nothing and put it away. If it is not solved, press “Not solved” and we go on.
confirm-before = #{ $no } I asked once more; see further down.
confirm-over = #{ $no } is over.
button-solved = Solved
button-not-solved = Not solved
toast-solved = #{ $no } is solved. Thank you for telling us.
toast-reopened = We are sorry; we go on with #{ $no }.
toast-disputed = Heard. Somebody comes to listen to you within a day.
no-heard-already = Somebody has been asked to come and listen to you. Thank you for telling us.
discontent-told = We are sorry that you are not content with #{ $no }. Within a day somebody comes to listen to you in person.
discontent-off = #{ $no } Thank you. Then nobody comes to your door.
alert-discontent = Who reported #{ $no } is not content; I have somebody go and listen to them within a day.
toast-rated = Thank you!
praise-offer = Would you like to add a word? Send it to me within ten minutes; only the team's leader and the community see it. You need not.
praise-kept = Thank you, the leader and the community can read it.
result-fixed = #{ $no }, which you met too, is done (confirmed by who reported it).
result-unconfirmed = #{ $no }, which you met too, is said to be done; who reported it has not answered, so it is put away.
result-withdrawn = #{ $no }, which you met too, was called off. If it is still wrong where you are, just write to me.
result-declined = #{ $no }, which you met too, is not something we can do. Please turn to: { $who }
alert-reopened-late = #{ $no } is not solved, says who reported it, and its time is over ({ LATE($by) }). Please have a look.
stars-line = #{ $no } { $category } ({ $names }): { $stars }
stars-praise = “{ $text }”
again-offer = #{ $no } ended more than a month ago, so it cannot go on. If it is not solved, I can open the same again, linked to it.
again-done = #{ $no } goes on as a new one: #{ $new }.
button-again = Report it again
toast-again = Opened anew as #{ $no }.

## When it cannot be
no-such-task = There is no T{ $no }.
no-task-over = T{ $no } is over, thank you.
no-already-yours = T{ $no } is yours already; the details are in our private chat.
no-already-claimed = { $by } has taken it already, thank you.
no-not-yours = T{ $no } is not in your hands.
no-too-late-to-undo = A minute has passed, so this cannot be undone. If you cannot go, press “I can't go”.
no-too-late-to-undo-done = It has been more than a minute, this cannot be undone. If T{ $no } is not done after all, please tell your leader.
no-answered-already = Your neighbour has already answered about #{ $no }, so this cannot be undone.
no-start-first = Say a word to me first, so that I can send you the address in private.
no-resting = You are resting. To come back, send /rest, then press again.
no-hands-full = You have { $count } in your hands already. Finish one first, then take the next.
no-needs-certified = This one needs a certified member. If you are, ask your leader to note it.
no-needs-entry = This one needs somebody who may enter homes. A community coordinator decides that; ask your leader to pass it on.
no-needs-strong = This one needs somebody strong. If you are, ask your leader to note it.
no-needs-tongue = This one needs somebody who speaks { $tongue }. If you do, ask your leader to note it.
no-too-few-slots = It cannot be fewer; people are going already.
no-too-many-slots = At most { $count } people.
no-only-together = { $count } people must go to this one together.
no-asked-already = { $name } has been asked already and has not answered yet.
no-not-asked = No answer is needed for T{ $no } any more, thank you.
no-cannot-reach = { $name } has never spoken to me, so I cannot ask. They need to press Start once.
no-cannot-relay = Who reported T{ $no } cannot get messages here. Please call them.
no-nobody-holds = Nobody is going to #{ $no } yet; write to them when somebody is. Tell me, and I keep it.
no-relay-over = T{ $no } is over, so words cannot be passed on any more.
no-nothing-to-relay = I cannot pass this on. Please send text, a photo or voice.
no-too-long = That is too long. Please send it in parts of at most { $count } characters.
no-words-only = Please write a few words to me.
no-stars-so-soon = Was that a double tap? To rate #{ $no }, press the stars once more.
no-already-solved = You have already told us that #{ $no } is solved. Thank you.
no-already-again = It has been opened again already: #{ $no }.
