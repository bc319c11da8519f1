### Visits: who goes, when, and what happens when nobody opens the door.

## A no to a press

no-visit-over = This visit is over already, thank you.
no-visit-not-yours = This visit is not yours.
no-visit-already-yours = This visit is yours already; the details are in our private chat.
no-visit-already-theirs = { $name } is going anyway.
no-visit-not-asked = You need not answer about this visit any more, thank you.
no-visit-not-late = It is too early to say that nobody went.
no-visit-too-late-to-undo = It has been more than a minute, this cannot be undone. Please tell a coordinator if it is wrong.
no-first-visit-alone = A first visit is made in twos. Please wait until somebody goes with you.
no-first-visits-together = Somebody goes for the first time already; this place is for a helper who has been before.
no-promise-past = That time has passed, please choose another.
no-promise-too-late = The visit has to be made before { $last }, please choose an earlier time.
no-postponed-already = The time has been changed once already. If you cannot go, you can ask somebody to stand in.
no-call-over = This call has been answered for, thank you.
no-unanswered-over = She has been found, thank you.

## Plans

no-plan-over = This visiting plan has ended.
no-plan-of-one-visit = This kind is a single visit; it has no plan.
no-paired-already = { $name } is paired with this household already.
no-not-paired = They are not paired with this household.
no-helper-full = { $name } looks after { $count } households already; more would be too many.
no-paused-already = Somebody has already said that nobody need go there for now.
no-pause-over = This has been settled already.
no-pause-second-yourself = This takes a second person; family may do it too.
no-pause-reason = Please say whether it is a hospital stay or a journey.
no-pause-without-end = Please name the day of return; we go on visiting from then.
no-pause-for-good = Who moved, died or does not want visits needs no end date.
no-pause-past = That day has passed, please choose another.
no-pause-too-long = { $days } days at most; then we look again.

## What was seen

no-finding-is-case = This has been reported as #{ $no } already.
no-finding-amiss = Please mark first what needs attention.

no-such-plan = There is no such visiting plan.
no-such-visit = There is no such visit.

## The care list

words-visits = visits、care list
care-head = <b>Care list</b> ({ $count } { $count ->
        [one] household
       *[other] households
    })
care-none = Nobody is on the list yet. Send me the household sheet (the one with a column for care categories), and I will work out who should be visited each week and month.
care-compound = <b>{ $compound }</b>
care-line = { $place } { $who }: next { DAY($due) }, last { AGO($last) }
care-line-never = { $place } { $who }: next { DAY($due) }, not visited yet
care-alone = · no paired helper
care-home = <b>{ $who }</b>
    { $place }
care-plan = { $name }: next from { DAY($due) }
care-helpers = Paired: { $names }
care-no-helpers = No paired helper yet. Press Pair, and I will ask them first each time.
care-pair-whom = Who shall be paired? These volunteers may enter homes.
care-nobody = No volunteer may enter homes yet. Mark somebody for that in their team first.
care-pause-why = Why are no visits needed for now? They go on by themselves when the time is over.
care-unpair = Unpair { $name }
button-pair = Pair
button-pause = Pause
button-pause-reason =
    { $reason ->
        [hospital] In hospital
        [away] Away
        [with_children] With children
        [moved] Moved
        [died] Died
       *[refused] Declines
    }
toast-paired = { $name } is paired now.
toast-unpaired = No longer paired.
toast-pause-asked = Noted; a second person has to agree.
paired-told = You are now paired with a household: when a visit is due, I will ask you first. Thank you.
visit-let-off = One household does not need your visit this time; arrangements have been made. Thank you.
no-plan-for-helpers = This household is not visited by paired helpers.

## Going to see somebody

visit-head = Home visit · { $place } · by { DAY($by) } · about { $minutes } min
visit-over = This one is taken care of. Thank you all.
visit-which-day = Which day suits you?
visit-which-time = Which time suits you?
visit-offer = { $name }, it is time to look in on { $who } (last time: { AGO($last) }).
    Which day suits you?
visit-offer-first = { $name }, it is time to look in on { $who }.
    Which day suits you?
visit-yours = Good, you go { $at }. Thank you.
visit-details = Please look in { $at }. Thank you.
visit-phone = { $name } { $phone }
visit-in-twos = A first visit is made by two. I am looking for somebody to go with you; please wait until they are found.
visit-nobody-opens = Nobody opens? Do not leave: press “Nobody opens” and I go through it with you.
visit-done = Noted, thank you. Address and number have been taken back.
visit-off = You need not go this time. Thank you. Address and number have been taken back.
visit-evening = { $at } you are going to look in on that household.
visit-soon = At { TIME($at) } you are going to look in on that household: one hour from now.
visit-still = The time you said has passed. Are you still going?
command-rounds = Whom you are asked to look in on (volunteers)
words-rounds = my visits、rounds、my rounds
visits-yours = <b>To look in on</b> ({ $count })
visits-which = Press a number for the details and to choose a time.
visits-promised = you said { $at }
visits-still = the time has passed: is it still you?
visits-late = { $names } promised, the time has passed
visits-none = Nobody waits for your visit now. When somebody does, you hear from me at half past eight.
visits-none-till = Nobody waits for your visit now. Next is { $who }, from { DAY($day) }. You hear from me at half past eight.
button-rounds = My visits
visit-family = Your family member: { $name } will look in { $at }.
visit-family-off = Your family member: whoever was to come cannot. We are finding somebody else and will tell you.
calls-head = <b>Not visited in time: phone today</b>
calls-line = { $n }. { $place }, by { $by }
calls-taken = { $n }. { $place }, { $name } is calling
calls-none = No more calls to make. Thank you all.
todo-call = { $place }: a visit did not happen; phone by { $by }
call-head = Nobody went this time. Please phone and ask how she is.
call-over = This call is taken care of. The numbers have been taken back.
button-today = Today
button-tomorrow = Tomorrow
button-choose-time = Choose a time
button-move-visit = Another time
button-cannot-visit = Not this time
visit-time = { $at }
button-still = Yes, I go
button-met = Met
button-phoned = Reached by phone
button-declined = No visit wanted
button-take-call = I call { $n }
button-call-reached = Reached
button-call-back = I cannot call
toast-visit-when = Good. Choose a time in our private chat.
toast-visit-at = Good: { $at }.
toast-visit-no = That is all right, I will ask others.
toast-visit-still = Good, thank you.
toast-visit-told = Noted, thank you.
toast-visit-go-too = The call is noted. Last time was a call too, so please do go this time.
toast-call-reached = Noted, thank you.
toast-call-back = All right, a colleague will call.

