### Daily hello: one question a day; no answer is asked once more, then phoned, then visited.

hello-about =
    Daily hello: once a day I ask how you are. Press 【I am well】 or write anything at all.
    If you do not, I ask once more a little later; after that somebody from the community phones you.
    When shall I ask, every day?
hello-help = In an emergency dial 120 first. SOS works at any time, but at night nobody may be looking.
hello-on = I ask you every day at { $hour }. On a day you have written something you need not answer.
hello-away = You are away and are not asked until { $until }. After that, every day at { $hour }.
hello-is-off = All right, I do not ask. If you want it, write “daily hello”.
button-hello-days = 3 days away
button-hello-week = A week away
button-hello-month = A month away
button-hello-back = I am back
button-hello-off = Ask no more
button-hello-others = For somebody
hello-whom = For whom? It begins when they agree themselves.
hello-nobody = There is nobody yet. Link your old people under “family” first; those on the care list must have linked their Telegram.
hello-when = When shall { $name } be asked, every day?
hello-offer = { $name } would like me to ask you every day at { $hour } how you are. One press is enough; without an answer somebody from the community phones you. Do you want that?
button-hello-yes = Yes, ask me
button-hello-no = No, thanks
hello-agreed = { $name } agreed and is asked every day.
hello-refused = { $name } does not want it, so nobody asks.
hello-ask = { $name }, how are you today? Press 【I am well】 or write me a word.
hello-again = { $name }, I have not heard from you yet. If you see this, press 【I am well】.
button-well = I am well
hello-thanks =
    { $state ->
        [well] Thank you, I have heard you. Have a good day!
        [reached] We heard on the phone that you are well. Good.
        [searched] Somebody is coming to look in on you. If you read this, write me a word.
       *[other] No need to answer today.
    }
hello-noted = Thank you, I have heard you. Have a good day!
toast-well = Thank you, I have heard you!
toast-hello-on = Good, I ask you every day.
toast-hello-off = All right, I ask no more.
toast-hello-away = Good, I do not ask until then. Have a safe trip!
toast-hello-back = Welcome back. I ask you every day again.
toast-hello-offered = { $name } has been asked and has to agree.

## Who phones
hello-call =
    { $count ->
        [1] ☎️ Somebody in { $place } has not said hello today. Please phone and see how they are.
       *[other] ☎️ Somebody in { $place } has not said hello today and nobody has phoned yet. You are asked for the { $count }. time.
    }
hello-call-taken = ☎️ { $place }: { $name } is phoning.
hello-call-mine = ☎️ Please phone now. Only you see this; I take it back afterwards.
hello-no-phone = No number is known. Ask the family or the building head; if you reach nobody, press 【Not reached】.
hello-call-over =
    { $state ->
        [well] They have answered themselves and are well. Thank you.
        [reached] Reached by phone and well. Thank you.
        [searched] Not reached by phone; somebody is asked to go and look.
       *[other] No call is needed any more. Thank you.
    }
button-hello-take = I will phone
button-hello-reached = Reached
button-hello-silent = Not reached
button-hello-cannot = I cannot
toast-call-taken = Thank you! The number is here; press when you have phoned.
toast-hello-search = Noted. Somebody is asked to go and look now.
hello-unasked =
    { $count ->
        [one] I was down for a while, and one person was not asked how they are. If you are worried, please phone.
       *[other] I was down for a while, and { $count } times people were not asked how they are. If you are worried, please phone.
    }
hello-found-itself = { $name } has just written and is there. Please phone to make sure.

## When it does not work
no-hello-on = They are asked every day already. To change it, they press themselves.
no-hello-over = The daily hello is off. If you want it, write “daily hello”.

words-hello = daily hello、say hello
words-well = i am well、i'm well、i am fine、i'm fine、i'm ok、all well
command-hello = Daily hello: I ask once a day how you are
