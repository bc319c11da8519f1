### What you reported: drafts, numbers, progress.

place-unit = unit { $unit }
place-room = room { $room }
place-gap = {" "}
place-building = { $building }
category-unclear = Other

## Progress in one sentence
case-new = The community is deciding who should do it and answers by { $by }.
case-new-late = The community has not decided yet who should do it (it was due by { $by }); we keep asking.
case-accepted = Passed to { $team }, waiting for somebody to go. Taken on by { $by }.
case-accepted-late = Passed to { $team }; nobody has taken it on yet (it was due by { $by }). We keep looking.
case-working = Somebody is on it.
case-working-by = { $names } is on it.
case-referred = Passed to { $party }; { $who } follows up. You hear back by { $by }.
case-referred-late = { $party } has not answered yet (it was due by { $by }); { $who } keeps asking.
case-promise-broken = #{ $no }: { $party } did not answer in time, sorry. We keep asking and tell you as soon as there is news.
case-proposed-group = Said to be done; waiting for the neighbour who reported it.
case-proposed = Said to be done. Please take a look.
case-fixed-group = ✅ Fixed (confirmed by the neighbour)
case-fixed = ✅ You said it is solved. Thank you.
case-not-fixed = Ended; it could not be done. { $reason }
case-unconfirmed = Ended (nobody answered)
case-declined-group = { $who } is responsible for this.
case-declined = We cannot do this one; { $who } is responsible. { $reason }
case-merged = The same matter as #{ $no }; dealt with together.
case-withdrawn = Ended (no longer needed)
case-danger-over = Ended; the main thing is that everybody is safe.

## The building group
case-head = 🔧 #{ $no } { $place } · { $category }
case-list-head = Reported this hour ({ $count }):
case-line = #{ $no } { $category }: { $status }
button-me-too = Me too
button-me-too-count = Me too · { $count }
button-me-too-no = Me too #{ $no }
button-follow-progress = Get news
toast-following = Noted. I will tell you how #{ $no } ends.
toast-following-already = Already noted. I will tell you how #{ $no } ends.

## The receipt
receipt-head = Received. Number #{ $no }.
receipt-only-files = You sent { $count } file(s)
receipt-words = “{ $text }”
receipt-files = {" "}(with { $count } file(s))
receipt-next = Next: { $next }
receipt-linked = Goes on from #{ $no }.
receipt-add = Anything new? Just reply to this message: words, a photo or a voice note.
button-withdraw = No longer needed
toast-withdrawn = All right, #{ $no } is called off. Whoever was on it has been told.
added-to-case = Added to #{ $no }. Whoever is on it can see it.

## Mine
mine-head = What you reported:
mine-line = #{ $no } { $text }
    { $status }
mine-empty = You have not reported anything yet. If something is broken or you need a hand, just write to me; a photo or a voice note will do too.
button-open-case = Show #{ $no }

## Drafts
draft-words = I noted: { $text }
draft-no-words = I have your file but no words yet. One sentence on what it is about would help.
draft-files = With { $count } file(s)
draft-place = Where: { $place } · Kind: { $category }
draft-no-place = not said yet, choose below
draft-who = Neighbours see only the building and the kind. Only who deals with it sees your words, flat and contact.
draft-who-private = Private: neighbours see nothing, only who deals with it.
draft-for-neighbour = A neighbour asked me to report what you said in the group. Is that all right?
draft-lies = { $name } wrote this on { $at } and has not sent it:
draft-sent = Sent. Its number is #{ $no }.
draft-joined = Added to #{ $no }.
draft-dropped = Not reported.
draft-pick-compound = Which compound?
draft-pick-building = { $compound }: which building?
draft-which = Is this about #{ $no }, or another matter?
draft-in-danger = Is anybody in danger?
    If so, call first: { $dial }. Then press “Yes”.
