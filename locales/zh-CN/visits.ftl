### 探访：谁去看、什么时候去、没人应门怎么办。

## 点了以后说不行

no-visit-over = 这次探访已经结束了，谢谢您。
no-visit-not-yours = 这次探访不在您手上。
no-visit-already-yours = 这次探访已经在您手上了，详情在我们的私聊里。
no-visit-already-theirs = { $name }本来就要去的。
no-visit-not-asked = 这次探访不用您回话了，谢谢您。
no-visit-not-late = 还没到时候，先别记没去成。
no-visit-too-late-to-undo = 过了一分钟，撤销不了了。记错了请跟协调员说一声。
no-first-visit-alone = 第一次上门要两个人一起去，等搭档接了再点。
no-first-visits-together = 已经有一位第一次去的了，这个名额请去过的队员来接。
no-promise-past = 这个时间已经过了，换一个吧。
no-promise-too-late = 最晚要在{ $last }前去，换早一点吧。
no-postponed-already = 已经改过一次时间了。去不了的话，可以请人代去。
no-call-over = 这通电话已经有结果了，谢谢您。
no-unanswered-over = 人已经找到了，谢谢您。

## 计划

no-plan-over = 这个探访计划已经停了。
no-plan-of-one-visit = 这一类只去一次，没有长期计划。
no-paired-already = { $name }已经跟这户结对了。
no-not-paired = 这位没有跟这户结对。
no-helper-full = { $name }已经结对 { $count } 户了，再多怕顾不过来。
no-paused-already = 这户已经有人说过暂时不用去了。
no-pause-over = 这件事已经定下来了。
no-pause-second-yourself = 这一步要另一位来点，家里人也行。
no-pause-reason = 请说明是住院了，还是出门了。
no-pause-without-end = 请说一个回来的日子，到时候我们接着去看。
no-pause-for-good = 搬走、去世或一直不愿意，就不用填日子了。
no-pause-past = 这个日子已经过了，换一个吧。
no-pause-too-long = 最长 { $days } 天，到时候再看。

## 看到的情况

no-finding-is-case = 这一条已经报成 #{ $no } 了。
no-finding-amiss = 先点一下哪里要留意，再报上来。

no-such-plan = 没有这个探访计划。
no-such-visit = 没有这次探访。

## 探访名单

words-visits = 探访、探访名单
care-head = <b>探访名单</b>（{ $count } 户）
care-none = 名单上还没有人。把住户名单（带“重点类别”一列的表格）发给我，我会按类别排好每周、每月该去看谁。
care-compound = <b>{ $compound }</b>
care-line = { $place } { $who }：下次 { DAY($due) }，上次 { AGO($last) }
care-line-never = { $place } { $who }：下次 { DAY($due) }，还没去过
care-alone = · 没有结对的人
care-home = <b>{ $who }</b>
    { $place }
care-plan = { $name }：下一期 { DAY($due) }
care-helpers = 结对：{ $names }
care-no-helpers = 还没有结对的人。点【结对】，到日子我先问他。
care-pair-whom = 请谁来结对？这些队员可以入户。
care-nobody = 现在没有可入户的队员。先在服务队里给队员记上【可入户】，再来结对。
care-pause-why = 为什么暂时不用去？到期我会自己接着排。
care-unpair = 不再结对 { $name }
button-pair = 结对
button-pause = 暂停
button-pause-reason =
    { $reason ->
        [hospital] 住院
        [away] 出门
        [with_children] 去子女家
        [moved] 搬走了
        [died] 去世
       *[refused] 不愿意
    }
toast-paired = 好，{ $name }结对了。
toast-unpaired = 好，不再结对。
toast-pause-asked = 记下了，等另一位同意。
paired-told = 请您跟一户人家结对，到该去看看的日子，我先问您。谢谢您。
visit-let-off = 有一户这次不用您去了，家里有安排。谢谢您。
no-plan-for-helpers = 这户的探访不用结对的人去。

## 去看看

