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
