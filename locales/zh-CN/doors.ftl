### 敲门没人应：一步一步来，直到有人说找到了。

words-no-answer = 敲门没人应、敲门没人、没人开门、没人应门、敲了没人应
button-nobody-opens = 敲门没人应
visit-door-open = 没人应门的事，在下面那条里，一步一步来。
search-which = 是哪一家敲门没人应？
search-door = { $who }

## 在门口

search-head = 🔴 { TIME($at) } 敲门没人应。别急，一步一步来，我陪着您。
search-phone-and-listen = <b>先打她电话。</b>再听一听屋里：水声、电视声、呼救声、异味，有吗？
search-neighbour = <b>敲敲隔壁的门</b>，问问今天见过她没有。也打给她家里人。
search-family = <b>再打给她家里人</b>，问问她去哪了。
search-contacts = 家里人和联系人：
search-called = 正在叫社区的人，每 5 分钟叫一遍，直到有人接手。能等的话，请在门口等一等。
search-taken = { $name }接手了。
search-going = { $name }正赶过去看。
search-rescue = 🔴 <b>现在就打 { $ambulance } 和 { $police }，</b>打通后照着念：
    { $place }，{ $who }，{ TIME($at) } 起敲门、电话都没人应，屋里有{ $signs }，怕是出事了，请马上来。我在门口，{ $name }，{ $phone }。
    闻到煤气味：别按门铃、别开灯，到楼外再打电话。
    听到或闻到什么，点一下，我添进去：
search-rescue-odd = 🔴 <b>现在就打 { $ambulance } 和 { $police }，</b>打通后照着念：
    { $place }，{ $who }，{ TIME($at) } 起敲门、电话都没人应，屋里有异常{ $signs }，怕是出事了，请马上来。我在门口，{ $name }，{ $phone }。
    闻到煤气味：别按门铃、别开灯，到楼外再打电话。
    听到或闻到什么，点一下，我添进去：
search-police = <b>打 { $police }，照着念：</b>
    { $place }，{ $who }，{ TIME($at) } 起敲门、电话均无人应，邻居家属不知去向，请求到场开门查看。联系人 { $name }，{ $phone }。（有人受伤，同时打 { $ambulance }）
search-own-number = （说您自己的手机号）
search-age = { $age } 岁
search-gap = ，
search-sign =
    { $sign ->
        [water] 水声
        [tv] 电视声
        [cry] 呼救声
       *[smell] 异味
    }
button-sign = { search-sign }
button-sign-on = ✓ { search-sign }
button-search-odd = 有异常
button-search-nothing = 没有异常
button-search-phoned = 电话通了
button-search-found = 找到了
button-search-not-yet = 还没找到

## 家里人

search-kin = 您好，志愿者{ $name } { $at } 去看您家老人，敲门没人应，电话没人接。您知道老人去哪了吗？
search-kin-phone = 您好，社区 { $at } 打电话问候您家老人，没人接。您知道老人去哪了吗？
button-search-well = 知道，没事
button-search-unknown = 不知道

## 去看看的人

search-look = 🔴 请您现在去 { $place } 看一位老人：敲门没人应，电话也没人接。
search-look-again = 🔴 请您现在去 { $place }，再敲一次门：那位老人还是没有消息。
search-look-yours = 谢谢您。到了先敲门，再听听屋里有没有动静：
search-look-off = 好的，我请别人去看。
button-search-coming = 我马上去

## 社区的人

search-call = 🔴 { $place }　{ TIME($at) } 起敲门没人应，还没联系上。
search-call-phone = 🔴 { $place }　{ TIME($at) } 起电话没人接，还没联系上。
search-tried = { TIME($at) } { $name }：{ $press ->
        [odd] 屋里有异常
        [nothing_odd] 电话没人接，屋里没动静
        [coming] 马上去看
        [cannot] 去不了
       *[not_found] 还没找到
    }
search-is-odd = <b>屋里有异常，</b>已请门口的人打急救和报警电话。
search-yours = <b>现在由您接手。</b>打打这些电话，问问去看的人，找到了点一下：
search-police-soon = <b>该请警察开门了。</b>点【我来】，要说的话我备好了。
button-call-silent = 没人接
button-search-take = 我来
todo-search = 🔴 敲门没人应：{ $place }，{ $at } 起
todo-search-taken = 🔴 敲门没人应：{ $place }，{ $at } 起，{ $name }在管
button-todo-search = 看看 { $n }

## 找到了

search-how-found = 人怎么样？
button-found =
    { $found ->
        [phoned] 电话里平安
        [at_home] 在家，平安
        [elsewhere] 在外，平安
        [in_hospital] 住院了
        [hurt] 受伤或生病
       *[died] 去世了
    }
search-over = 人找到了，不用再去了，谢谢您。
search-over-kin = 人找到了。社区的人马上给您打电话。
search-over-found =
    { $found ->
        [phoned] 人找到了：电话通了，没事。
        [at_home] 人找到了：在家，平安。
        [elsewhere] 人找到了：在外面，平安。
        [in_hospital] 人找到了：住院了。
        [hurt] 人找到了：受伤或生病，有人照顾。请马上告诉家里人。
       *[died] 老人走了。请社区的人马上给家里人打电话。
    } 谢谢您。地址和电话已收走。
search-then-pause = 接下来：到 /visits 给这户办暂停，要另一位点同意。
search-mistaken = 刚才按错了，没有事。
search-over-told = { $building }敲门没人应的那位找到了，不用再找了，谢谢您。
search-mistaken-told = { $building }敲门没人应是按错了，没有事，打扰您了。
search-again-told = { $building }那位还没找到，刚才点错了，请接着找。
search-taken-told = { $name }接手了，马上联系您。
search-coming-told = { $name }正赶过去。
button-search-again = 还没找到

## 点了以后

toast-search-open = 别急，一步一步来，看下面。
toast-search-odd = 现在就打电话，要说的话在下面。
toast-search-next = 记下了，看下一步。
toast-search-noted = 记下了。
toast-search-coming = 谢谢您！地址在下面。
toast-search-cannot = 好的，我请别人。
toast-search-taken = 好，由您接手，详情在下面。
toast-search-mistaken = 好，没有事了。
toast-search-over = 记下了，谢谢您。我告诉大家不用找了。
no-such-search = 没有这件事。
no-search-moved-on = 这一步已经过了，看最新的那条。
no-search-too-late = 过了一分钟，撤销不了了。请点【找到了】说一声。
no-search-not-yours = 这一句要刚才说的人来改。
