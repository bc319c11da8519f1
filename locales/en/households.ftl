### Households: bringing in rosters, household codes, exports.

## Why a roster cannot be brought in
row-said-before = The same person as in row { $row }; that row counts.
no-roster-chosen = That has been chosen already.
no-roster-over = This list has been dealt with.
no-roster-applied = This list has been brought in already.
no-roster-outdated = The lists have changed since. Please send the file again, and I will compare anew.
no-roster-empty = Nothing to change: the list says what is known.
no-roster-busy = Another list is being brought in. Please wait until it is done.
no-roster-too-late = More than 7 days have passed, so it cannot be taken back.
no-roster-meddled = Somebody has changed these rows since, so it cannot be taken back. Please send a new list.
no-job-failed = It did not work; the fault is mine. Please try again later.

## Household codes
no-code-used = This code has been used. Please ask the community office for another.
no-code-expired = This code has run out. Please ask the community office for another.
no-such-code = There is no such code. Please look at your slip again, or ask the community office for another.
no-code-tries = That was wrong several times; please wait an hour, or ask the community office.
no-such-household = No such household is listed. Please write building, unit and room.
no-such-volunteer = They are not on the list of volunteers any more.
no-phone-listed = This number is not on the list of volunteers. To join, send /join.
no-phone-unclear = Several people are listed with this number. Please ask the community office for a code.
code-home = Found it, thank you. I know now that you belong to this household, and keep nothing else.
code-volunteer = Found it, welcome! Your teams: { $teams }.
code-made = Household code: <code>{ $code }</code>
    This link does the same: { $link }
    It works once, until { $until }. Please hand it to this household only.
code-sheet = Household codes
heading-code = Code
heading-link = Link
heading-until = Good until
household-door = { $place }
household-dweller = { $name }{ $kinds ->
    [none] {""}
   *[other] {" "}({ $kinds })
}
button-household-code = Make a code
toast-code-made = The code is below; earlier ones nobody used are void.

## Lists that were sent
no-roster-right = Thank you for the file. Only the community's coordinators can bring in lists, so I did not open it. If something is wrong, just write to me.
roster-which = I have the file “{ $name }”. What does it list?
roster-fetching = Fetching “{ $name }” …
roster-reading = Reading “{ $name }” … { $percent }%
roster-applying = Bringing in “{ $name }” … { $percent }%
roster-undoing = Taking back “{ $name }” … { $percent }%
roster-ready = “{ $name }” is read; nothing has been changed yet.
roster-counts = New: { $new }. Changed: { $changed }. Not on the list any more: { $gone }.
    Rows that say what is known: { $same }; said twice: { $duplicate }; with a mistake: { $invalid }.
roster-wrong-lines = Rows with a mistake are left out; correct them and send the list again:
roster-wrong-line = Row { $row }: { $why }
roster-more-lines = { $n } more are in the file below.
roster-nothing-new = Nothing needs changing.
roster-applied = “{ $name }” has been brought in.
roster-skipped = { $n } rows were changed by somebody meanwhile; I left them as they are.
roster-undo-until = It can be taken back until { $until }.
roster-undone = “{ $name }” has been taken back; everything is as it was.
roster-dropped = “{ $name }” was not brought in; nothing has changed.
roster-failed = “{ $name }” cannot be brought in.
roster-not-fetched = I could not fetch the file. Please send it again.
roster-file = Everything that would change, a row each. For your eyes only; I take it away within 47 hours.
roster-differences = Differences
roster-verdict = { $verdict ->
    [new] new
    [changed] changed
    [gone] not on the list
    [duplicate] said twice
   *[invalid] mistake
}
roster-change = { $what }: { $old } → { $new }
heading-row = Row
heading-sheet = Sheet
heading-verdict = Result
heading-what = What
button-roster-households = Households
button-roster-members = Volunteers
button-roster-apply = Bring in
button-roster-undo = Take back
toast-roster-fetching = All right, I will read it and tell you.
toast-roster-applying = Bringing it in; you can do something else meanwhile.
toast-roster-undoing = Taking it back.
toast-roster-dropped = All right, it is not brought in.

## Exports
no-export-reason = Please press “With everything” first, and write why you need it.
no-export-too-soon = One moment: press again once 5 seconds are over.
export-which = Which list? None of these holds names, phone numbers or flats.
export-reason-ask = A full list holds names, phone numbers and flats. Why is it needed? One sentence will do; it is kept with your name.
export-full-which = Reason: { $reason }
    Which list?
export-full-again = Reason: { $reason }
    Press the same once more, and I will send it.
export-file = Here it is; I take it away within 47 hours.
export-file-full = The full list, for your eyes only. Please do not pass it on; I take it away within 47 hours.
button-export-households = Households
button-export-members = Volunteers
button-export-cases = Cases
button-export-tasks = Tasks
button-export-visits = Visits
button-export-whole = With everything
toast-export-begun = All right, you will have it in a moment.
toast-export-again = It holds private things. Press once more after 5 seconds, and I will send it.
