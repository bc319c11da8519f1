### Who is in charge of a building: its duties, grid workers, one's own building.

no-charge-over = Nobody holds that duty any more.
no-such-duty = The playbook has no such duty.

## Who is in charge
words-who = who、who is in charge、building head
words-building = my house
menu-building = My building
who-head = <b>{ $place }</b>: whom to turn to
who-nobody = Nobody is on the list yet. Send /report and the community office will see it.
who-line = { $duty }: { $name }{ $timed ->
        [yes] , { $hours }
       *[no] {""}
    }{ $called ->
        [yes] , phone { $phone }
       *[no] {""}
    }
charges-which-compound = Which compound?
charges-which-building = { $compound }: which building?
charges-add = + { $duty }
charges-end = ✕ { $name }
button-charges = Duties
button-see-building = See building
charge-add-how = { $duty } of { $place }: a link for somebody who uses Telegram, a name for somebody who does not.
button-charge-link = Send a link
button-charge-name = Write a name
charge-name-ask = Who is { $duty } of { $building }? Write it like this: Master Wu, daily 18:00–20:00. The hours may be left out.
charge-end-sure = { $name } is no longer { $duty } of { $place }?
button-charge-end = No longer
toast-charge-ended = Noted.
invite-link-duty =
    To make somebody <b>{ $duty }</b> of { $building }, pass this link to them in private, never in a group:
    { $link }
    It works once, within 24 hours.
invite-welcome-duty = Thank you! You are { $duty } of { $place } now. Press “My duties” to say when you can be reached.
my-charges-head = This is what neighbours read when they send /who:
button-my-charges = My duties
button-hours = Change hours
button-phone-show = Show phone
button-phone-hide = Hide phone
charge-hours-ask = When can you be reached? For instance: daily 18:00–20:00.
charge-phone-ask = Which number may neighbours read? Write it. If none, send /cancel.
no-phone-please = That does not look like a phone number, please write it again. To show none, send /cancel.
toast-phone-shown = Neighbours can read your number now.
toast-phone-hidden = No longer shown.

## One's own building
my-buildings-which = Which building?
building-head = <b>{ $place }</b>: { $count } open
building-line = #{ $no } { $category } · { $state ->
        [new] the community office is looking at it
        [accepted] waits for somebody of { $who }
        [working] somebody is at it
        [referred] with { $who }, an answer by { $by }
       *[proposed] waits for the neighbour who reported it
    }
building-helpers = Helping today: { $names }
button-post = Post to group
button-chase = Chase #{ $no }
button-party-reply = Reply #{ $no }
toast-chased = #{ $no } chased; whoever follows it up will ask again.
chased-told = { $name } asks about #{ $no }. Please ask the party again when it will be done.
alert-chased = { $name } asks about #{ $no }, and nobody follows it up. Please have a look.
no-chased-already = #{ $no } was chased within this hour; try again a little later.
party-reply-ask = What did they say about #{ $no }? One sentence; the neighbour who reported it will read it.
party-reply-noted = Noted in #{ $no }; the neighbour who reported it has been told.
party-replied = There is an answer about #{ $no }:
    { $text }
