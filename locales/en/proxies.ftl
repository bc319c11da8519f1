### Reporting for somebody without Telegram, and telling them in the end.

button-for-other = For somebody else
proxy-ask = For whom? In one line: where they live, their name, what it is, their phone.
    For example: Building 3 502 Mrs Li: toilet leaks 13800000000
no-empty-proxy = For whom? Write it after /proxy, for example: /proxy Building 3 502 Mrs Li: toilet leaks 13800000000
proxy-whose = Whose matter is this?
button-own-matter = My own
proxy-for-somebody = This is reported for somebody else.
proxy-for-nameless = For whom is it? Press “Add name” and tell me their name and phone.
proxy-for = For { $name }.
proxy-for-phone = For { $name }, phone { $phone }.
proxy-nameless = a neighbour
proxy-way = { $way ->
        [call] When it is done we ring them.
        [visit] When it is done we tell them at the door.
        [none] When it is done they need not be told.
       *[myself] When it is done you tell them.
    }
proxy-who = Neighbours see only the building and the kind. Only who deals with it sees their name, flat and phone, and your words.
proxy-person-ask = What is their name? You may add where they live and their phone, for example: Mrs Li Building 3 502 13800000000
proxy-by = { $name } reported it for them; you can leave word for { $name }, too.
proxy-receipt = For { $name }. { $state ->
        [call] When it is done we ring them.
        [visit] When it is done we tell them at the door.
        [none] They need not be told.
        [spared] They need not be told.
        [due] They have not been told yet.
        [told] They have been told.
       *[myself] When it is done you tell them.
    }
button-name = Add name
button-rename = Change name
button-way-myself = I tell them
button-way-call = By phone
button-way-visit = At the door
button-way-none = No need
toast-way = { $way ->
        [call] All right, we ring them when it is done.
        [visit] All right, we tell them at the door when it is done.
        [none] All right, nobody tells them.
       *[myself] All right, please tell them when it is done.
    }
no-name-please = I could not find a name. Please write only the name, for example: Mrs Li
no-telling-begun = This is over; how they are told can no longer be changed.

## Telling them
telling-head = There is a result for #{ $no }: please tell them.{ $tries ->
        [0] {""}
       *[other] { " " }(tried { $tries } times without reaching them)
    }
telling-result = Result: { $result }
telling-way = { $way ->
        [call] A phone call will do. Press when you have told them; then I take this away.
        [visit] Please tell them at the door. Press when you have told them; then I take this away.
       *[other] In person or by phone. Press when you have told them; then I take this away.
    }
telling-done = They have been told about #{ $no }. Thank you.
telling-off = There is nothing to tell about #{ $no } now.
button-told = I told them
button-unreached = Not reached
toast-told = Thank you. #{ $no } counts as told.
toast-told-undone = Taken back: they are still to be told about #{ $no }.
toast-unreached = Thank you for trying. I will remind you tomorrow.
todo-untold = #{ $no } { $place }: they have not been told the result; it ended { AGO($at) }
button-todo-tell = #{ $no } tell them
no-not-your-telling = You were not asked to tell them this.
no-told-already = They have been told already, thank you.
no-told-too-late = The minute is over; it cannot be taken back.
no-nothing-to-tell = There is nothing to tell about this now.
command-proxy = Report for somebody without Telegram
