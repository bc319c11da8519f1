### What is stored: asked first, my data, forget me.

## Asked first
consent-ask =
    { $again ->
        [yes] <b>This text has changed; please have another look.</b> Whatever you are doing goes on.
       *[no] <b>Hello, I am Linli of { $community }. First what you should know, then one tap.</b>
    }
    <b>What I keep</b>: what you are called, the home and phone you tell me, what you report with its photos, and what was done.
    <b>Why</b>: so that somebody comes and you hear how it went. For nothing else, and for nobody's advertising.
    <b>Who sees it</b>: the neighbours' group only the building and the kind; who takes it on, while at it, your words, flat and phone; the coordinators too. Every look is on record.
    <b>How long</b>: { $days } days after it is over your words are deleted; messages as they came after { $payloads } days.
    <b>Where</b>: encrypted, on the community's own machine.
    <b>Mind</b>: messages pass Telegram's servers abroad and are not end-to-end encrypted. Send no ID or card numbers.
    <b>It is yours</b>: /mydata shows what I keep and who looked; /forgetme makes me forget you.
    You may say no: in danger I still tell you whom to call; for anything else please phone the community.
consent-given = Thank you, you agreed. What I keep and who looked: /mydata. To leave: /forgetme.
consent-refused = That is all right. What you have not sent is deleted within 24 hours; in danger just tell me. If you change your mind, tap below.
button-consent = I agree
button-no-consent = I do not
toast-consent-given = Thank you.
toast-consent-refused = All right.
no-consent-yet = Please look at the text below and tap “I agree”, then I can send it for you. I keep your words until then.
no-consent-changed = The text has just changed; please see the new one below.

## My data
words-mydata = my data
command-mydata = What is kept about you, and who looked
mydata-file = my-data
mydata-here = This is all I keep about you, twice: one file for people, one for computers. Only you can see it; please do not pass it on. I take it away from here within two days, so save it first if you want it.
mydata-title = What Linli keeps about you ({ $at })
mydata-me = Name: { $name } (resident no. { $no })
mydata-home = Home: { $home }   Phone: { $phone }   Language: { $language }
mydata-hats = Roles: { $roles }
mydata-team = Team: { $team } ({ $standing })
mydata-consent = { $at } { $given ->
        [yes] agreed to
       *[no] did not agree to
    } text { $version }
mydata-homes = What the lists say of your home, and visits there
mydata-cases = What you reported
mydata-remark = { "    " }{ $name } noted: { $text }
mydata-attached = { "    " }{ $count } photos or voices
mydata-drafts = What you did not send
mydata-additions = What you added
mydata-tasks = Tasks you took on
mydata-looks = Who looked
mydata-look-case = { $at } { $who } saw what is in #{ $no }
mydata-look-draft = { $at } { $who } saw what you had not sent
mydata-look-you = { $at } { $who } saw your name and home
mydata-somebody = somebody who has left
mydata-deeds = What you did
mydata-more = And { $count } messages as they came and went, in the other file; they are emptied after 7 days.

## Forget me
words-forgetme = forget me
command-forgetme = Make me forget you
forget-ask = To forget you means:
    your name, home, phone and words are deleted and cannot be had back; messages here of the last two days go, older ones say “taken back”.
    The history keeps a resident's number. Your roles and teams are gone.{ $held ->
        [0] { "" }
       *[other] { "" }
    The { $held } tasks you hold go back to the team first.
    }{ $open ->
        [0] { "" }
       *[other] { "" }
    { $open } of your reports are still open: go on without your name, or drop them?
    }
    What you wrote in groups yourself, please delete yourself. If you come back, you are a new neighbour.
forget-sure = Really forget you? There is no way back.
forget-not = All right, nothing is forgotten.
forgotten = I have forgotten you. Thank you for having been here; take care. To come back, send /start.
gone-card = Taken back
older-card = There is a newer one further down.
gone-name = Resident { $no } (left)
button-forget = Forget me
button-forget-keep = Go on nameless
button-forget-withdraw = Drop them all
button-forget-sure = Forget for good
button-stay-known = Not now
toast-forgotten = I have forgotten you.
toast-not-forgotten = Nothing is forgotten.
no-last-coordinator = You are the only one here who answers for the community. Please invite somebody to take over first (/invite); once they are in, ask again.
