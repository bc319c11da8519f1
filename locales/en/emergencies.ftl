### An emergency notice: who is safe, the roll call, its end.

## What everybody reads
emergency-ask = Please say how you are. Nobody in the group sees what you press. If a life is in danger, first dial 110, 119 or 120.
emergency-over = ✅ It is over ({ $at }). { $count ->
        [one] One household
       *[other] { $count } households
    } said they are safe. Thank you all.
button-safe = I am safe
button-need-help-now = I need help
emergency-you-said = { $word ->
        [safe] ✓ You said that you are safe.
       *[help] ✓ You said that you need help; whoever is on duty is being called. Once you are safe, press "I am safe".
    }
button-for-family = For my family
button-family-all = All are safe
roll-family-ask = How is your family? One press is enough; press another if that changes.
roll-family-line = · { $name }: { $how ->
        [safe] safe
        [help] needs help, somebody is being called
       *[unheard] you have not said yet
    }
roll-family-key = { $name }: { $how ->
        [safe] safe
       *[help] needs help
    }
toast-family-asked = I ask you in private how they are.
toast-family-help = Somebody on duty is being called for them. Ambulance 120, fire 119, police 110: dial now. Then tell me in private what happened.
toast-family-safe = Noted: { $count ->
        [one] one of your family is
       *[other] { $count } of your family are
    } safe.
toast-safe = Noted that you are safe. If that changes, press the other button.
toast-safe-already = You said so already, thank you.
toast-help-called = Somebody on duty is being called. Ambulance 120, fire 119, police 110: dial now. Then tell me in private where you are.

## What those in charge read
emergency-settings = An emergency notice: it goes out at once, is pinned, by night too, and asks every household how they are. Whoever presses "I need help" has somebody on duty called at once.
roll-head = { $over ->
        [yes] <b>It is over</b> ({ $at })
       *[no] <b>Roll call</b> (since { $at })
    } “{ $text }”
roll-total = Safe { $safe } · need help { $help } · not heard of { $unheard }
roll-line = { $building }　{ $help ->
        [0] { "" }
       *[other] 🔴 need help { $help } · { "" }
    }safe { $safe } · not heard of { $unheard }
roll-care = ⚠️ { $count ->
        [one] One household
       *[other] { $count } households
    } on the care list not heard of
roll-care-head = <b>On the care list ({ $count })</b>
roll-home = { $how ->
        [help] 🔴
        [safe] ✅
       *[unheard] ⚪️
    } { $place }  { $name }
roll-lift-ask = Is it really over? Every group will say so.
alarm-safe-now = { $name } now says they are safe ({ $what }). Please make sure.
emergency-help = Emergency notice “{ $text }”: help is needed.
emergency-help-family = Emergency notice “{ $text }”: family say that help is needed in this home.
alarm-family-safe = { $name } now says their family is safe ({ $what }). Please make sure.
button-ask-emergency = Is everybody safe
button-roll-care = Care list
roll-board = Roll call: { $text }
button-roll-board = Roll call
button-roll-lift = It is over
toast-roll-lifted = It is over; every group is being told.

## No
no-roll-family = You are not linked to anybody yet. Tell me in private "I am family".
no-roll-received = Here please press "I am safe" or "I need help".
no-roll-over = It is over, thank you.
no-emergency-later = An emergency notice goes out at once or not at all.
no-question-and-roll = A notice asks one thing only. Press "Ask nothing" first.
