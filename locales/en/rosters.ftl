### Rosters: reading sheets, writing them, the template.

## Why a file cannot be taken
roster-empty-file = This file is empty.
roster-too-big = This file is too big, { $n } MB at most. You can send it in parts.
roster-locked = This sheet has a password and I cannot open it. Please take the password off and send it again.
roster-old-excel = This is an old Excel file (.xls). Please save it as .xlsx and send that.
roster-not-a-sheet = This is no Excel sheet or CSV. Please save it as .xlsx and send that.
roster-broken = The file is damaged and will not open. Please save it anew and send that.
roster-too-many-parts = There are { $n } parts in this file, too many for a list. Please keep the list only and save it anew.
roster-odd-names = The names inside this file look wrong, so I left it closed. Please save it anew in Excel.
roster-packed-inside = There is another file packed inside. Please save the list alone as .xlsx.
roster-unpacks-too-big = Unpacked, this file is over { $n } MB, so I left it closed. Please keep the sheet with the list only.
roster-lying-sizes = The sizes in this file are not what it says, so I left it closed. Please save it anew in Excel.
roster-entities = There is something in this file that should not be, so I left it closed. Please save it anew in Excel.
roster-too-wide = The sheet has more than { $n } columns. Please delete those that are not needed.
roster-too-many-rows = The sheet has more than { $n } rows. Please send it in parts.
roster-no-heading = I found no heading row. One row must name the columns: name, phone, building …
roster-column-missing = A column is missing: { $column ->
    [name] name
    [phones] phone or team
   *[address] room or address
}.
roster-column-twice = “{ $first }” and “{ $second }” mean the same thing to me. Please give one of them another name, such as “Relative's phone”.

## What you should know about the file
roster-note-hidden-rows = “{ $sheet }”: { $n ->
    [one] one hidden row was read too.
   *[other] { $n } hidden rows were read too.
}
roster-note-hidden-sheet = “{ $sheet }” is a hidden sheet; it was read too.
roster-note-merged = “{ $sheet }”: { $n ->
    [one] one row took a value from a merged cell above.
   *[other] { $n } rows took a value from a merged cell above.
}
roster-note-example = “{ $sheet }”: the example was left out ({ $n ->
    [one] one row
   *[other] { $n } rows
}).
roster-note-unknown-columns = “{ $sheet }”: I do not know these columns and did not read them: { $columns }.
roster-note-not-kept = “{ $sheet }”: these columns are not kept: { $columns }.
roster-note-sheet-skipped = “{ $sheet }” has no heading row of a list and was not read.

## Why a row cannot be taken
row-name-missing = There is no name.
row-formula-failed = A formula went wrong: { $value }
row-yes-no-unclear = Neither yes nor no: { $value }
row-date-wrong = Not a day: { $value }
row-phone-wrong = Not a phone number: { $value }
row-phone-rounded = Excel turned the phone number into { $value } and its last digits are lost. Please type it anew.
row-compound-missing = The compound is missing.
row-compound-unknown = There is no such compound: { $value }
row-building-missing = The building is missing.
row-building-unknown = There is no { $building } in { $compound }.
row-unit-missing = { $building } has several units; it does not say which.
row-unit-unknown = { $building } has no unit { $unit }.
row-room-missing = { $value ->
    [none] The room is missing.
   *[other] I cannot find a room in this: { $value }
}
row-place-disagrees = The address says two things: { $first }, { $second }
row-place-unclear = I do not understand this address: { $value }
row-place-became-date = Excel turned the room into the date { $value }. Please make that column “Text” and type it anew.
row-category-unknown = There is no such category: { $value }
row-contacts-unclear = The relatives ({ $names }) and their phones do not match. Please divide both with “;” in the same order.
row-team-unknown = There is no such team: { $value }

## Words in a sheet
roster-households = Households
roster-members = Volunteers
roster-yes = Yes
roster-no = No
roster-leader = Leader
roster-follower = Member
roster-stamp = Exported by: { $by }  Reason: { $reason }  Time: { $at }
heading-name = Name
heading-phones = Phone
heading-compound = Compound
heading-building = Building
heading-unit = Unit
heading-room = Room
heading-categories = Categories
heading-birth = Date of birth
heading-contact-name = Relative
heading-contact-relation = Relation
heading-contact-phones = Relative's phone
heading-languages = Languages
heading-remark = Remarks
heading-teams = Teams
heading-post = Role
heading-certified = Certified
heading-may-enter = May enter homes
heading-strong = Strong
heading-skills = Skills

## The template
roster-template-households = One person a row; columns with * are needed.
    Several phones or categories in one cell: put a comma between them.
    Compound, building and category can be chosen from the drop-downs. Several relatives: divide names, relations and phones with “;” in the same order.
    No identity numbers, please. The grey row is an example and is not read.
roster-template-members = One person a row; columns with * are needed (of phone and team, one is enough).
    Several phones or teams in one cell: put a comma between them.
    Team, role, certificate and homes can be chosen from the drop-downs.
    The grey row is an example and is not read.
roster-example-name = Example Zhang San
roster-example-relative = Li Si
roster-example-relation = Daughter
roster-example-language = Hokkien

## Where a list and what holds here differ
todo-listed = The volunteers' list says something else of { $name }, { AGO($at) }
todo-moved = { $place }: the new list has nobody behind a door a neighbour is linked to, { AGO($at) }
button-todo-listed = { $n } Have a look
listed-head = { $name } ({ $listed } on the list):
listed-differs = { $differs ->
    [leads] leads { $team } on the list, but not here yet.
    [joins] is in { $team } on the list, but not here yet.
    [drops] Not in { $team } on the new list, still in it here.
    [steps] No longer leads { $team } on the list, still does here.
   *[leaves] is not on the list any more, but still in { $team } here.
  }
listed-over = This has been dealt with.
listed-leads-now = You lead { $team } from now on. Thank you for taking it on.
listed-left-now = You are not on the new list of volunteers, so { $team } will not call you for now. Thank you for all your help; if this is a mistake, please tell the community office.
listed-dropped-now = On the new list of volunteers you are not in { $team } any more, so it will not call you for now. Thank you for all your help; if this is a mistake, please tell the community office.
listed-steps-now = You no longer lead { $team }; you are still in it. Thank you for having led it.
listed-home-ask = The volunteers' list says you live at { $door }, I have { $home }. Have you moved there?
listed-home-stays = { $name } has not moved and still lives at { $home }. The volunteers' list says { $listed }: it needs correcting.
listed-moved = The new list has nobody behind the door you were linked to, so I no longer note that you live there. If you have moved, press /start and tell me where.
moved-out = { $name } is linked to { $place }, where the new list has nobody any more.
button-listed-leads = { $n } Make leader
button-listed-joins = { $n } Let in
button-listed-leaves = { $n } Take out
button-listed-steps = { $n } Leads no more
button-listed-keep = Leave it
button-moved-out = Moved away
button-lives-there = Still lives there
toast-listed-done = Done.
toast-listed-kept = Fine, it stays as it is.
no-listed-over = This has been dealt with.
