### Family: linked to an old person, with their consent.

words-family = family, i am family, my family
command-family = Family: link to an old person
button-family = Family
family-head = <b>Family</b>
    Once linked, family may report for the old person; if they wish, family also hears how it goes.
family-tie = { $tie ->
        [child] child
        [grandchild] grandchild
        [spouse] spouse
        [carer] carer
       *[relative] relative
    }
family-mine = · { $name } (your { family-tie }): { $state ->
        [asked] waits for your answer
       *[given] linked
    }
family-theirs = · { $name } (you are their { family-tie }): { $state ->
        [asked] waits for their answer
       *[given] linked
    }
button-i-am-family = I am family
button-kin-code = Code for my family
kin-end-of = End: { $name }
kin-tie-ask = What are you to them?
button-tie-child = Child
button-tie-grandchild = Grandchild
button-tie-spouse = Spouse
button-tie-relative = Relative
button-tie-carer = Carer
kin-elder-ask = If they use me too: ask them to press Help, Family, “Code for my family”, and to read you the 9 figures. Send them to me.
    If not: send me their name and door, for example: Building 3 502 Mrs Li. Somebody of the community asks them at the door.
kin-code = Code for your family: <b>{ $code }</b>
    Read it out to them. It is good for a day and once, and you will still be asked. Give it to nobody you do not know.
kin-code-wrong = That code is wrong, used or too old. Ask them to press “Code for my family” again.
kin-asked = All right, they are being asked. Once they agree you are linked.
kin-asked-in-person = All right, somebody of the community will ask them in person. I will tell you what they say.
kin-consent = { $state ->
        [asked] { $name } says to be your { family-tie } and would like to be linked, to report things for you. Is this your family?
        [given] You and { $name } are linked: they may report for you. { $shares ->
            [yes] What you report is told to them, too.
           *[no] What you report is not told to them.
        }
        [refused] All right, you are not linked to { $name }.
       *[ended] You and { $name } are no longer linked.
    }
button-kin-yes = Agree
button-kin-no = Refuse
button-kin-share = Tell them my matters
button-kin-unshare = Tell them no more
button-kin-off = End the link
kin-visit = { $name } says to be their { family-tie } and would like to be linked, to report things for them. Please ask in person, and press what they say.
    “Tell all” means that their own matters and visits may be told to this person, too.
kin-visit-over = { $state ->
        [given] Noted: they agree. Thank you for going.
        [refused] Noted: they do not agree. Thank you for going.
       *[ended] There is nothing to ask any more.
    }
button-kin-said-yes = They agree
button-kin-said-all = Agree, tell all
button-kin-said-no = They refuse
button-kin-send = Send somebody
kin-send-whom = Who shall go and ask? These members may enter homes; those who live near come first.
kin-ask = Could you go to { $place } and ask an old person one question in person? It takes a few minutes.
kin-ask-over = You need not go any more, thank you.
kin-given = They agree, and you are linked. Press “Report something” to report for them.
kin-refused = They do not agree this time. Talk with them; you may ask again.
kin-ended = The family link has ended.
kin-case = #{ $no } reported by { $name } · { $category }
    { $status }
kin-line-ask = What is it? Just say it; I know their door and phone.
kin-report-for = For { $name }
todo-kin = { $place }: family of an old person asks to be linked, { AGO($at) }; somebody must ask at the door
button-todo-kin = { $n } ask them
toast-kin-yes = Linked.
toast-kin-no = Not linked.
toast-kin-share = What you report is told to them, too.
toast-kin-unshare = They are told no more.
toast-kin-sent = All right, I am asking { $name } whether they can.
toast-kin-recorded = Noted, thank you.
toast-kin-ended = The link has ended.
no-kin-answered = This has been answered already.
no-kin-over = This link is no more.
no-kin-not-yours-to-say = That is theirs to say, or a building head's or coordinator's who has asked them.
no-kin-not-oneself = This is your own code: read it to your family.
no-kin-already = You are linked to them already, or they are being asked.
no-kin-door = I did not understand. Send the code of 9 figures, or name and door, for example: Building 3 502 Mrs Li
