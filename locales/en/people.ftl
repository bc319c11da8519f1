### People: starting, home, language, teams, invites, groups.

## The keyboard's buttons, and other words for them (with 、 between)
menu-report = Report something
menu-mine = My reports
menu-tasks = Open tasks
menu-todo = To do
menu-sos = 🆘 SOS
menu-help = Help
words-report = report、i want to report
words-mine = mine、my cases、progress
words-tasks = tasks、claim
words-todo = todo、to-do
words-unknown = unaccounted for、not arrived
words-dead = could not be dealt with、dead
words-sos = sos、emergency、help me
words-help = how to、usage
words-start = start
words-home = home、my home、address、i moved
words-lang = language、change language
words-join = join、join a team、volunteer、i want to help
words-rest = rest、i am back、i'm back
words-team = team、my team
words-invite = invite

## Starting
welcome = Hello, I am Linli, the helper of { $community }.
    Whatever is wrong in your building, tell me here: in words, with a photo, by voice.
    I find somebody to see to it and tell you how it goes.
    <i>Messages pass Telegram's servers abroad and are not end-to-end encrypted: please send no ID or bank card numbers.</i>

## The line behind a command
command-report = Report something
command-mine = How my reports are going
command-sos = Call for help now
command-tasks = Tasks nobody has yet (volunteers)
command-rest = Take a rest, or come back (volunteers)
command-join = Join a service team
command-home = Which building I live in
command-lang = Change the language
command-cancel = Drop a report
command-help = How to use this
command-bind = Which building or team this group is for (coordinators)
command-unbind = This group is of no building or team any more (coordinators)

## Help
help-everybody = <b>How it works</b>
    Report: just say it here, or send /report with a few words in your building's group.
    How it is going: /mine
    Call for help now: /sos
help-volunteer = <b>Volunteers</b>
    What needs doing: /tasks
    No time these days: /rest
    How much you have given: /hours
help-leader = <b>Team leaders</b>
    Your people: /team
    What waits in your team: /todo
help-coordinator = <b>Coordinators</b>
    What waits for you: /todo
    Bring people in: /invite　Who is in which team: /team
    Add me to a group and send /bind 3号楼, or /bind and the team's name, there.
button-home = My home
button-language = Language
button-join-team = Join a team
button-crew = Members
button-invite = Invite
button-talk = Talk to me in private

## Home
home-ask = Which compound do you live in? Choose once and you need not name your building again. You may also leave it out.
home-ask-again = Which compound do you live in now?
home-known = Your home: { $place }.
home-unknown = home not told
home-building-ask = { $compound }: which building is yours?
home-building-known = Your home: { $compound }, { $building }. If you have moved, choose the new one.
button-move = I moved
toast-home-kept = Noted.
home-move-ask = Your home is noted as { $home }; the code you scanned belongs to { $door }. Have you moved there?
door-unknown = { $known ->
        [yes] This poster is an old one; I do not know its building any more. Your home has not changed:
       *[no] This poster is an old one; I do not know its building any more, sorry. Just choose your home below.
    }
button-move-here = Moved here
button-stay = Did not move
toast-home-same = All right, it stays as it was.
no-such-place = I do not know that building. Please choose it from the list.
no-such-member = I do not know that person.

## Language
language-name = English
language-ask = Which language would you like?
language-chosen = All right, English from now on.

## Rest
rest-on = Have a good rest; no tasks will come to you. What you hold is still yours: if you cannot go, press “I can't go”.
rest-off = You are not resting; tasks will come to you.
button-rest = Rest
button-rest-end = I am back
toast-rest-on = Have a good rest.
toast-rest-off = Welcome back.
rest-until = I will ask you again { $until }.
rest-over = Feeling rested? From today on tasks come to you again. To rest longer, send /rest.
hours-always = Tasks may come to you by day and in the evening; at night only what is urgent.
hours-some = You are asked: { $hours }. Urgent things come at any time.
availability-ask = When may I ask you? Only at times with a ✓; urgent things come at any time.
    Morning 6–12, afternoon 12–18, evening 18–22.
    Holidays count as weekends, worked weekends as weekdays.
button-when = When to ask me
button-rest-day = 1 day
button-rest-week = 1 week
button-rest-on = Until I say
button-weekday-morning = Weekday morning
button-weekday-afternoon = Weekday afternoon
button-weekday-evening = Weekday evening
button-weekend-morning = Weekend morning
button-weekend-afternoon = Weekend afternoon
button-weekend-evening = Weekend evening
toast-hours-on = Good, you may be asked then.
toast-hours-off = Good, you will not be asked then.
no-hours-left = One time must stay. If none suits you, press Rest.

## Teams
teams-ask = Which team would you like to join? Choose it, and I tell you when its leader agrees.
    (✓ you are in it　… waiting for an answer)
