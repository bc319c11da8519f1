### 帳號與權限：停用、登出、第二個人的同意。

words-people = 人員
words-logout = 登出、登出帳號
command-logout = 手機掉了，先登出

role-name =
    { $role ->
        [admin] 管理員
        [coordinator] 協調員
        [grid_worker] 網格員
        [building_head] 樓棟長
        [leader] 隊長
        [volunteer] 志工
        [family] 家屬
       *[resident] 住戶
    }
staff-ask = 有職務的共 { $count } 人，點名字看。要找別的報事人，傳 /people 加編號，如 /people 12。
person-card =
    <b>{ $name }</b>　{ $roles }
    { $access ->
        [suspended] 帳號停用了。
        [logged_out] 本人登出了。確認是本人，再按【恢復】。
        [blocked] 在黑名單裡。
       *[active] 帳號正常。
    }
person-suspend-sure =
    停用 { $name } 的帳號？{ $count ->
        [0] 手上沒有任務。
       *[other] 手上的 { $count } 件任務會先退回隊裡。
    }之後按什麼都不會有反應，急事求助還能用。
    愛搗亂的可以封鎖：他說的話我不收，也不再回。
person-revoke-ask = 收回 { $name } 的哪一個身分？
button-suspend = 停用
button-suspend-yes = 停用
button-block = 封鎖
button-unsuspend = 恢復
button-revoke = 收回身分
button-not-now = 先不動
toast-suspended = { $name } 停用了。按錯了，按【恢復】。
toast-blocked = { $name } 封鎖了，他說什麼我都不收，急事求助除外。按錯了，按【恢復】。
toast-unsuspended = { $name } 恢復了。
toast-revoked = 收回了，已告訴 { $name }。
role-revoked = 您不再是{ role-name }了，謝謝您這些日子的辛苦。
access-suspended = 您的帳號停用了，手上的任務已轉給別人。有疑問請找社區。
access-restored = 您的帳號恢復了，歡迎回來。
access-logged-out = 您已經登出，手上的任務退回隊裡了。要回來，請到社區當面說一聲。急事還可以傳 /sos。
logout-sure = 手機掉了、帳號被別人用了，才需要登出。
    登出後，這個帳號什麼都做不了，手上的任務退回隊裡，私下的地址電話收走。要回來，得到社區當面說一聲。
button-logout = 確定登出
button-stay-in = 先不登出
toast-logged-out = 已經登出。
toast-stayed = 好，沒有登出。
no-suspended-already = { $name } 已經停用了。
no-blocked-already = { $name } 已經在黑名單裡。
no-blocking-staff = { $name } 在社區有職務，不能封鎖，可以停用。
no-active-already = { $name } 的帳號是正常的。
no-not-yourself = 自己的帳號不能自己來。手機掉了，請傳 /logout。
no-last-admin = 現在只有這一位管理員。請先再請一位管理員，再來這一步。
no-such-role = { $name } 沒有這個身分。

## 當協調員、管理員要兩個人同意
proposal-card =
    請 <b>{ $name }</b> 當{ role-name }，提名的是{ $by }。{ $state ->
        [agreed] { $second }同意了。
        [refused] { $second }沒有同意。
        [expired] 沒等到第二個人回話，作罷了。
       *[waiting] 要另一位點頭才算數。您認識這個人嗎？{ $until }前回話就行。
    }
proposal-by-program = 管機器的人
button-second = 同意
button-second-not = 拒絕
toast-second = 好，已告訴雙方。
toast-second-not = 好，沒有同意，已告訴雙方。
office-waits = 謝謝您願意當{ role-name }。還要另一位點頭，有結果我告訴您。
office-agreed = 您現在是{ role-name }了，辛苦您。要辦的事在【待辦】裡，我也會按時列給您。
office-refused = 當{ role-name }的事這次沒成，謝謝您的心意。
office-expired = 當{ role-name }的事沒等到回話，先作罷。要再來，請社區再發一個連結。
proposal-agreed = { $name } 的事有人點頭了，現在已經上任。
proposal-refused = { $name } 的事另一位沒有同意。
proposal-expired = { $name } 的事沒等到第二個人回話，作罷了。
no-proposal-over = 這件事已經有結果了。
no-second-yourself = 提名的人和本人都不能自己同意，要另一位來。
no-proposed-already = 已經提名過了，正等另一位點頭。
alert-new-admin = { $name } 當上了管理員。不認識的話，請馬上問問。
button-admin = 管理員
invite-link-office =
    請人當<b>{ role-name }</b>，把這個連結私下轉給本人，別傳到群組：
    { $link }
    24 小時內點開有效，只能用一次。點開以後，還要另一位點頭才算數。
