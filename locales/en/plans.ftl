### How one household is visited otherwise than the playbook has it.

button-plans = How often, when
plans-head = How this household is visited. Press what you want to change.
plan-line = { $name }: { $often }, first { $who }; { $weekday }, { $hour }; { $slots } to go
plan-which = Change it to:
button-plan-often = How often
button-plan-rung = Who first
button-plan-weekday = Weekday
button-plan-hour = Hour
button-plan-slots = How many go
button-plan-once = Once more
button-plan-add = Add one
plan-add-which = Which one more?
plan-add-none = They have all there is in the playbook.
plan-slots = { $n }
plan-any-hour = any hour
plan-weekday =
    { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
        [6] Sunday
       *[7] any day
    }
cadence-weeks = every { $n } weeks
cadence-name =
    { $every ->
        [weekly] every week
        [monthly] every month
        [quarterly] every quarter
        [half-yearly] every half year
        [yearly] every year
        [spring] Spring Festival
        [lantern] Lantern Festival
        [dragon-boat] Dragon Boat
        [mid-autumn] Mid-Autumn
       *[double-ninth] Double Ninth
    }
visit-wished-time = This is when they would like you to come:
no-plan-already = They have that already.
no-plan-too-late = It is too late for today; choose a later day.