visit-head = 上门探望 · { $place } · { DAY($by) }前 · 约 { $minutes } 分钟
visit-over = 这次已经有着落了，谢谢大家。
visit-which-day = 您哪天方便？
visit-which-time = 什么时候方便？
visit-offer = { $name }，该去看看{ $who }了（上次是 { AGO($last) }）。
    您哪天方便？
visit-offer-first = { $name }，该去看看{ $who }了。
    您哪天方便？
visit-yours = 好，{ $at }您去，谢谢。
visit-details = 请您 { $at } 去看看，辛苦了。
visit-phone = { $name } { $phone }
visit-in-twos = 第一次上门要两个人一起去，我正在找搭档，找到了再去。
visit-nobody-opens = 敲门没人应：先别走，点【敲门没人应】，我一步一步陪您。
visit-done = 记下了，辛苦您。地址和电话已收走。
visit-off = 这次不用您去了，谢谢您。地址和电话已收走。
visit-evening = { $at } 您要去看看那户人家。
visit-soon = { TIME($at) } 您要去看看那户人家，还有一个小时。
visit-still = 说好的时间过了。还是您去吗？
command-rounds = 要去看看的人家（志愿者）
words-rounds = 我的探访、去看谁
visits-yours = <b>要去看看的</b>（{ $count } 户）
visits-which = 点一个号码，看详情、定时间。
visits-promised = 您说好 { $at } 去
visits-still = 说好的时间过了，还是您去吗？
visits-late = { $names }说了去，时间过了
visits-none = 现在没有要您去看的。有要去的，我早上八点半发给您。
visits-none-till = 现在没有要您去看的。下次是{ $who }，{ DAY($day) }起。到时候我早上八点半发给您。
button-rounds = 我的探访
visit-family = 您家里老人：{ $name } { $at } 会上门看看。
visit-family-off = 您家里老人：说好上门的人去不了了，我们另找人，定了再告诉您。
calls-head = <b>没去成的，今天打个电话</b>
calls-line = { $n }. { $place }，{ $by } 前
calls-taken = { $n }. { $place }，{ $name }在打
calls-none = 没有要打的电话了，谢谢大家。
todo-call = { $place } 有一户没去成，{ $by } 前打个电话
call-head = 这一期没人去成，请您打个电话问问她好不好。
call-over = 这通电话有着落了。号码已收走。
button-today = 今天
button-tomorrow = 明天
button-choose-time = 选时间
button-move-visit = 改时间
button-cannot-visit = 这次去不了
visit-time = { $at }
button-still = 是，我去
button-met = 见到了
button-phoned = 打电话联系上了
button-declined = 不想见
button-take-call = 我来打 { $n }
button-call-reached = 打通了
button-call-back = 我打不了
toast-visit-when = 好，到我们的私聊里选个时间。
toast-visit-at = 好，{ $at }。
toast-visit-no = 好的，没关系，我问问别人。
toast-visit-still = 好，谢谢您。
toast-visit-told = 记下了，谢谢您。
toast-visit-go-too = 电话记下了。上一期也只打了电话，这次请还是去看看。
toast-call-reached = 记下了，谢谢您。
toast-call-back = 好，请别的同事打。

## 去了以后

visit-how = 她怎么样？
finding-head = 点一下做了什么、哪里要留意。也可以直接打字或发语音。不用拍照。
finding-well = 都挺好。
finding-did = 做了：{ $what }
finding-amiss = 要留意：{ $what }
finding-case = { $what } → #{ $no }
finding-said = “{ $text }”
finding-voices = 语音 { $count } 条
finding-noted = 记下了。还有就接着说，没有就点【说完了】。
finding-report = 探访时看到：{ $what }要留意。
finding-from = 来自 { $at } 的探访（{ $name }）。
finding-also = 那次还看到：{ $what }
finding-tick =
    { $tick ->
        [chat] 聊了会天
        [carry] 拎了东西
        [holiday] 过节看望
       *[tidy] 帮忙收拾
    }
