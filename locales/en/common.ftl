### How moments are spoken. People, cases and so on have their own files.

when-at = { $day } { $time }
when-today = today
when-tomorrow = tomorrow
when-yesterday = yesterday
when-weekday =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
when-next-weekday = next { when-weekday }
when-date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
when-year = { when-date } { $year }
when-now = just now
when-minutes-ago =
    { $n ->
        [one] { $n } minute ago
       *[other] { $n } minutes ago
    }
when-hours-ago =
    { $n ->
        [one] { $n } hour ago
       *[other] { $n } hours ago
    }
when-days-ago =
    { $n ->
        [one] { $n } day ago
       *[other] { $n } days ago
    }
when-just-late = time just passed
when-minutes-late =
    { $n ->
        [one] { $n } minute late
       *[other] { $n } minutes late
    }
when-hours-late =
    { $n ->
        [one] { $n } hour late
       *[other] { $n } hours late
    }
when-days-late =
    { $n ->
        [one] { $n } day late
       *[other] { $n } days late
    }
