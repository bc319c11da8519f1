### Accounts and rights: suspending, logging out, the second person's yes.

words-people = people、staff
words-logout = log out、logout
command-logout = Phone lost: log out

role-name =
    { $role ->
        [admin] admin
        [coordinator] coordinator
        [grid_worker] grid worker
        [building_head] building head
        [leader] team leader
        [volunteer] volunteer
        [family] family
       *[resident] resident
    }
staff-ask =
    { $count ->
        [one] One person has a role. Tap the name.
       *[other] { $count } people have a role. Tap a name.
    } For whoever reported a case, send /people with its number, as /people 12.
person-card =
    <b>{ $name }</b> · { $roles }
    { $access ->
        [suspended] The account is suspended.
        [logged_out] They logged out themselves. Make sure who it is before you press “Restore”.
        [blocked] On the block list.
       *[active] The account is in order.
    }
person-suspend-sure =
    Suspend { $name }? { $count ->
        [0] They hold no task.
        [one] The task they hold goes back to the team first.
       *[other] The { $count } tasks they hold go back to the team first.
    } After that nothing they press does anything; they can still call for help.
    Somebody who only makes trouble can be blocked: what they say is not taken and not answered.
person-revoke-ask = Which role of { $name } is to be taken away?
button-suspend = Suspend
button-suspend-yes = Suspend
button-block = Block
button-unsuspend = Restore
button-revoke = Take a role
button-not-now = Not now
toast-suspended = { $name } is suspended. A wrong press? Press “Restore”.
toast-blocked = { $name } is blocked: nothing they say is taken, except a call for help. A wrong press? Press “Restore”.
toast-unsuspended = { $name } is back.
toast-revoked = Taken away; { $name } has been told.
role-revoked = You are no longer { role-name }. Thank you for all you did.
access-suspended = Your account is suspended, and your tasks went to others. Please ask the community office.
access-restored = Your account is open again. Welcome back.
access-logged-out = You are logged out, and your tasks went back to the team. To come back, tell the community office in person. /sos still works.
logout-sure = Log out only when your phone is lost or somebody else uses your account.
    After that this account can do nothing, your tasks go back to the team, and addresses and numbers are taken away. To come back you have to tell the community office in person.
button-logout = Log out
button-stay-in = Stay
toast-logged-out = Logged out.
toast-stayed = All right, you are still here.
no-suspended-already = { $name } is suspended already.
no-blocked-already = { $name } is on the block list already.
no-blocking-staff = { $name } has a role and cannot be blocked; suspend the account instead.
no-active-already = The account of { $name } is in order.
no-not-yourself = Nobody does that to their own account. Phone lost? Send /logout.
no-last-admin = This is the only admin. Please get another admin first.
no-such-role = { $name } does not have that role.

## A coordinator or admin takes two people
proposal-card =
    <b>{ $name }</b> is to be { role-name }, proposed by { $by }. { $state ->
        [agreed] { $second } agreed.
        [refused] { $second } did not agree.
        [expired] No second person answered; it came to nothing.
       *[waiting] A second person has to agree. Do you know them? Please answer by { $until }.
    }
proposal-by-program = whoever runs the machine
button-second = Agree
button-second-not = Refuse
toast-second = All right, both have been told.
toast-second-not = Not agreed; both have been told.
office-waits = Thank you for being willing to be { role-name }. One more person has to agree; I will tell you.
office-agreed = You are { role-name } now, thank you. What has to be done is behind “To do”, and I list it for you at set times.
office-refused = Becoming { role-name } did not work out this time. Thank you all the same.
office-expired = Nobody answered about your becoming { role-name }. For another try, ask the community office for a new link.
proposal-agreed = A second person agreed to { $name }, who has the role now.
proposal-refused = The second person did not agree to { $name }.
proposal-expired = No second person answered about { $name }; it came to nothing.
no-proposal-over = That has been decided already.
no-second-yourself = Neither who proposed it nor who is proposed can agree; it takes somebody else.
no-proposed-already = That has been proposed already and waits for a second person.
alert-new-admin = { $name } became an admin. If you do not know them, please ask at once.
button-admin = Admin
invite-link-office =
    To make somebody <b>{ role-name }</b>, pass this link to them in private, never in a group:
    { $link }
    It works once, within 24 hours. Once they have opened it, a second person has to agree.
