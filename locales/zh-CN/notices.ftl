### 通知：写、发、看到没有、更正、撤回。

words-notice = 发通知、写通知
words-notices = 看通知、有效的通知
command-notices = 现在有效的通知

## 大家看到的
notice-signed = —— { $name }
notice-corrected = （{ $at }更正过）
notice-over = （这条已经过了有效期）
notice-small-print = 按了「收到」的是谁，群里看不到。
notice-taken-back = 这条通知收回了，请以后面的通知为准。
button-received = 收到
button-received-count = 收到 · { $n }
toast-received = 好，记下您收到了。
toast-received-already = 记着呢，您收到了，谢谢您。
notices-none = 现在没有要看的通知。有了新的，楼里的群会发；以后也可以来这里看。
notices-head = <b>现在还有效的通知（{ $count } 条）</b>
notices-line = · { DAY($at) }　{ $text }
notice-files = { $count } 个图片或文件

## 写通知
notice-ask = 想通知什么？文字、照片、视频、语音、文件都行，格式照原样发。发给我，我先给您看一遍。
notice-state = { $state ->
        [draft] <b>上面这条还没发</b>
        [second] <b>等另一位协调员点头</b>
        [waiting] <b>马上发出（{ $at }）</b>
        [scheduled] <b>到时候发出：{ $at }</b>
        [sending] <b>正在发</b>
        [stopped] <b>停住了</b>
        [sent] <b>发完了</b>
        [withdrawn] <b>收回了</b>
       *[dropped] <b>没有发</b>
    }
notice-no-audience = 先点【对象】，选发给谁。
notice-audience = 对象：{ $names }
notice-reaches = 将发到 { $groups } 个群、约 { $count } 人。
notice-no-group = 发不到 { $count } 栋（群还没绑定，或进不去）：{ $names }
notice-unreachable = 有 { $count } 人还没跟我说过话，私下发不到。
notice-how = { $what ->
        [urgent] 紧急
        [pin] 置顶
       *[silent] 不响铃
    }
notice-until = 有效到{ $at }
notice-for-ever = 不设有效期
notice-twice = 十分钟内刚发过一样的。还要再发一次吗？
notice-quoted = 「{ $text }」
notice-all = 所有楼栋群
notice-readers = 读{ $language }的人
notice-to = 发给谁？可以选几个，再点一下就去掉。现在选了 { $groups } 个群。
notice-which-building = { $compound }，发给哪几栋？
notice-which-team = 发到哪些服务队的群？
notice-which-people = 私下发给谁？
notice-more = 要怎么发？点一下打开，再点一下关掉。
    紧急的夜里也发，也不等半分钟。
notice-when = 什么时候发？
notice-hour = { $at }
notice-day = 到{ DAY($at) }
notice-until-ask = 到哪天为止有效？过了那天，不再置顶，也不再收「收到」。
button-notice-send = 发送
button-notice-again = 再发一次
button-notice-to = 对象
button-notice-when = 定时
button-notice-more = 怎么发
button-notice-words = 重写
button-notice-drop = 取消
button-notice-hold = 先别发
button-notice-back = 返回
button-notice-done = 选好了
button-notice-buildings = 选楼栋
button-notice-teams = 服务队的群
button-notice-people = 私下发给
button-notice-pin = 置顶
button-notice-silent = 不响铃
button-notice-urgent = 紧急
button-notice-until = 有效期
button-notice-for-ever = 不设有效期
toast-notice-held = 好，没有发，改好了再点【发送】。
toast-notice-dropped = 好，没有发。

## 另一位点头
notice-second = { $name }想发这条通知，人比较多，请您也看一眼：
notice-second-over = 这条通知不用您再看了，谢谢您。
todo-notice = { $name }的通知「{ $text }」，{ AGO($at) }写的，等另一位协调员点头
button-todo-notice = { $n } 看通知
notice-refused = { $name }说这条通知先别发，请商量一下再改。
button-notice-agree = 同意
button-notice-look = 看全文
button-notice-refuse = 拒绝
toast-notice-agreed = 好，这就发。
toast-notice-refused = 好，已告诉写的人。

## 发得怎样
notice-progress = 发到 { $sent } · 没发成 { $failed } · 还没发 { $left }
notice-left = { $minutes ->
        [0] 不到一分钟就发完。
       *[other] 大约还要 { $minutes } 分钟。
    }
notice-morning = { $at }接着发，现在不打扰大家。
notice-blocked = 有 { $count } 人不收我的消息。
notice-fates = <b>没发到的群</b>
notice-fates-none = 都发到了。
notice-fates-more = … 还有 { $count } 个群。先处理上面的。
notice-fate = { $no }. { $group }：{ $fate ->
        [kicked] 我不在群里了。请把我拉回去，再点【重新绑定】
        [migrated] 群换了号，我还不知道新的。请在新群里发 /bind，再点【重新绑定】
        [restricted] 群里不让我说话。请群主放开，再点【重发】
        [unknown] 发了，不知道到没到。请到群里看一眼
        [blocked] 对方不收我的消息
       *[refused] Telegram 不收这条
    }
notice-fates-left = <b>没收回、没发到的群</b>
notice-fates-none-left = 都收回了。
notice-fate-over = { $no }. { $group }：{ $fate ->
        [unknown] 那条可能还在群里。请到群里看一眼：在，就点一下它下面的【收到】，我马上收回；也可以请管理员删掉
       *[refused] 没发到，不用收回
    }
