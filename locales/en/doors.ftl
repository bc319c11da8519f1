### Nobody opens the door: one step at a time, until somebody says that she was found.

words-no-answer = nobody opens、nobody answers、no answer at the door、nobody opens the door
button-nobody-opens = Nobody opens
visit-door-open = What to do now is in the message below, one step at a time.
search-which = At whose door does nobody answer?
search-door = { $who }

## At the door

search-head = 🔴 Nobody has opened since { TIME($at) }. Keep calm, one step at a time; I am with you.
search-phone-and-listen = <b>Phone her first.</b> Then listen: water running, television, a cry for help, an odd smell?
search-neighbour = <b>Knock next door</b> and ask whether they have seen her today. Phone her family too.
search-family = <b>Phone her family once more</b> and ask where she is.
search-contacts = Family and contacts:
search-called = The community office is being called every 5 minutes until somebody takes over. Please wait at the door if you can.
search-taken = { $name } has taken over.
search-going = { $name } is on the way to look.
search-rescue = 🔴 <b>Call { $ambulance } and { $police } now</b> and read this out:
    { $place }, { $who }. Nobody has answered door or telephone since { TIME($at) }; there is { $signs } inside. Something may have happened, please come at once. I am at the door, { $name }, { $phone }.
    If you smell gas: do not ring the bell or switch on a light, and phone from outside the building.
    Press what you hear or smell and I add it:
search-rescue-odd = 🔴 <b>Call { $ambulance } and { $police } now</b> and read this out:
    { $place }, { $who }. Nobody has answered door or telephone since { TIME($at) }; something is wrong inside{ $signs }. Something may have happened, please come at once. I am at the door, { $name }, { $phone }.
    If you smell gas: do not ring the bell or switch on a light, and phone from outside the building.
    Press what you hear or smell and I add it:
search-police = <b>Call { $police } and read this out:</b>
    { $place }, { $who }. Nobody has answered door or telephone since { TIME($at) }; neighbours and family do not know where they are. Please come, open the door and look. Contact: { $name }, { $phone }. (If anybody is hurt, call { $ambulance } too.)
search-own-number = (say your own number)
search-age = aged { $age }
search-gap = {", "}
search-sign =
    { $sign ->
        [water] water running
        [tv] television
        [cry] a cry for help
       *[smell] an odd smell
    }
button-sign = { search-sign }
button-sign-on = ✓ { search-sign }
button-search-odd = Something is wrong
button-search-nothing = Nothing odd
button-search-phoned = Reached by phone
button-search-found = Found
button-search-not-yet = Not found yet

## The family

search-kin = Hello. { $name }, a volunteer, came to look in on your relative at { $at }. Nobody opened or answered the phone. Do you know where they are?
search-kin-phone = Hello. The office phoned your relative at { $at } and nobody answered. Do you know where they are?
button-search-well = Yes, all is well
button-search-unknown = I do not know

## Whoever goes to look

search-look = 🔴 Please go to { $place } now and look in on somebody: nobody opens the door or answers the phone.
search-look-again = 🔴 Please go to { $place } now and knock once more: there is still no news of them.
search-look-yours = Thank you. Knock first, then listen whether anything stirs inside:
search-look-off = All right, I am asking somebody else to look.
button-search-coming = I am on my way

## The office

search-call = 🔴 { $place } · nobody has opened since { TIME($at) }, and nobody has reached them.
search-call-phone = 🔴 { $place } · nobody has answered the phone since { TIME($at) }, and nobody has reached them.
search-tried = { TIME($at) } { $name }: { $press ->
        [odd] something is wrong inside
        [nothing_odd] no answer by phone, nothing stirs
        [coming] on the way to look
        [cannot] cannot go
       *[not_found] not found yet
    }
search-is-odd = <b>Something is wrong inside;</b> whoever is at the door was asked to call ambulance and police.
search-yours = <b>You have it now.</b> Call these numbers, ask who went to look, and press when they are found:
search-police-soon = <b>It is time for the police to open the door.</b> Press “I take it”: the words are ready.
button-call-silent = Nobody answers
button-search-take = I take it
todo-search = 🔴 Nobody opens: { $place }, since { $at }
todo-search-taken = 🔴 Nobody opens: { $place }, since { $at }, { $name } has it
button-todo-search = Look { $n }

## Found

search-how-found = How are they?
button-found =
    { $found ->
        [phoned] Well, by phone
        [at_home] At home and well
        [elsewhere] Elsewhere and well
        [in_hospital] In hospital
        [hurt] Hurt or ill
       *[died] Has died
    }
search-over = They have been found, nobody need go any more. Thank you.
search-over-kin = They have been found. Somebody from the office is calling you right now.
search-over-found =
    { $found ->
        [phoned] Found: reached by phone and well.
        [at_home] Found: at home and well.
        [elsewhere] Found: elsewhere and well.
        [in_hospital] Found: in hospital.
        [hurt] Found: hurt or ill, and looked after. Please tell the family at once.
       *[died] They have died. Somebody from the office, please call the family at once.
    } Thank you. Address and numbers are taken back.
search-then-pause = Next: pause the visits there by /visits; a second person has to agree.
search-mistaken = That was a wrong press, nothing has happened.
search-over-told = { $building }: whoever did not open has been found. No need to look any more, thank you.
search-mistaken-told = { $building }: “nobody opens” was a wrong press, nothing has happened. Sorry to have troubled you.
search-again-told = { $building }: they have not been found after all, that was a wrong press. Please go on looking.
search-taken-told = { $name } has taken over and will call you.
search-coming-told = { $name } is on the way.
button-search-again = Not found yet

## After a press

toast-search-open = Keep calm, one step at a time: see below.
toast-search-odd = Call now; what to say is below.
toast-search-next = Noted. The next step is below.
toast-search-noted = Noted.
toast-search-coming = Thank you! The address is below.
toast-search-cannot = All right, I ask somebody else.
toast-search-taken = You have it now; everything is below.
toast-search-mistaken = All right, nothing has happened.
toast-search-over = Noted, thank you. I tell everybody to stop looking.
no-such-search = There is no such thing.
no-search-moved-on = That step is past. See the newest message.
no-search-too-late = The minute is over. Please press “Found” and say how they are.
no-search-not-yours = Whoever said so has to take it back.
