### What a notice asks: a choice, a sign-up.

## What everybody reads
question-choose = Please press { $several ->
        [yes] one or several
       *[no] one
    } ({ $per ->
        [home] each household counts once
       *[person] each person counts once
    }). Until { $at }; you may change it until then.
question-results = Closed. What people said:
question-result = { $mark } { $text }: { $count }
question-choice = · { $text }
question-numbered = { $no }. { $text }
question-begins = When: { $at }
question-sign-up = { $count ->
        [one] One place
       *[other] { $count } places
    }, { $per ->
        [home] one a household
       *[person] one a person
    }. Sign up until { $at }. When it is full you can queue: whoever came first moves up.
question-signed = Signed up: { $n } / { $count }
question-waiting = Waiting: { $count }
button-sign-up = Sign up · { $n }/{ $count }
button-sign-up-queue = Queue · { $n }
button-sign-up-full = Queue
button-not-going = Not going
toast-question-chosen = Noted: { $name }. You may change it until it closes.
toast-question-home = Your household now says: { $name }. You may change it until it closes.
toast-question-none = Your household has chosen nothing now.
toast-signed-up = You are signed up. If you cannot come, press "Not going".
toast-waiting = It is full; { $count ->
        [0] you are the first in the queue
        [one] one person waits before you
       *[other] { $count } people wait before you
    }. I tell you when there is a place.
toast-not-going = Thank you for saying so. Somebody else can go.
seat-stands = { $how ->
        [in] <b>You are signed up</b>
        [moved] <b>A place has become free: you are signed up</b>
       *[waiting] <b>You are waiting</b>, { $count ->
            [0] the first in the queue
            [one] one person before you
           *[other] { $count } people before you
        }. I tell you when there is a place.
    }
    “{ $text }”
seat-please = You are coming, aren't you? If not, please press "Not going", so that somebody else can.
seat-left = You are not going; thank you for saying so.
    “{ $text }”
seat-called-off = <b>It was called off; no need to come.</b>
    “{ $text }”

## What its writer reads
question-which = What would you like to ask?
    A choice: people press one of several. A sign-up: so many places, then a queue.
question-choices-ask = Send me the choices, one a line, 2 to 10 of them.
question-ask-in = Send me the choices once more in { $language ->
        [zh-TW] traditional Chinese
        [en] English
       *[other] simplified Chinese
    }: one a line, all { $count } of them, in the same order.
question-places-ask = How many places? Send me a number.
question-when = { $what ->
        [begins] When does it begin?
       *[closes] Until when may people answer?
    }
question-day = { DAY($at) }
question-state = { $open ->
        [yes] Until { $at }
       *[no] Closed
    }
button-ask-people = Ask people
button-ask-choice = A choice
button-ask-sign-up = A sign-up
button-ask-choices = New choices
button-ask-places = How many
button-ask-one = One only
button-ask-several = Several
button-ask-per-home = Per home
button-ask-per-person = Per person
button-ask-begins = When it is
button-ask-closes = Until when
button-ask-nothing = Ask nothing
button-ask-results = What they said
button-ask-list = The list
button-ask-list-full = With names
button-ask-close = Close it now
toast-question-closed = Closed. What people said is being shown in every group.

## No
no-question-closed = This has closed, thank you.
no-question-begun = It has begun; it cannot be changed any more.
no-question-same = You chose “{ $name }” already; no need to press again.
no-question-choices = Please send { $min } to { $max } choices, one a line, no two the same.
no-question-lines = There are { $count } choices. Please send as many lines, in the same order.
no-question-places = Please send a number from 1 to { $count }.
no-question-after = It must close before it begins. Please choose another time.
no-question-past = It would have closed by then. Please change "Until when" first.
no-signed-up-already = You are signed up already. If you cannot come, press "Not going".
no-waiting-already = You are waiting already; { $count ->
        [0] you are the first in the queue
        [one] one person waits before you
       *[other] { $count } people wait before you
    }.
no-not-signed-up = You have not signed up; nothing to do.

## Replies in the group
reply-head = <b>Replies to “{ $name }”</b>
reply-line = { $no }. { $building }: { $name }{ $filed ->
        [yes] {" "}→ #{ $case }
       *[no] {""}
    }
button-file-reply = { $no } Make it a case
toast-reply-filed = It is #{ $no } now.
