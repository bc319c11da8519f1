### 住户：导入名单、住户码、导出。

## 导入不了的原因
row-said-before = 和第 { $row } 行是同一个人，按那一行算。
no-roster-chosen = 已经选过了。
no-roster-over = 这份名单已经处理完了。
no-roster-applied = 这份名单已经导入过了。
no-roster-outdated = 名单后来又变过，请把文件再发一次，我重新比对。
no-roster-empty = 没有要改的，名单和现在的一样。
no-roster-busy = 另一份名单正在导入，等它好了再来。
no-roster-too-late = 过了 7 天，撤不回来了。
no-roster-meddled = 导入以后有人改过这些内容，撤不回来了。请发一份新名单。
no-job-failed = 没做成，是我这边出了问题。请过一会儿再试。

## 住户码
no-code-used = 这个码用过了。请找社区再要一个。
no-code-expired = 这个码过期了。请找社区再要一个。
no-such-code = 没有这个码。请对照纸条再看一眼，或者找社区再要一个。
no-code-tries = 试了好几次都不对，先歇一小时。也可以直接问社区要。
no-such-household = 这一户没有登记。请写全楼号、单元和房号。
no-such-volunteer = 志愿者名单上没有这个人了。
no-phone-listed = 志愿者名单上没有这个号码。想加入的话，发 /join 就行。
no-phone-unclear = 这个号码在名单上有好几位，请向社区要一个码。
code-home = 对上了，谢谢您。从现在起我知道您是这一户的，别的什么都没记。
code-volunteer = 对上了，欢迎您！您在这些队里：{ $teams }。
code-made = 住户码：<code>{ $code }</code>
    也可以直接点这个链接：{ $link }
    只能用一次，{ $until }前有效。请当面或私下交给这一户。
code-sheet = 住户码
heading-code = 住户码
heading-link = 链接
heading-until = 有效期到
household-door = { $place }
household-dweller = { $name }{ $kinds ->
    [none] {""}
   *[other] （{ $kinds }）
}
button-household-code = 发住户码
toast-code-made = 码在下面，以前没用过的作废了。

## 发来的名单
no-roster-right = 谢谢您发文件来。名单只有社区协调员能导入，我没有打开它。想反映什么事，直接写给我就行。
roster-which = 收到文件「{ $name }」。这是哪一种名单？
roster-fetching = 正在取文件「{ $name }」……
roster-reading = 正在读「{ $name }」……{ $percent }%
roster-applying = 正在导入「{ $name }」……{ $percent }%
roster-undoing = 正在撤回「{ $name }」……{ $percent }%
roster-ready = 「{ $name }」读好了，什么都还没改。
roster-counts = 新增 { $new } 人，有变化 { $changed } 人，名单上没有了 { $gone } 人。
    一样的 { $same } 行，重复的 { $duplicate } 行，有问题的 { $invalid } 行。
roster-wrong-lines = 有问题的先不导入，改好再发一次就行：
roster-wrong-line = 第 { $row } 行：{ $why }
roster-more-lines = 还有 { $n } 行，都在下面的文件里。
roster-nothing-new = 没有要改的。
roster-applied = 「{ $name }」导入好了。
roster-skipped = 有 { $n } 行中途被人改过，我没动它们。
roster-undo-until = { $until }前可以撤回。
roster-undone = 「{ $name }」撤回了，一切和导入前一样。
roster-dropped = 「{ $name }」没有导入，什么都没改。
roster-failed = 「{ $name }」导入不了。
roster-not-fetched = 文件没取到。请再发一次。
roster-file = 要改的都在这里，一行一条。只给您一个人看，47 小时内我会收走。
roster-differences = 名单比对
roster-verdict = { $verdict ->
    [new] 新增
    [changed] 有变化
    [gone] 名单上没有了
    [duplicate] 重复
   *[invalid] 有问题
}
roster-change = { $what }：{ $old } → { $new }
heading-row = 行
heading-sheet = 表
heading-verdict = 结果
heading-what = 说明
button-roster-households = 住户名单
button-roster-members = 志愿者名单
button-roster-apply = 导入
button-roster-undo = 撤销导入
toast-roster-fetching = 好，我来读，读完告诉您。
toast-roster-applying = 开始导入，您可以先忙别的。
toast-roster-undoing = 开始撤回。
toast-roster-dropped = 好，不导入。

## 导出
no-export-reason = 请先点【要完整的】，写一句为什么要。
no-export-too-soon = 别急，等满 5 秒再按一次。
export-which = 要导出哪一份？这几份都不含姓名、电话和房号。
export-reason-ask = 完整的名单里有姓名、电话和房号。为什么需要？写一句就好，会和您的名字一起记下来。
export-full-which = 原因：{ $reason }
    要哪一份？
export-full-again = 原因：{ $reason }
    再按一次同一个，我就发给您。
export-file = 给您，47 小时内我会收走。
export-file-full = 完整名单，只给您一个人看。请别转发，47 小时内我会收走。
button-export-households = 住户
button-export-members = 志愿者
button-export-cases = 大家反映的事
button-export-tasks = 任务
button-export-visits = 探访
button-export-whole = 要完整的
toast-export-begun = 好，做好了就发给您。
toast-export-again = 里面有大家的隐私。5 秒后再按一次，才会发。