notice-withdraw-ask = 真的收回吗？每个群里的这条都会改成「收回了」，还没发的不再发。
notice-fix-ask = 把改好的全文发给我，每个群里的这条都会改过来。
notice-fixed = 好，正在各个群里改。
notice-failed = 通知 { $no } 没能全部发出，请看一下。
button-notice-stop = 停
button-notice-on = 接着发
button-notice-fates = 没发到的
button-notice-left = 没收回的
button-notice-reach = 谁收到了
button-notice-fix = 更正
button-notice-withdraw = 撤回
button-notice-withdraw-sure = 撤回
button-fate-resend = { $no } 重发
button-fate-arrived = { $no } 已送达
button-fate-rebind = { $no } 重新绑定
button-fate-away = { $no } 知道了
toast-notice-stopped = 停住了，没发的先不发。
toast-notice-goes-on = 好，接着发。
toast-notice-rebound = 好，我去那个群里再发一次。要是还不行，请先把我加回群里，再点一次。
toast-notice-withdrawn = 正在各个群里收回。

## 不行
no-notice-too-many-files = 一条通知最多放 { $count } 个图片或文件。
no-notice-kind = 通知里放不了这个。文字、照片、视频、语音、文件都行。
no-notice-past = 这个时间已经过了，请另选一个。
no-notice-over-by-then = 这条要 { $at } 才发，到那时有效期已经过了。请改【有效期】；等不得的，设成【紧急】。
no-notice-elsewhere = 这个群现在不在这条通知的对象里了，不用再发，点【知道了】。
no-notice-sent-already = 这条通知已经发了，不用再按。
no-notice-gone = 已经发出去了。要停，点【停】；要收回，点【撤回】。
no-notice-for-nobody = 这样谁也收不到。请点【对象】选一下。
no-notice-own-second = 自己写的，要另一位点头。
no-notice-second = 人比较多，要另一位协调员点头，可现在没有别的协调员。
no-notice-preview = 这是预览，发出去以后大家按了才算。
no-notice-over = 这条通知已经过了有效期。
no-notice-too-long = 太长了，一条通知最多 { $count } 个字，请发一份短的。
no-notice-mixed = 这几样放不到一起。照片和视频可以一起，文件要和文件一起，语音只能单独一条。

## 开头、填空、重复
notice-begin = 想通知什么？直接发给我：文字、照片、视频、语音、文件都行，格式照原样发。
    也可以点一个现成的，我来问要填的。
notice-ask-in = 把{ $language ->
        [zh-TW] 繁體中文
        [en] 英文
       *[other] 简体中文
    }的文字发给我。
notice-blank-first = 这条是这样写的：
    「{ $text }」
    { $count ->
        [1] 只要填一样
       *[other] 要填 { $count } 样，我一样一样问
    }，填好了给您看一遍。
    「{ $name }」填什么？
notice-blank-ask = 「{ $name }」填什么？
notice-blanks = 还没填的：{ $names }
notice-texts = 写了 { $names }，大家各看各的。{ $given ->
        [yes] 填进去的话每种都照原样；要换一种说法，点【怎么发】。
       *[no] { "" }
    }
notice-too-long = 太长了，多出 { $over } 个字，最多 { $count } 个。写的都还在：点【重写】，发一份短的。
notice-closed-doors = 有 { $count } 户还没人跟我说过话，私下发不到，要请人上门说。
notice-again-ask = 要定期再发吗？先选多久一次，再选到哪天为止。
    第一次照您点【发送】或【定时】的时间，以后都在那个钟点。
notice-again = { $again ->
        [day] 每天
        [week] 每周
        [fortnight] 每两周
        [month] 每月
        [year] 每年
       *[once] 只发一次
    }
notice-again-ever = 不设结束日
notice-date = 到{ DAY($at) }
notice-repeats = { $again ->
        [day] 每天一次
        [week] 每周一次
        [fortnight] 每两周一次
        [month] 每月一次
       *[year] 每年一次
    }
notice-repeats-until = 到{ DAY($at) }为止
notice-comes-again = 下一次：{ $at }
notice-list = { $count ->
        [0] 还没有发过通知。点【写通知】，把要说的话发给我就行，我先给您看一遍。
       *[other] <b>发过的、还没到时间的（{ $count } 条）</b>
            点一条，看发得怎样；更正、收回、不再发，都在里面。
    }
notice-listed = { $waits ->
        [yes] ⏰ { $at }　{ $text }
       *[no] { DAY($at) }　{ $text }
    }
notice-drop-ask = 您有一条没发的通知：「{ $text }」
    要扔掉吗？
notice-stays = 发出超过两天的语音，Telegram 不让我删了，要请各群的管理员在群里删。
notice-edit-lost = { $count } 个群我进不去了，那条没改成：{ $names }。把我拉回群里，我就改过来；也可以请管理员删掉。
notice-out-of-hand = { $count } 个群里的那条我改不到，不知道是哪条消息：{ $names }。请到群里点一下它下面的按钮，我马上改过来；也可以请管理员删掉。
notice-fix-which = 改哪一种文字？别的不变。
notice-kept-back = { $name }定好的一条通知没有发：{ $name }现在不管这几处了。要发的话，请您重新写一条。
button-notice-new = 写通知
button-notice-list = 发过的
button-notice-fill = 填空
button-notice-repeat = 重复
button-notice-end = 不再发
button-notice-coming = 下一次
button-notice-keep = 留着
button-notice-drop-sure = 扔掉
toast-notice-ended = 好，这条不再发了。
no-notice-blank = 还有没填的：{ $name }。点【填空】。
no-notice-fix-files = 图片和文件改不了，只能改文字。要换图，请收回，再发一条新的。
