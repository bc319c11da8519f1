### How moments are spoken. People, cases and so on have their own files.

names-between = { ", " }
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

### A few lines that are needed everywhere.

maybe-repeated = (You may have had this already; it is sent again to be sure.)
sorry-it-failed = Sorry, that did not work. The community has been told; if you ask, say { $reference }.
no-anonymous = I cannot tell who you are while you are anonymous. Please try again under your own name.
no-stale-button = That button is out of date. Please look at the latest message.
no-coordinators-only = Only a community coordinator can do that.
no-leaders-only = Only the team's leader or a coordinator can do that.
no-admins-only = Only an administrator can do that.
no-not-your-building = That is not a building you look after.
no-not-a-second = Somebody else who may decide this has to press it.
no-suspended = Your account is suspended. Please ask the community office; in an emergency call 110, 119 or 120, or send /sos.
no-logged-out = You are logged out. To come back, please tell the community office in person; in an emergency send /sos.
no-blocked = Your messages are not taken at the moment. Please ask the community office; in an emergency call 110, 119 or 120, or send /sos.
no-volunteers-only = You are in no team yet. To help, send /join and choose one.
no-groups-only = Please send that in the group.
alert-dead-update = A message could not be dealt with and has been kept. Please tell whoever runs the machine: { $reference }.
alert-chat-left = I was removed from “{ $title }” ({ $serves }). Its neighbours cannot reach me now; please add me again.
alert-chat-back = I am back in “{ $title }”. It still serves { $serves } and works as before. If it is for something else now, send /bind there.
alert-refused = A message could not be sent and waits for you: /todo.
alert-new-coordinator = { $name } has become a coordinator through an invite. If you do not know them, please ask at once.
no-too-many-reports = That was a lot of reports. Please send the next one in { $minutes } minutes; what you wrote is kept. If there is danger, just say so at any time.
no-too-many-presses = That was a little too fast. Please wait a minute before you press again. What you pressed before counts.
alert-flood-reports = { $name } sent a lot of reports at once; the later ones wait as drafts. If it may be something urgent, please ask.
alert-flood-presses = { $name } pressed too many buttons in one minute; I asked them to slow down.
