### Notices: written, sent, read, corrected, taken back.

words-notice = send a notice、write a notice
words-notices = notices、current notices
command-notices = Notices that still hold

## What everybody reads
notice-signed = — { $name }
notice-corrected = (corrected { $at })
notice-over = (this notice no longer holds)
notice-small-print = Nobody in the group sees who pressed "Got it".
notice-taken-back = This notice was taken back. Please go by what comes after it.
button-received = Got it
button-received-count = Got it · { $n }
toast-received = Thank you, noted.
toast-received-already = It is noted already, thank you.
notices-none = There is nothing to read now. New notices come in your building's group; later you find them here too.
notices-head = <b>{ $count ->
        [one] One notice that still holds
       *[other] { $count } notices that still hold
    }</b>
notices-line = · { DAY($at) }  { $text }
notice-files = { $count ->
        [one] one picture or file
       *[other] { $count } pictures or files
    }

## Writing one
notice-ask = What should people know? Words, photos, a video, a voice message or a file: they go out just as you send them. I show you first.
notice-state = { $state ->
        [draft] <b>Not sent yet</b>
        [second] <b>Waits for another coordinator to agree</b>
        [waiting] <b>About to go out ({ $at })</b>
        [scheduled] <b>Goes out { $at }</b>
        [sending] <b>Going out</b>
        [stopped] <b>Stopped</b>
        [sent] <b>Sending is over</b>
        [withdrawn] <b>Taken back</b>
       *[dropped] <b>Not sent</b>
    }
notice-no-audience = First press "For whom".
notice-audience = For: { $names }
notice-reaches = { $groups ->
        [one] Goes to one group
       *[other] Goes to { $groups } groups
    }, about { $count ->
        [one] one person
       *[other] { $count } people
    }.
notice-no-group = { $count ->
        [one] One building it cannot reach
       *[other] { $count } buildings it cannot reach
    } (no group yet, or closed to me): { $names }
notice-unreachable = { $count ->
        [one] One person has
       *[other] { $count } people have
    } never spoken to me, so I cannot write to them.
notice-how = { $what ->
        [urgent] urgent
        [pin] pinned
       *[silent] without a sound
    }
notice-until = holds until { $at }
notice-for-ever = holds until taken back
notice-twice = The same went out within the last ten minutes. Send it once more?
notice-quoted = “{ $text }”
notice-all = Every building's group
notice-readers = Readers of { $language }
notice-to = For whom? Choose as many as you like; press again to take one off. { $groups ->
        [one] One group is chosen.
       *[other] { $groups } groups are chosen.
    }
notice-which-building = Which buildings of { $compound }?
notice-which-team = Which teams' groups?
notice-which-people = To whom in private?
notice-more = How should it go out? Press to switch on, press again to switch off.
    What is urgent goes out at night too, and without the half minute.
notice-when = When should it go out?
notice-hour = { $at }
notice-day = Until { DAY($at) }
notice-until-ask = Until which day does it hold? After that it is no longer pinned, nor counted.
button-notice-send = Send
button-notice-again = Send once more
button-notice-to = For whom
button-notice-when = Send later
button-notice-more = How
button-notice-words = Write anew
button-notice-drop = Cancel
button-notice-hold = Not yet
button-notice-back = Back
button-notice-done = Done
button-notice-buildings = Buildings
button-notice-teams = Teams' groups
button-notice-people = In private
button-notice-pin = Pin it
button-notice-silent = No sound
button-notice-urgent = Urgent
button-notice-until = Holds until
button-notice-for-ever = Until taken back
toast-notice-held = Not sent. Change it, then press "Send".
toast-notice-dropped = Not sent.

## A second person
notice-second = { $name } would like to send this notice to many. Please have a look:
notice-second-over = Nothing is left to do about this notice, thank you.
todo-notice = A notice of { $name }, “{ $text }”, sent { AGO($at) }: another coordinator must agree
button-todo-notice = { $n } read it
notice-refused = { $name } asks you not to send this notice yet. Please talk it over.
button-notice-agree = Agree
button-notice-look = Read it
button-notice-refuse = Refuse
toast-notice-agreed = It goes out now.
toast-notice-refused = Its writer has been told.

## How it goes
notice-progress = Sent { $sent } · failed { $failed } · left { $left }
notice-left = { $minutes ->
        [0] Done in less than a minute.
        [one] About one more minute.
       *[other] About { $minutes } more minutes.
    }
notice-morning = Goes on { $at }, so that nobody is disturbed now.
notice-blocked = { $count ->
        [one] One person does
       *[other] { $count } people do
    } not take my messages.
notice-fates = <b>Groups it did not reach</b>
notice-fates-none = It reached every group.
notice-fates-more = … and { $count } more groups. Please see to these first.
notice-fate = { $no }. { $group }: { $fate ->
        [kicked] I am no longer in it. Bring me back, then press "Bind"
        [migrated] the group has a new number I do not know. Send /bind in the new one, then press "Bind"
        [restricted] I may not write there. Ask its owner, then press "Resend"
        [unknown] sent, but nobody knows whether it arrived. Please look there
        [blocked] does not take my messages
       *[refused] Telegram does not take it
    }
notice-fates-left = <b>Groups where it still stands, or never came</b>
notice-fates-none-left = It was taken back everywhere.
notice-fate-over = { $no }. { $group }: { $fate ->
        [unknown] it may still stand there. Please look: if it does, press “Got it” below it and I take it back; or ask an admin to delete it
       *[refused] it never came, nothing to take back
    }
