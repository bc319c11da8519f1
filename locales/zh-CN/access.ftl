### 账号与权限：停用、退出、第二个人的同意。

words-people = 人员
words-logout = 退出、退出账号
command-logout = 手机丢了，先退出

role-name =
    { $role ->
        [admin] 管理员
        [coordinator] 协调员
        [grid_worker] 网格员
        [building_head] 楼栋长
        [leader] 队长
        [volunteer] 志愿者
        [family] 家属
       *[resident] 居民
    }
staff-ask = 有职务的共 { $count } 人，点名字看。要找别的报事人，发 /people 加编号，如 /people 12。
person-card =
    <b>{ $name }</b>　{ $roles }
    { $access ->
        [suspended] 账号停用了。
        [logged_out] 本人退出了。确认是本人，再点【恢复】。
        [blocked] 在黑名单里。
       *[active] 账号正常。
    }
person-suspend-sure =
    停用 { $name } 的账号？{ $count ->
        [0] 手上没有任务。
       *[other] 手上的 { $count } 件任务会先退回队里。
    }之后点什么都不会有反应，急事求助还能用。
    爱捣乱的可以拉黑：他说的话我不收，也不再回。
person-revoke-ask = 收回 { $name } 的哪一个身份？
button-suspend = 停用
button-suspend-yes = 停用
button-block = 拉黑
button-unsuspend = 恢复
button-revoke = 收回身份
button-not-now = 先不动
toast-suspended = { $name } 停用了。点错了，点【恢复】。
toast-blocked = { $name } 拉黑了，他说什么我都不收，急事求助除外。点错了，点【恢复】。
toast-unsuspended = { $name } 恢复了。
toast-revoked = 收回了，已告诉 { $name }。
role-revoked = 您不再是{ role-name }了，谢谢您这些日子的辛苦。
access-suspended = 您的账号停用了，手上的任务已转给别人。有疑问请找社区。
access-restored = 您的账号恢复了，欢迎回来。
access-logged-out = 您已经退出，手上的任务退回队里了。要回来，请到社区当面说一声。急事还可以发 /sos。
logout-sure = 手机丢了、号被别人用了，才需要退出。
    退出后，这个账号什么都做不了，手上的任务退回队里，私下的地址电话收走。要回来，得到社区当面说一声。
button-logout = 确定退出
button-stay-in = 先不退
toast-logged-out = 已经退出。
toast-stayed = 好，没有退出。
no-suspended-already = { $name } 已经停用了。
no-blocked-already = { $name } 已经在黑名单里。
no-blocking-staff = { $name } 在社区有职务，不能拉黑，可以停用。
no-active-already = { $name } 的账号是正常的。
no-not-yourself = 自己的账号不能自己来。手机丢了，请发 /logout。
no-last-admin = 现在只有这一位管理员。请先再请一位管理员，再来这一步。
no-such-role = { $name } 没有这个身份。

## 当协调员、管理员要两个人同意
proposal-card =
    请 <b>{ $name }</b> 当{ role-name }，提名的是{ $by }。{ $state ->
        [agreed] { $second }同意了。
        [refused] { $second }没有同意。
        [expired] 没等到第二个人回话，作罢了。
       *[waiting] 要另一位点头才算数。您认识这个人吗？{ $until }前回话就行。
    }
proposal-by-program = 管机器的人
button-second = 同意
button-second-not = 拒绝
toast-second = 好，已告诉双方。
toast-second-not = 好，没有同意，已告诉双方。
office-waits = 谢谢您愿意当{ role-name }。还要另一位点头，有结果我告诉您。
office-agreed = 您现在是{ role-name }了，辛苦您。要办的事在【待办】里，我也会按时列给您。
office-refused = 当{ role-name }的事这次没成，谢谢您的心意。
office-expired = 当{ role-name }的事没等到回话，先作罢。要再来，请社区再发一个链接。
proposal-agreed = { $name } 的事有人点头了，现在已经上任。
proposal-refused = { $name } 的事另一位没有同意。
proposal-expired = { $name } 的事没等到第二个人回话，作罢了。
no-proposal-over = 这件事已经有结果了。
no-second-yourself = 提名的人和本人都不能自己同意，要另一位来。
no-proposed-already = 已经提名过了，正等另一位点头。
alert-new-admin = { $name } 当上了管理员。不认识的话，请马上问问。
button-admin = 管理员
invite-link-office =
    请人当<b>{ role-name }</b>，把这个链接私下转给本人，别发到群里：
    { $link }
    24 小时内点开有效，只能用一次。点开以后，还要另一位点头才算数。
