### 楼里谁负责：两长四员、网格员、我的楼。

no-charge-over = 这个职责已经不在了。
no-such-duty = 这个职责工作法里没有。

## 谁负责
words-who = 谁负责、楼栋长、找谁
words-building = 我的楼栋
menu-building = 我的楼
who-head = <b>{ $place }</b> 有事找谁：
who-nobody = 还没有登记，有事请发 /report，社区会看到。
who-line = { $duty }　{ $name }{ $timed ->
        [yes] ，{ $hours }
       *[no] {""}
    }{ $called ->
        [yes] ，电话 { $phone }
       *[no] {""}
    }
charges-which-compound = 哪个小区？
charges-which-building = { $compound }，哪栋楼？
charges-add = ＋{ $duty }
charges-end = ✕ { $name }
button-charges = 两长四员
button-see-building = 看这栋楼
charge-add-how = { $place }的{ $duty }：本人用 Telegram，就发链接；不用的，写个名字就行。
button-charge-link = 发链接
button-charge-name = 写名字
charge-name-ask = { $building }的{ $duty }叫什么？写成：吴师傅，每天 18:00–20:00。时间可以不写。
charge-end-sure = { $name } 不再是{ $place }的{ $duty }了？
button-charge-end = 不再是了
toast-charge-ended = 记下了。
invite-link-duty =
    请人当{ $building }的<b>{ $duty }</b>，把这个链接私下转给本人，别发到群里：
    { $link }
    24 小时内点开有效，只能用一次。
invite-welcome-duty = 谢谢您！您现在是{ $place }的{ $duty }了。您什么时候方便，点【我的职责】写上。
my-charges-head = 邻居发 /who 看到的是这样：
button-my-charges = 我的职责
button-hours = 改时间
button-phone-show = 显示电话
button-phone-hide = 不显示电话
charge-hours-ask = 您什么时候方便？比如：每天 18:00–20:00。
charge-phone-ask = 想让邻居看到哪个号码？写下来。不想的话，发 /cancel。
no-phone-please = 这不像电话号码，请再写一次。不想显示，发 /cancel。
toast-phone-shown = 邻居看得到您的电话了。
toast-phone-hidden = 不显示了。

## 我的楼
my-buildings-which = 看哪栋楼？
building-head = <b>{ $place }</b>　没办完的 { $count } 件
building-line = #{ $no } { $category } · { $state ->
        [new] 社区在看
        [accepted] 等「{ $who }」的人接
        [working] 有人在办
        [referred] 转给{ $who }了，{ $by }前回话
       *[proposed] 等报事的邻居确认
    }
building-helpers = 今天在帮忙的：{ $names }
button-post = 发到楼栋群
button-chase = 催办 #{ $no }
button-party-reply = 回话 #{ $no }
toast-chased = #{ $no } 催过了，跟进的人会再问。
chased-told = { $name }在催 #{ $no }，请您再问问对方什么时候办。
alert-chased = { $name }在催 #{ $no }，现在没有人跟进，请看一下。
no-chased-already = #{ $no } 这个钟头里催过了，过一会儿再催。
party-reply-ask = #{ $no } 对方怎么说？写一句，报事的邻居会看到。
party-reply-noted = 记到 #{ $no } 里了，也告诉了报事的邻居。
party-replied = #{ $no } 有回话了：
    { $text }
