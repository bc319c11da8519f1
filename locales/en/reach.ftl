### Whom a notice has reached: got it, got it for family, we need help, knocks on doors.

## Below a notice
button-received-family = For my family
button-need-help = We need help
button-received-not = Wrong press
notice-lost = { $count ->
        [one] One more got it and has
       *[other] { $count } more got it and have
    } not said where they live.
notice-you-received = ✓ Noted that you got it.
notice-whose = For whom in your family? One press notes it, another takes it back.
toast-received-not = All right, as if you had not pressed.
toast-received-family = Noted for your family. Was it a wrong press? Press it once more.
toast-received-whose = I ask you in private who of your family.
toast-notice-help = Noted; the group does not see it. Look at what I wrote to you in private and say what you need. You need not: the community will be in touch.
notice-help-ask = You need help: noted (#{ $no }). The group does not see it.
    What is it? A word, a voice message or a photo helps me find the right people fast. You need not write: the community will be in touch.
    Was it a wrong press? Press "No longer needed".
notice-help-report = Notice "{ $text }": we need help at home.
no-notice-family = I do not know yet who your family is. Tell me "family" in private; once you are linked you can answer for them.

## Which buildings it reached
reach-read = { $read } got it; of the { $linked } people we know, { $unread } have not pressed.
reach-also = { $what ->
        [family] Answered for by family: { $count }
        [door] Told at the door: { $count }
        [going] Somebody is still to knock: { $count }
        [silent] Nobody opened, or nobody went: { $count }
       *[help] 🙋 Need help: { $count }
    }
reach-cases = Cases that came of it: { $nos }
reach-lost = { $count ->
        [one] One more got it and has
       *[other] { $count } more got it and have
    } not said where they live.
reach-compound = <b>{ $compound }</b>
reach-line = { $building }: read { $read } · left { $unread } · homes { $homes }{ $help ->
        [0] { "" }
       *[other] { "" } · 🙋 { $help }
    }
reach-column = { $column ->
        [compound] Compound
        [building] Building
        [homes] Homes
        [linked] Known
        [read] Read
        [unread] Left
        [family] By family
        [door] At the door
        [going] To knock
        [silent] No answer
       *[help] Help
    }
reach-more = { $count ->
        [one] One more building
       *[other] { $count } more buildings
    }: press "Table" for all.
reach-nowhere = not known
reach-silent = { $count ->
        [one] One home
       *[other] { $count } homes
    } on the care list did not answer.
reach-file = One line a building; numbers alone, no names.
building-notice = 📢 "{ $text }": { $read } got it, { $unread } did not press{ $help ->
        [0] .
       *[other] , { $help } need help.
    }
notice-read-count = Got it: { $count }
button-reach-table = Table
button-knock = Send somebody
button-knock-here = Knock: { $text }
toast-knock-sent = { $count ->
        [one] All right, somebody is asked to knock at one door.
       *[other] All right, people are asked to knock at { $count } doors.
    }
no-knock-already = People are being asked already; no need to press again.
no-knock-nobody = Every home on the care list has answered, or somebody is on the way.
no-knock-too-late = This notice is about to run out, too soon to send somebody. Please phone.
no-knock-here = Nothing is set up here for notices at the door.

## For who goes to the doors
knock-bring = Please bring them this notice: "{ $text }"
knock-let-off = A notice was taken back or has run out: you need not go and tell it. Thank you.
knock-need-report = When a notice was brought to the door, they said they need help.
knock-need-ask = Noted (#{ $no }). What do they need? A word, a voice message or a photo will do.
button-knock-told = Told them
button-knock-silent = Nobody opens
button-knock-need = Need help
button-knock-notice = The notice
toast-knock-silent = Noted. Thank you for going.
