### 时间怎么说。人名、事情等各有自己的文件。

names-between = 、
when-at = { $day } { $time }
when-today = 今天
when-tomorrow = 明天
when-yesterday = 昨天
when-weekday =
    { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
when-next-weekday = 下{ when-weekday }
when-date = { $month }月{ $day }日
when-year = { $year }年{ $month }月{ $day }日
when-now = 刚才
when-minutes-ago = { $n } 分钟前
when-hours-ago = { $n } 小时前
when-days-ago = { $n } 天前
when-just-late = 刚过时间
when-minutes-late = 已过 { $n } 分钟
when-hours-late = 已过 { $n } 小时
when-days-late = 已过 { $n } 天

### 到处都用的几句。

maybe-repeated = （这条可能发过一次，再发是怕您没收到。）
sorry-it-failed = 对不住，这一步没办成，已经告诉社区的人了。编号 { $reference }，问起来报这个号就行。
no-anonymous = 匿名的身份我认不出来，请用自己的名字再来一次。
no-stale-button = 这个按钮旧了，看看最新的那条。
no-coordinators-only = 这一步要社区协调员来点。
no-leaders-only = 这一步要队长或协调员来点。
no-admins-only = 这一步要管理员来做。
no-not-your-building = 这不是您负责的楼。
no-not-a-second = 这一步要另一位能做主的人来点。
no-suspended = 您的账号停用了。有疑问请找社区；急事请打 110、119、120，也可以发 /sos。
no-logged-out = 您已经退出了。要回来，请到社区当面说一声；急事可以发 /sos。
no-blocked = 您的消息暂时不收了。有疑问请找社区；急事请打 110、119、120，也可以发 /sos。
no-volunteers-only = 您还没加入服务队。想来帮忙，发 /join 选一支队。
no-groups-only = 请到群里发这一句。
alert-dead-update = 有一条消息处理不了，已经留着。编号 { $reference }，请告诉管机器的人。
alert-chat-left = 我被移出了“{ $title }”（{ $serves }）。那边的邻居现在找不到我，请把我加回去。
alert-chat-back = 我回到“{ $title }”了，还是{ $serves }的群，照常能用。换了用处，就在群里发 /bind。
alert-refused = 有一条消息发不出去，留在待办里了，请看 /todo。
alert-new-coordinator = { $name } 凭邀请链接当上了协调员。不认识的话，请马上问问。
no-too-many-reports = 您刚才报了好几件，先歇一歇，{ $minutes } 分钟后再交。写下的我都留着，不会丢。有危险请直接说，随时都行。
no-too-many-presses = 按得太快啦，等一分钟再按。前面按的都算数。
alert-flood-reports = { $name } 一下子报了很多件事，后面的先留作草稿了。要是真有急事，请问问他。
alert-flood-presses = { $name } 一分钟里按了太多次按钮，我请他慢一点。