## After the visit

visit-how = How is she?
finding-head = Press what you did and what needs an eye. You can also just write or send a voice message. No photos, please.
finding-well = All well.
finding-did = Done: { $what }
finding-amiss = Needs an eye: { $what }
finding-case = { $what } → #{ $no }
finding-said = “{ $text }”
finding-voices = Voice messages: { $count }
finding-noted = Noted. If there is more, go on; if not, press “That is all”.
finding-report = Seen on a visit: { $what } needs an eye.
finding-from = From the visit of { $at } ({ $name }).
finding-also = Also seen then: { $what }
finding-tick =
    { $tick ->
        [chat] had a chat
        [carry] carried things
        [holiday] festival visit
       *[tidy] helped tidy
    }
finding-check =
    { $check ->
        [health] health
        [means] means
        [family] family
        [home] home safety
       *[needs] needs
    }
button-all-well = All well
button-more-to-say = Something to say
finding-to-report = Report: { $what }
button-said = That is all
toast-all-well = Good to hear, thank you.
toast-finding-reported = Reported, #{ $no }.
toast-visit-undone = Taken back.
no-finding-photo = No photos, please; just write or speak.

## Who suits

care-wishes = Whom would they like to come? Press once more to take a wish back.
care-wished = They wish: { $what }
care-wish =
    { $wish ->
        [woman] a woman
       *[stranger] no neighbour
    }
care-wish-tongue = speaks { $tongue }
button-wishes = Wishes
button-woman = Woman
toast-wish = Noted.
no-wish-woman = They would rather have a woman come, thank you.
no-wish-neighbour = They would rather not have somebody from their own building, thank you.
no-wish-tongue = They would like somebody who speaks their language, thank you.

## Somebody in one's stead

stand-in-whom = Who should go instead? Until they say yes, it is still you.
stand-in-waits = { $name } has been asked; the answer is still to come.
stand-in-nobody = Nobody suits just now. If you cannot go, press “I cannot go” and I look for somebody.
stand-in-ask = { $by } asks you to look in on a household in their stead, { $at }. Would you?
stand-in-over = No answer is needed any more, thank you.
visit-stood-in = { $name } goes in your stead.
visit-not-stood-in = { $name } cannot. It is still you, or ask somebody else.
button-stand-in = Ask a stand-in
button-know = Got it
toast-visit-known = Thank you.
no-cannot-stand-in = They cannot go now, choose somebody else.

## Outcomes in words

words-met = met、met her、met him、i met her、i met him
words-phoned = phoned、reached by phone、i reached her by phone
words-refused = refused、does not want a visit、would not see me
words-in-hospital = in hospital、she is in hospital、he is in hospital
words-away = away、away for a while、she is away、he is away
outcome-which = Which household do you mean?
outcome-door = { $who }
visit-go-too = The call is noted. Last time it was only a call too, so please go and look in this time.

## Somebody arrives

care-plan-once = { $name }: this once
care-events = What has happened? Press it, and I have somebody go.
care-event-day = When?
event-in-days =
    { $days ->
        [0] Today
       *[other] In { $days } days
    }
event-over = Over: { $name }
button-events = Somebody should go
button-arrive = Send somebody
arrive-what = What has happened? Somebody arrives within a day.
arrive-door = Which door? Write unit and room, for example “2单元1502”.
arrive-sent = I am asking somebody to go. They arrive within a day.
toast-event-begun = I am asking somebody to go.
toast-event-over = Over.
arrive-case =
    #{ $no } { $category }, { $place }. After such a thing somebody has to be there within a day: by { $by }.
    Nobody knows yet which door it is. Once you have asked, press “Send somebody” and write the door; if somebody went already, press that.
arrive-case-said =
    #{ $no } { $category }, { $place }. Who reported it is not content: by { $by } somebody has to go and listen to them.
    Nobody knows yet where they live. Once you have asked, press “Send somebody” and write the door; if somebody went already, press that.
arrive-case-done = #{ $no } { $category }, { $place }: somebody goes.
arrive-case-door = #{ $no }: which door? Write building, unit and room, for example “3号楼2单元1502”.
button-arrived-already = Somebody goes
toast-arrival-noted = Noted.
todo-arrival = #{ $no } { $category }, { $place }: somebody has to be there by { $by }, and nobody knows which door
todo-discontent = #{ $no } { $category }, { $place }: who reported it is not content; somebody has to go by { $by }, and nobody knows the door yet
button-todo-arrive = #{ $no } send somebody
no-event-begun = That is noted for today already; somebody goes.
no-such-door = No list has this door. Tell the community, so that it is written down first.