notice-withdraw-ask = Really take it back? In every group it will say so, and whoever has not got it never will.
notice-fix-ask = Send me the whole corrected text; it will be changed in every group.
notice-fixed = It is being changed in every group.
notice-failed = Notice { $no } could not be sent to everybody. Please have a look.
button-notice-stop = Stop
button-notice-on = Go on
button-notice-fates = Not reached
button-notice-left = Still there
button-notice-reach = Who got it
button-notice-fix = Correct
button-notice-withdraw = Take back
button-notice-withdraw-sure = Take back
button-fate-resend = { $no } Resend
button-fate-arrived = { $no } It arrived
button-fate-rebind = { $no } Bind
button-fate-away = { $no } Put away
toast-notice-stopped = Stopped: the rest waits.
toast-notice-goes-on = It goes on.
toast-notice-rebound = All right, I will send it there once more. If it still does not work, add me to the group again and press once more.
toast-notice-withdrawn = It is being taken back in every group.

## No
no-notice-too-many-files = A notice holds at most { $count } pictures or files.
no-notice-kind = A notice cannot hold that. Words, photos, videos, voice messages and files can be sent.
no-notice-past = That time is over. Please choose another.
no-notice-over-by-then = It goes out { $at }, when it no longer holds. Please change “Holds until”; if it cannot wait, make it “Urgent”.
no-notice-elsewhere = This group is no longer one the notice is for. Press “Put away”.
no-notice-sent-already = This notice has been sent; no need to press again.
no-notice-gone = It has gone out. Press "Stop" to stop it, "Take back" to take it back.
no-notice-for-nobody = Nobody would get it. Please press "For whom".
no-notice-own-second = You wrote it yourself: another person must agree.
no-notice-second = It is for many, so another coordinator must agree, and there is none.
no-notice-preview = This is the preview; it counts once it has been sent.
no-notice-over = This notice no longer holds.
no-notice-too-long = That is too long: a notice has { $count } characters at most. Please send a shorter one.
no-notice-mixed = These cannot go together. Photos go with videos, files with files, a voice message by itself.

## Beginning, filling in, coming again
notice-begin = What is it about? Just send it to me: words, photos, videos, voice or files; it goes out formatted as you wrote it.
    Or take one that is written already, and I ask for what is to be filled in.
notice-ask-in = Please send me the words in { $language ->
        [zh-TW] traditional Chinese
        [en] English
       *[other] simplified Chinese
    }.
notice-blank-first = This is how it reads:
    “{ $text }”
    { $count ->
        [one] One thing is to be filled in
       *[other] { $count } things are to be filled in, one after the other
    }; then I show you all of it.
    What goes in for “{ $name }”?
notice-blank-ask = What goes in for “{ $name }”?
notice-blanks = Still to be filled in: { $names }
notice-texts = Written in { $names }; everybody reads their own.{ $given ->
        [yes] { " " }What was filled in stands in each as you said it; to put it differently, press “How”.
       *[no] { "" }
    }
notice-too-long = Too long by { $over } characters; { $count } fit. Nothing is lost: press “Write anew” and send a shorter one.
notice-closed-doors = { $count ->
        [one] At one door nobody
       *[other] At { $count } doors nobody
    } has ever talked to me, so I cannot write there: somebody has to call.
notice-again-ask = Shall it come again? Choose how often, then until when.
    The first one goes out when you press “Send” or “Later”; the others at the same time of day.
notice-again = { $again ->
        [day] Every day
        [week] Every week
        [fortnight] Every 2 weeks
        [month] Every month
        [year] Every year
       *[once] Only once
    }
notice-again-ever = No last day
notice-date = Until { DAY($at) }
notice-repeats = { $again ->
        [day] every day
        [week] every week
        [fortnight] every two weeks
        [month] every month
       *[year] every year
    }
notice-repeats-until = until { DAY($at) }
notice-comes-again = Next time: { $at }
notice-list = { $count ->
        [0] No notice has been sent yet. Press “Write one”, then just send me what people should know; I show you first.
       *[other] <b>Sent, or waiting for their time ({ $count })</b>
            Press one to see how it goes; there you also correct it, take it back, or end it.
    }
notice-listed = { $waits ->
        [yes] ⏰ { $at }　{ $text }
       *[no] { DAY($at) }　{ $text }
    }
notice-drop-ask = You have a notice you did not send: “{ $text }”
    Throw it away?
notice-stays = Telegram does not let me delete a voice message older than two days: please ask each group’s admin to delete it.
notice-edit-lost = { $count ->
        [one] One group
       *[other] { $count } groups
    } I am no longer in could not be changed: { $names }. Bring me back and I will change it; or ask an admin to delete it.
notice-out-of-hand = In { $count ->
        [one] one group
       *[other] { $count } groups
    } I cannot change it, because I do not know which message it is: { $names }. Please press a button below it there, and I will; or ask an admin to delete it.
notice-fix-which = Which language is to be corrected? The others stay as they are.
notice-kept-back = A notice { $name } had planned was not sent: { $name } does not look after these places any more. If it should go out, please write it anew.
button-notice-new = Write one
button-notice-list = Sent ones
button-notice-fill = Fill in
button-notice-repeat = Repeat
button-notice-end = End it
button-notice-coming = Next one
button-notice-keep = Keep it
button-notice-drop-sure = Throw away
toast-notice-ended = All right, it will not go out any more.
no-notice-blank = Something is still to be filled in: { $name }. Press “Fill in”.
no-notice-fix-files = Pictures and files cannot be changed, only words. For another picture take it back and send a new one.