draft-perhaps-danger = ⚠️ Somebody may be in danger. They were asked and have not answered.
draft-heeded = I hear you. First do what it says below.
button-in-danger = Yes
button-no-danger = No
toast-heeded = I hear you. Call first; whoever is on duty is being called too.
toast-calm = Good, nobody is. Have a look, then send it.
toast-case-calm = Good, nobody is. It goes its usual way.
button-other-matter = Another matter
button-file-answer = Add to #{ $no }
toast-other-matter = All right, another matter. Have a look, then send it.
button-submit = Send
button-place = Change place
button-private = Keep private
button-not-private = Not private
button-drop = Cancel
button-restore = Report it after all
button-add-to = Add to #{ $no }
button-whole-compound = Whole compound
button-other-compound = Other compound
button-back = Back
toast-filed = Received. Number #{ $no }.
toast-added = Added to #{ $no }.
toast-dropped = All right, not reported.
toast-restored = All right, kept.
toast-private = Private now; neighbours do not see it.
toast-not-private = Neighbours will see the building and the kind.
toast-placed = Place changed.
cancelled-question = All right, never mind my question.
unknown-command = There is no such command. To report something just write to me; for the rest see /help.
report-asked = What would you like to report? Just tell me here: in words, with a photo or by voice.
small-talk = I am here. If anything is wrong just write to me; a photo or a voice note will do too.
small-talk-greeting = Hello! If anything is wrong just write to me; a photo or a voice note will do too.
small-talk-thanks = You are welcome. If there is anything else, just write to me.
small-talk-agreement = All right. If there is anything else just write to me; to see how things stand press “{ menu-mine }”.
small-talk-farewell = Goodbye, take care. Come back any time with words, a photo or a voice note.
small-talk-wishes = Thank you, and all the best to you and yours! If anything is wrong just write to me.
small-talk-who = I am Linli of { $community }, a bot with the community's staff and volunteers behind it.
    Tell me here what is broken or what you need; I find somebody for it and tell you how it goes.
small-talk-unsent = I still keep what you wrote above, unsent. Press “{ button-submit }” below it to have it dealt with, or “{ button-drop }” to leave it.

## Said in the group
privacy-offer = #{ $no } received. Your message in the group holds a flat or a phone number that all neighbours can read. Shall I delete it? Whoever deals with it still sees it.
    If it is still there, please press and hold that message and delete it yourself.
button-delete-mine = Delete it for me
toast-deleting = I will try. If it is still there, press and hold that message and delete it yourself.
author-asked = I am asking the neighbour who said it; with a yes it is reported.
author-asked-already = That neighbour has been asked already.
report-nameless = Reported as #{ $no }, without saying whose words they are. I will tell you how it ends.

## When it cannot be
no-empty-report = What would you like to report? Write it after /report, for example: /report the lift in building 3 is broken
no-such-case = There is no #{ $no }.
no-case-over = #{ $no } has ended.
no-case-elsewhere = #{ $no } is at another step by now; see the newest card.
no-not-your-case = #{ $no } was not reported by you.
no-your-own-case = You reported this one yourself; you will hear how it ends.
no-too-late-to-reopen = #{ $no } ended more than a month ago. If it is still not right, tell me again and I open a new one.
no-too-late-to-put-back = It has been more than a minute, this cannot be undone. To change it, press Reassign or Hand over.
no-too-late-to-part = It has been more than a minute, they cannot be parted. If #{ $no } is another matter, please report it again.
no-acted-on-already = Somebody has taken #{ $no } on already, so this cannot be undone. To change it, press Reassign or Hand over.
no-cannot-rate = #{ $no } cannot be rated now.
no-refer-instead = This is for { $party } to do. Please refer it instead of declining.
no-merge-with-itself = A case cannot be merged with itself.
no-such-team = There is no team called “{ $team }”.
no-such-party = It is not clear which { $party } to refer it to. Please choose the compound first.
no-draft-sent = Already sent; its number is #{ $no }.
no-draft-dropped = You said not to report this one. Press “Report it after all” if you do.
no-such-draft = That draft is gone. Please tell me again.
no-not-your-draft = Somebody else wrote this one.
no-nothing-to-cancel = There is nothing to cancel now. To call off a report, press “No longer needed” on its receipt.