toast-join-asked = The team's leader has been asked. I will tell you the answer.
toast-join-later = Noted. There is nobody yet who could answer; as soon as there is a coordinator, they will see it.
join-accepted = “{ $team }” says yes. Welcome! I will call you when there is a task; press “Claim” if you would like to go.
join-refused = “{ $team }” could not take you this time. Thank you for offering. Other teams are glad of you too: /join
no-already-in-team = You are in “{ $team }” already.
no-already-asked = “{ $team }” has been asked already; please wait for the answer.
no-not-in-team = For that you need to be in “{ $team }”. Send /join to ask.
no-already-answered =
    { $known ->
        [no] That has been answered already.
       *[yes] { $by } has answered that already, thank you.
    }
teammate-asks = { $name } ({ $home }) would like to join “{ $team }”.
teammate =
    { $name } is { $leads ->
        [yes] the leader
       *[no] a member
    } of “{ $team }”{ $known ->
        [no] .
       *[yes] ; { $by } agreed.
    }
teammate-vouch = What you have checked; tap to tick:
mark-line = { $what } · { $by }, { $day }
mark-line-until = { $what } · { $by }, { $day }, until { $until }
mark-line-over = { $what } · { $by }, { $day }; ran out { $until }
mark-by-roster = roster
teammate-refused =
    { $name } would have liked to join “{ $team }”{ $known ->
        [no] ; the answer was no.
       *[yes] ; { $by } said no.
    }
button-let-in = Agree
button-turn-away = Decline
button-certified = Certified
button-may-enter = May enter homes
button-strong = Strong
toast-let-in = Good, they have been told.
toast-turned-away = All right, they have been told kindly.
toast-vouched = Noted, on your word.
toast-not-vouched = All right, taken back.
crews-ask = The members of which team?
crew = “{ $team }” has { $count } members (★ leader). Tap a name to note what they are certified for, whether they are strong, which languages they speak; who may enter homes a coordinator notes.
crew-name = <b>{ $name }</b>
crew-mark = { $what }
crew-rests = resting
crew-rests-until = resting until { DAY($until) }
crew-unreachable = has not talked to me yet
crew-busy = { $count } in hand
crew-asked = last asked { AGO($at) }
crew-time = { $time } this month

## Invites
invite-ask = Whom would you like to bring in?
invite-volunteer-ask = A volunteer for which team?
invite-leader-ask = The leader of which team?
button-coordinator = Coordinator
button-volunteer = Volunteer
button-leader = Team leader
invite-link-team =
    This link makes one person { $leads ->
        [yes] the <b>leader</b>
       *[no] a <b>volunteer</b>
    } of “{ $team }”. Send it to them in private, never to a group:
    { $link }
    It works once, within 24 hours.
toast-invite-made = The link is below.
invite-welcome = Welcome!
invite-welcome-coordinator = You are a coordinator now, thank you. What waits for a person is under “To do”; I also list it for you at set times.
    Add me to a building's group and send /bind 3号楼 there, and its neighbours can begin.
invite-welcome-team = Welcome to “{ $team }”! I will call you when there is a task; press “Claim” if you would like to go.
invite-welcome-leader = You lead “{ $team }” now, thank you. I will ask you when somebody wants to join.
no-such-invite = That invite link is not right. Please ask the community for a new one.
no-invite-used = That invite link has been used. Please ask the community for a new one.
no-invite-expired = That invite link is too old. Please ask the community for a new one.
no-already-role = You are that already; keep the link for somebody else.

## Groups
group-ask = Hello everybody, I am Linli. Coordinators, please choose: what is this group for?
group-needs-coordinator = Hello everybody, I am Linli. When a community coordinator sends /bind here to tell me what this group is for, I can help.
group-compound-ask = Which compound?
group-building-ask = { $compound }: which building?
group-team-ask = Which team?
group-which-ask = { $building } of which compound?
group-of-building = This is the neighbours' group of { $place }. When something is wrong, send here:
    /report the lift is broken
    I do not listen to your other talk, and keep none of it.
group-of-building-all = This is the neighbours' group of { $place }. When something is wrong, send here:
    #report the lift is broken
    I keep none of your other talk.
group-of-team = This is the group of “{ $team }”. Tasks come here; press “Claim” if you would like to go.
    If you have never talked to me, press below first, so that I can send you the address in private.
group-help = When something is wrong, send /report and a few words in this group. For progress, language or help, talk to me in private.
group-deaf = “{ $title }” is set. There I only hear /report and messages that name me; make me an admin so that I also hear #report and emergencies such as a fire.
button-building = Building group
button-team = Team group
group-unbound = “{ $title }” belongs to no building or team any more. For another one, press a button there or send /bind.
toast-group-bound = Set.
bind-unknown = I do not know “{ $text }”. For a building write /bind 源昌鑫海湾 3号楼; for a team write its name.
    Compounds: { $compounds }
    Teams: { $teams }
group-language-ask = Which language do people read here? Notices and cards follow it.
toast-group-language = All right, this group reads that language from now on.
