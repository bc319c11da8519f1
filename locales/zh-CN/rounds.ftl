### 完成情况、纸面录入、加看一轮。

## 完成情况

button-coverage = 完成情况
coverage-head = <b>{ $year } 年 { $month } 月的探访</b>
coverage-all = 该去 { $due } 户次：见到 { $met }，电话 { $phoned }，没人应 { $searched }，没去成 { $missed }，还没去 { $waiting }；晚了 { $late }，暂停 { $paused }。见到 { $share }%
coverage-line = { $name }：该去 { $due }，见到 { $met }，电话 { $phoned }，没人应 { $searched }，没去成 { $missed }，还没去 { $waiting }，晚了 { $late }，暂停 { $paused }（{ $share }%）
coverage-more = 还有 { $count } 行，导出来看。
coverage-post-empty = 还没有人当{ $duty }：{ $places }。这些探访先由社区的人去。
coverage-post-empty-more = 还没有人当{ $duty }：{ $places }等 { $count } 处。这些探访先由社区的人去。
coverage-none = 这个月还没有该去的。
coverage-nobody = 没有结对的人
button-by-programme = 按项目
button-by-building = 按楼栋
button-by-helper = 按志愿者
button-month-before = 上个月
button-month-after = 下个月
button-ledger = 导出台账
button-enter = 录纸面结果
button-care = 探访名单
button-export-ledger = 本月台账
button-export-before = 上月台账
heading-no = 编号
heading-programme = 项目
heading-period = 期次
heading-due = 应去日期
heading-result = 结果
heading-done = 完成时间
heading-visitor = 探访人
ledger-result =
    { $result ->
        [met] 见到了{ ledger-late }
        [phoned] 电话联系{ ledger-late }
        [searched] 敲门没人应
        [missed] 没去成
        [paused] 暂停
        [stopped] 不用去了
       *[waiting] 还没去{ ledger-late }
    }
ledger-late =
    { $late ->
        [yes] （晚了）
       *[no] { "" }
    }

## 纸面录入

enter-head = 把纸面上的结果发给我，一行一条，先写编号，比如：
    <code>12 见到了</code>
    <code>13 没人应</code>
    也可以点下面的按钮。30 分钟内都可以接着发。
enter-line = { $no }. { $door } { $who }
enter-met = { $no } 见到了
enter-phoned = { $no } 打了电话
entered = 记下了 { $count } 条：{ $numbers }。
entered-undone = 这一批撤销了。
entered-late = { $numbers }：这一期已经过了，还是算没去成；这次联系上了，我记着，不用再打电话。
entered-again = { $numbers }：电话记下了。上一期也只打了电话，这次请还是去看看。
entered-wrong = 这 { $count } 行没记上，改一改再发我（写编号和结果，一行一条）：
    { $lines }
words-entry-met = 见到了、见到、见了、见过、见
words-entry-phoned = 打电话联系上了、打了电话、电话联系上了、打电话、电话
words-entry-no-answer = 敲门没人应、没人应、没人开门、没人在、没人
words-entry-refused = 不想见、不见
toast-entry-undone = 撤销了 { $count } 条。
no-entry-undo = 撤销不了了：只有录的人一小时内能撤。
no-entry-word = 这一条看不懂，写编号和结果就行。

## 加看一轮

words-surge = 加看一轮、加看
surge-why = 为什么加看一轮？
surge-whom = 看哪些人家？可以点好几样。
surge-where = 看哪些楼？不点就是所有的楼。
surge-until = 什么时候前看完？点了就开始。
surge-reason =
    { $reason ->
        [weather] 天气
        [water] 停水
        [power] 停电
       *[holiday] 过节
    }
surge-board = <b>加看一轮（{ surge-reason }）</b>，{ $until } 前
surge-ended = <b>加看一轮（{ surge-reason }）</b>，结束了
surge-all = 一共：看过 { $done }，还没 { $open }，没人应 { $silent }，没去成 { $missed }，暂停 { $paused }
surge-line = { $place }：看过 { $done }，还没 { $open }，没人应 { $silent }，没去成 { $missed }，暂停 { $paused }
surge-let-off = 加看的这一轮结束了，有一户不用您去了。谢谢您。
button-surge-reason =
    { $reason ->
        [weather] 天气
        [water] 停水
        [power] 停电
       *[holiday] 过节
    }
button-surge-until =
    { $days ->
        [0] 今天
        [1] 明天
        [3] 三天内
       *[other] 一周内
    }
holiday-coming =
    { $first }到{ $last }放假，一共 { $days } 天。放假前要不要把独居和行动不便的老人都看一轮？
    点一下，先帮您选好人家，您再定哪些楼、什么时候看完。
holiday-over = { $first }到{ $last }的假已经过了。
button-holiday = 节前看一轮
button-next = 下一步
button-everywhere = 所有的楼
button-surge-end = 结束
button-changed = 有变化的人家
button-soon = 一天内看看
changed-head = 这几天有变化的人家（出院了、回来了，或者上门时看到要留意的）。点一下，24 小时内请人去看看。
changed-none = 这几天没有要特别留意的变化。
toast-surge-started = 好，这就去请人。
toast-surge-ended = 好，这一轮结束了。
toast-soon = 好，24 小时内请人去看看。
no-surge-over = 这一轮已经开始或结束了。
no-surge-nobody = 先点一下看哪些人家。
no-surge-here = 这里还没有安排加看一轮。
no-soon-already = 今天已经请人去看了。

## 纸面探访表

round-heading = 这一周的探访 · { $day } · { $by } 打印
round-rule = 这张纸上有姓名和门牌，用完请交回社区，别拍照、别留在外面。见到了打钩；敲门没人应，马上打电话给社区，别走开。
round-boxes = □ 见到了　□ 打了电话　□ 没人应
    { $first } 到 { $due }　备注：
round-hidden = 只给社区的人，别发给志愿者
round-none = 这一周没有要去的，不用打印。
round-file = 打印出来给大家用，用完收回。回来把结果发给我：探访名单 → 完成情况 → 录纸面结果。
button-sheet-helpers = 按人打印
button-sheet-buildings = 按楼打印
