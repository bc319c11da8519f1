### 危险和求助：先打电话，再叫人。号码和要领来自工作法，不写在这里。

danger-dial = ⚠️ 先打电话，我不能替您报警：{ $dial }
danger-where = 现在就打，打通后说：{ $place }。
danger-nowhere = 现在就打，打通后先说在哪里：小区、几号楼、几单元。
danger-advice = { $text }
danger-party = { $party } { $phone }
danger-dialled =
    { $count ->
       *[other] 已有 { $count } 位邻居打了电话。
    }
danger-called = 社区值班的人正在被叫。
danger-called-private = 只有值班社工会看到，他马上联系您。
danger-nobody = 社区现在没有人能收到消息，请您一定先打电话。
danger-taken = { $name }：我来处理，马上联系您。
danger-taken-group = 社区值班的人已经接手。
danger-false = 社区的人看过了，这次没事，谢谢提醒。还有危险就再说一声，或者直接打：{ $dial }
danger-over = 社区的人处理好了，谢谢大家。还有危险就再说一声，或者直接打：{ $dial }
danger-mistaken = 刚才按错了，没有事。
danger-private =
    我在。您现在安全吗？
    { $dial }，24 小时都有人接。
danger-again =
    { $called ->
        [0] 社区的人现在叫不到。请现在就打：{ $dial }
       *[other] 已经在叫人了。还没打电话的，现在就打：{ $dial }
    }
danger-again-private =
    { $called ->
        [0] 我在。值班社工现在叫不到，请您现在就打：{ $dial }
       *[other] 我在，您说的我记下了，值班社工会看到。不安全就现在打：{ $dial }
    }
button-dialled = 我已打电话
button-on-site = 我在现场能帮忙
button-call-me = 请给我打电话
button-unsafe = 我现在不安全
toast-dialled = 谢谢您！值班的人知道了。
toast-on-site = 谢谢您！先顾好自己，值班的人会联系您。
toast-call-me = 好，值班社工马上打给您。
toast-unsafe = 知道了，正在叫人。能离开就先离开，现在就打电话。
alarm-which-phone = 打哪个号码找您？发给我就行，只给值班社工看。
alarm-phone-noted = 记下了，值班社工马上打给您。
alarm-words-noted = 我在，您说的值班社工会看到。方便的话，再发一个能找到您的号码。
alarm-more-noted = 记下了，来的人看得到。先打电话要紧。
alarm-more = #{ $no } 那边又说了话，在卡片上。

## 叫值班的人
alarm-head = 🔴 { $place }　{ alarm-what }（{ TIME($at) }，私聊）
alarm-head-group = 🔴 { $place }　{ alarm-what }（{ TIME($at) }，群里）
alarm-what =
    { $what ->
        [sos] 按了求助
        [hello] 没报平安，电话也打不通，请人上门看
       *[other] { $what }
    }
alarm-case = #{ $no }
alarm-no-place = 地点没说
alarm-said = “{ $text }”
alarm-heard = { $count } 个人都在说。
alarm-voice-called = 已打电话：{ $names }
alarm-voice-on-site = 在现场能帮忙：{ $names }
alarm-voice-call-me = 请您打电话过去。
alarm-voice-unsafe = 说自己现在不安全。
alarm-withdrawn = 说的人后来说不用办了，请还是确认一下。
alarm-round = 叫了 { $count } 遍，还没有人接手。
alarm-taken = { $name } { TIME($at) } 在处理了。
alarm-mine = 您在处理，辛苦了。这些只给您一个人看，请别转发。
alarm-contact = 是 { $name } 说的，{ $place }
alarm-phone = 电话：{ $phone }
alarm-no-phone = 没留电话，请楼栋长先去看看。
alarm-nameless = 不知道是谁说的。
alarm-sure = 确定是误报吗？确定了就不再叫人，说的人也会收到一句话。
alarm-false = { $name } 看过了，是误报。
alarm-over = { $name } 处理好了。
alarm-mistaken = 对方说按错了，没有事。
button-take-alarm = 我来处理
button-release-alarm = 我去不了
button-finish-alarm = 处理好了
button-false-alarm = 是误报
button-back-to-alarm = 不是误报
button-dismiss-alarm = 确认误报
toast-alarm-taken = 好，交给您了。对方会知道您来。
toast-alarm-released = 好，马上叫别人。
toast-alarm-over = 辛苦了！对方的电话和住处我收走了。
toast-alarm-dismissed = 好，不再叫人了。
alarm-coming = { $name }：我马上到。
alarm-passed-on = { $name } 走不开，正在叫别人。要紧就先打电话。
alarm-dismissed = 社区的人看过了，这次没事。要是还有危险，再跟我说一声，我马上再叫人。
alarm-was-mistake = { $name } 说刚才求助按错了，没有事。
alarm-called = { alarm-what }：有邻居说已经打了电话。
alarm-on-site = { alarm-what }：{ $name } 在现场能帮忙。
alarm-on-site-phone = { alarm-what }：{ $name } 在现场能帮忙，电话 { $phone }
alarm-call-me = 🔴 { alarm-what }：对方请您现在打电话过去。
alarm-unsafe = 🔴 { alarm-what }：对方说现在不安全。

## 求助
sos-pausing =
    10 秒后通知 { $names }。
    要救护车先打 120。夜里可能没人看到。
sos-nobody = 社区现在没有人能收到消息，请直接打：{ $dial }
sos-called = 已经叫人了。要救护车、报警，请现在打：{ $dial }
sos-taken = { $name }：我马上到。要救护车、报警，请现在打：{ $dial }
sos-over = 这次求助处理好了。还需要人，再按一次求助；要紧就打：{ $dial }
sos-mistaken = 好的，没有通知任何人。
sos-mistaken-told = 好的，已经告诉他们是按错了。
button-take-sos = 我马上到
button-mistaken = 按错了
toast-mistaken = 没关系，没有通知任何人。
toast-mistaken-told = 没关系，已经告诉他们了。

## 不行的时候
no-such-alarm = 这件事找不到了。有危险请先打电话，再说一遍我马上叫人。
no-alarm-taken = { $by } 已经在处理了。
no-alarm-over = 这件事已经结束了。还有危险就再说一声。
no-alarm-not-yours = 这个按钮只有当事的人能按。
no-sos-not-called = 这次求助叫的不是您。要帮忙，请先打电话。
