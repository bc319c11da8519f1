### Danger and calls for help: dial first, then we call people. Numbers and advice come from the playbook.

danger-dial = ⚠️ Call first – I cannot call for you: { $dial }
danger-where = Call now and say: { $place }.
danger-nowhere = Call now and first say where you are: compound, building, entrance.
danger-advice = { $text }
danger-party = { $party } { $phone }
danger-dialled =
    { $count ->
        [one] { $count } neighbour has called.
       *[other] { $count } neighbours have called.
    }
danger-called = The community's people on duty are being called.
danger-called-private = Only the social worker on duty sees this, and will contact you at once.
danger-nobody = Nobody of the community can be reached right now. Please call, whatever happens.
danger-taken = { $name }: I am on it and will contact you at once.
danger-taken-group = Somebody of the community has taken it in hand.
danger-false = The community has had a look: nothing happened, thank you for telling us. If there is danger still, say so again or call: { $dial }
danger-over = The community has dealt with it, thank you all. If there is danger still, say so again or call: { $dial }
danger-mistaken = That was pressed by mistake. Nothing happened.
danger-private =
    I am here. Are you safe right now?
    { $dial } – somebody answers day and night.
danger-again =
    { $called ->
        [0] Nobody of the community can be reached. Please call now: { $dial }
       *[other] People are being called already. If you have not phoned yet, do it now: { $dial }
    }
danger-again-private =
    { $called ->
        [0] I am here. The social worker cannot be reached; please call now: { $dial }
       *[other] I am here. I have noted it and the social worker will see it. If you are not safe, call now: { $dial }
    }
button-dialled = I have called
button-on-site = I am here and can help
button-call-me = Please call me
button-unsafe = I am not safe now
toast-dialled = Thank you! The people on duty know.
toast-on-site = Thank you! Look after yourself first; the people on duty will contact you.
toast-call-me = Yes. The social worker on duty will call you at once.
toast-unsafe = Understood, people are being called. Leave if you can, and phone now.
alarm-which-phone = Which number shall they call? Send it to me; only the social worker on duty sees it.
alarm-phone-noted = Noted. The social worker on duty will call you at once.
alarm-words-noted = I am here, and the social worker will see what you write. If you can, also send a number to reach you.
alarm-more-noted = Noted, whoever comes can see it. Calling comes first.
alarm-more = There is more word on #{ $no }; it is on the card.

## Calling the people on duty
alarm-head = 🔴 { $place }: { alarm-what } ({ TIME($at) }, in private)
alarm-head-group = 🔴 { $place }: { alarm-what } ({ TIME($at) }, in the group)
alarm-what =
    { $what ->
        [sos] a call for help
        [hello] no daily hello and no answer on the phone: somebody must go and look
       *[other] { $what }
    }
alarm-case = #{ $no }
alarm-no-place = place not given
alarm-said = “{ $text }”
alarm-heard = { $count } people say so.
alarm-voice-called = Have called: { $names }
alarm-voice-on-site = There and can help: { $names }
alarm-voice-call-me = They ask you to call them.
alarm-voice-unsafe = They say they are not safe.
alarm-withdrawn = Who said it now says it is not needed; please make sure all the same.
alarm-round = Called { $count } times; nobody has taken it yet.
alarm-taken = { $name } has been on it since { TIME($at) }.
alarm-mine = It is yours now, thank you. This is for your eyes only; please do not forward it.
alarm-contact = Said by { $name }, { $place }
alarm-phone = Phone: { $phone }
alarm-no-phone = No number known; ask the building's head to go and look.
alarm-nameless = Nobody knows who said it.
alarm-sure = Sure that it is a false alarm? Nobody will be called any more, and who said it will be told.
alarm-false = { $name } had a look: false alarm.
alarm-over = { $name } has dealt with it.
alarm-mistaken = They say it was pressed by mistake. Nothing happened.
button-take-alarm = I will handle it
button-release-alarm = I cannot go
button-finish-alarm = Dealt with
button-false-alarm = False alarm
button-back-to-alarm = Not a false alarm
button-dismiss-alarm = Yes, a false alarm
toast-alarm-taken = It is yours. They will know that you are coming.
toast-alarm-released = All right, calling the others now.
toast-alarm-over = Thank you! I have taken their number and address back.
toast-alarm-dismissed = All right, nobody is called any more.
alarm-coming = { $name }: I am on my way.
alarm-passed-on = { $name } cannot come; others are being called. If it is urgent, phone first.
alarm-dismissed = The community has had a look: nothing happened. If there is danger still, tell me again and I will call people at once.
alarm-was-mistake = { $name } pressed the call for help by mistake. Nothing happened.
alarm-called = { alarm-what }: a neighbour has phoned for help.
alarm-on-site = { alarm-what }: { $name } is there and can help.
alarm-on-site-phone = { alarm-what }: { $name } is there and can help, phone { $phone }
alarm-call-me = 🔴 { alarm-what }: they ask you to call them now.
alarm-unsafe = 🔴 { alarm-what }: they say they are not safe now.

## Calls for help
sos-pausing =
    In 10 seconds I will call { $names }.
    For an ambulance dial 120 first. At night nobody may be looking.
sos-nobody = Nobody of the community can be reached right now. Please call: { $dial }
sos-called = People have been called. For an ambulance or the police, call now: { $dial }
sos-taken = { $name }: I am on my way. For an ambulance or the police, call now: { $dial }
sos-over = This call for help has been dealt with. If you need somebody again, press it again; if it is urgent, call: { $dial }
sos-mistaken = All right, nobody was told.
sos-mistaken-told = All right, I have told them it was a mistake.
button-take-sos = On my way
button-mistaken = Pressed by mistake
toast-mistaken = Never mind, nobody was told.
toast-mistaken-told = Never mind, I have told them.

## When it cannot be
no-such-alarm = I cannot find that any more. If there is danger, call first, then tell me again and I will call people.
no-alarm-taken = { $by } is on it already.
no-alarm-over = That is over. If there is danger still, say so again.
no-alarm-not-yours = Only the person concerned can press this.
no-sos-not-called = This call for help did not go to you. If you can help, phone first.
