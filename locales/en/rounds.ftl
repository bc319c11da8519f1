### How visits stand, results from paper, extra rounds.

## How visits stand

button-coverage = How it stands
coverage-head = <b>Visits of { $year }-{ $month }</b>
coverage-all = Due { $due }: met { $met }, phoned { $phoned }, no answer { $searched }, missed { $missed }, still to do { $waiting }; late { $late }, paused { $paused }. Met { $share }%
coverage-line = { $name }: due { $due }, met { $met }, phoned { $phoned }, no answer { $searched }, missed { $missed }, still to do { $waiting }, late { $late }, paused { $paused } ({ $share }%)
coverage-more = { $count } more lines; export them to see all.
coverage-post-empty = Nobody is { $duty } yet in { $places }. Coordinators make those visits meanwhile.
coverage-post-empty-more = Nobody is { $duty } yet in { $count } places, { $places } among them. Coordinators make those visits meanwhile.
coverage-none = No visits are due this month.
coverage-nobody = nobody paired
button-by-programme = By programme
button-by-building = By building
button-by-helper = By volunteer
button-month-before = Month before
button-month-after = Month after
button-ledger = Export ledger
button-enter = Enter from paper
button-care = Care list
button-export-ledger = Ledger this month
button-export-before = Ledger last month
heading-no = Number
heading-programme = Programme
heading-period = Period
heading-due = Due
heading-result = Result
heading-done = Done at
heading-visitor = Visitor
ledger-result =
    { $result ->
        [met] met{ ledger-late }
        [phoned] phoned{ ledger-late }
        [searched] no answer at the door
        [missed] missed
        [paused] paused
        [stopped] not needed
       *[waiting] still to do{ ledger-late }
    }
ledger-late =
    { $late ->
        [yes] { " " }(late)
       *[no] { "" }
    }

## From paper

enter-head = Send me the results on paper, one a line, the number first:
    <code>12 met</code>
    <code>13 no answer</code>
    Or use the buttons. You can go on sending for 30 minutes.
enter-line = { $no }. { $door } { $who }
enter-met = { $no } met
enter-phoned = { $no } phoned
entered = Entered { $count }: { $numbers }.
entered-undone = These were taken back.
entered-late = { $numbers }: that period is over and stays missed; the contact is noted, and nobody need phone.
entered-again = { $numbers }: the call is noted. Last time it was only a call too, so somebody should go and look in this time.
entered-wrong = These { $count } lines were not entered. Please correct them (number and result, one a line):
    { $lines }
words-entry-met = met、seen
words-entry-phoned = phoned、called、phone
words-entry-no-answer = no answer、nobody
words-entry-refused = declined、refused
toast-entry-undone = Taken back: { $count }.
no-entry-undo = It cannot be undone: only by who entered it, within an hour.
no-entry-word = This line is not clear; a number and a result will do.

## Extra rounds

words-surge = extra round、surge
surge-why = Why an extra round?
surge-whom = Which households? You can choose several kinds.
surge-where = Which buildings? None chosen means all of them.
surge-until = By when? It begins with your press.
surge-reason =
    { $reason ->
        [weather] weather
        [water] water cut
        [power] power cut
       *[holiday] holiday
    }
surge-board = <b>Extra round ({ surge-reason })</b>, by { $until }
surge-ended = <b>Extra round ({ surge-reason })</b>, over
surge-all = In all: done { $done }, open { $open }, no answer { $silent }, missed { $missed }, paused { $paused }
surge-line = { $place }: done { $done }, open { $open }, no answer { $silent }, missed { $missed }, paused { $paused }
surge-let-off = The extra round is over; one household does not need your visit. Thank you.
button-surge-reason =
    { $reason ->
        [weather] Weather
        [water] Water cut
        [power] Power cut
       *[holiday] Holiday
    }
button-surge-until =
    { $days ->
        [0] Today
        [1] Tomorrow
        [3] In three days
       *[other] In a week
    }
holiday-coming =
    { $first } to { $last } is a holiday, { $days } days long. Shall everybody who is old and alone or frail be looked in on before it?
    Press the button: whom is chosen for you; you say where and until when.
holiday-over = The holiday from { $first } to { $last } is over.
button-holiday = Round before it
button-next = Next
button-everywhere = All buildings
button-surge-end = End it
button-changed = Recent changes
button-soon = Within a day
changed-head = Households whose situation changed these days (back from hospital or a journey, or something to watch was found). One press, and somebody looks in within 24 hours.
changed-none = No changes these days that need special care.
toast-surge-started = People are being asked.
toast-surge-ended = The round is over.
toast-soon = Somebody will look in within 24 hours.
no-surge-over = This round has begun or ended already.
no-surge-nobody = First choose which households.
no-surge-here = Extra rounds are not set up here yet.
no-soon-already = Somebody is already asked to look in today.

## The week on paper

round-heading = Visits of this week · { $day } · printed by { $by }
round-rule = Names and doors are on this sheet: give it back afterwards, take no photos, leave it nowhere. Tick what came of it; if nobody answers the door, phone the community at once and stay there.
round-boxes = □ met　□ phoned　□ no answer
    { $first } to { $due }　remark:
round-hidden = For coordinators only, not for volunteers
round-none = No visits this week; nothing to print.
round-file = Print it, and collect the sheets afterwards. Then send me the results: Care list → How it stands → Enter from paper.
button-sheet-helpers = Print by person
button-sheet-buildings = Print by house