finding-check =
    { $check ->
        [health] 身体
        [means] 生活来源
        [family] 家里人
        [home] 居家安全
       *[needs] 想要什么
    }
button-all-well = 都挺好
button-more-to-say = 有事要说
finding-to-report = 报：{ $what }
button-said = 说完了
toast-all-well = 太好了，谢谢您。
toast-finding-reported = 报上去了，#{ $no }。
toast-visit-undone = 好，当没点过。
no-finding-photo = 照片先不用，打字或者发语音就行。

## 谁去合适

care-wishes = 这户人家希望谁来？点一下，再点一下取消。
care-wished = 希望：{ $what }
care-wish =
    { $wish ->
        [woman] 女同志
       *[stranger] 不要邻居
    }
care-wish-tongue = 会{ $tongue }
button-wishes = 来人要求
button-woman = 女
toast-wish = 记下了。
no-wish-woman = 这户人家希望女同志去，谢谢您。
no-wish-neighbour = 这户人家希望不是同一栋楼的人去，谢谢您。
no-wish-tongue = 这户人家希望去的人会说他们的话，谢谢您。

## 请人代去

stand-in-whom = 请谁代您去？对方说好之前，还是您去。
stand-in-waits = 已经问了{ $name }，等一句话。
stand-in-nobody = 现在没有合适的人。去不了的话，点【我去不了】，我来找人。
stand-in-ask = { $by }请您 { $at } 代去看看一户人家，行吗？
stand-in-over = 这件事不用您回话了，谢谢您。
visit-stood-in = { $name }替您去，您放心。
visit-not-stood-in = { $name }去不了，还是您去，或者再请一位。
button-stand-in = 请人代去
button-know = 知道了
toast-visit-known = 好，谢谢您。
no-cannot-stand-in = 这位现在不方便去，换一位吧。

## 打字说结果

words-met = 见到了、见到人了、人见到了
words-phoned = 打电话联系上了、电话联系上了、电话打通了
words-refused = 不想见、她不想见、他不想见
words-in-hospital = 住院了、她住院了、他住院了
words-away = 出门住一阵、她出门了、他出门了、去孩子家住了
outcome-which = 您说的是哪一户？
outcome-door = { $who }
visit-go-too = 电话记下了。上一期也只打了电话，这次请还是去看看。

## 有事要到

care-plan-once = { $name }：这一次
care-events = 出了什么事？点一下，我请人去看看。
care-event-day = 什么时候？
event-in-days =
    { $days ->
        [0] 就今天
       *[other] { $days } 天后
    }
event-over = 结束：{ $name }
button-events = 有事要去
button-arrive = 请人上门
arrive-what = 出了什么事？一天以内会有人到。
arrive-door = 哪一户？写单元和房号，比如“2单元1502”。
arrive-sent = 好，我这就请人去。一天以内会有人到。
toast-event-begun = 好，我请人去。
toast-event-over = 好，结束了。
arrive-case =
    #{ $no } { $category }，{ $place }。这样的事一天以内要有人到：{ $by }前。
    还不知道是哪一户。问清楚了点【请人上门】写门牌；已经有人去了，也请点一下。
arrive-case-said =
    #{ $no } { $category }，{ $place }。报事的人有意见，{ $by }前要有人去当面听他说。
    还不知道他住哪一户。问清楚了点【请人上门】写门牌；已经有人去了，也请点一下。
arrive-case-done = #{ $no } { $category }，{ $place }：有人去了。
arrive-case-door = #{ $no } 是哪一户？写楼号、单元和房号，比如“3号楼2单元1502”。
button-arrived-already = 已有人去
toast-arrival-noted = 好，记下了。
todo-arrival = #{ $no } { $category }，{ $place }：{ $by }前要有人到，还不知道是哪一户
todo-discontent = #{ $no } { $category }，{ $place }：报事的人有意见，{ $by }前要有人去，还不知道是哪一户
button-todo-arrive = #{ $no } 请人去
no-event-begun = 今天已经记过了，有人会去。
no-such-door = 名单上没有这一户。请跟社区说一声，先把这户记上。
