### 完成情況、紙本登錄、加看一輪。

## 完成情況

button-coverage = 完成情況
coverage-head = <b>{ $year } 年 { $month } 月的探訪</b>
coverage-all = 該去 { $due } 戶次：見到 { $met }，電話 { $phoned }，沒人應 { $searched }，沒去成 { $missed }，還沒去 { $waiting }；晚了 { $late }，暫停 { $paused }。見到 { $share }%
coverage-line = { $name }：該去 { $due }，見到 { $met }，電話 { $phoned }，沒人應 { $searched }，沒去成 { $missed }，還沒去 { $waiting }，晚了 { $late }，暫停 { $paused }（{ $share }%）
coverage-more = 還有 { $count } 行，匯出來看。
coverage-post-empty = 還沒有人當{ $duty }：{ $places }。這些探訪先由社區的人去。
coverage-post-empty-more = 還沒有人當{ $duty }：{ $places }等 { $count } 處。這些探訪先由社區的人去。
coverage-none = 這個月還沒有該去的。
coverage-nobody = 沒有結對的人
button-by-programme = 按項目
button-by-building = 按樓棟
button-by-helper = 按志工
button-month-before = 上個月
button-month-after = 下個月
button-ledger = 匯出台帳
button-enter = 登錄紙本結果
button-care = 探訪名單
button-export-ledger = 本月台帳
button-export-before = 上月台帳
heading-no = 編號
heading-programme = 項目
heading-period = 期次
heading-due = 應去日期
heading-result = 結果
heading-done = 完成時間
heading-visitor = 探訪人
ledger-result =
    { $result ->
        [met] 見到了{ ledger-late }
        [phoned] 電話聯繫{ ledger-late }
        [searched] 敲門沒人應
        [missed] 沒去成
        [paused] 暫停
        [stopped] 不用去了
       *[waiting] 還沒去{ ledger-late }
    }
ledger-late =
    { $late ->
        [yes] （晚了）
       *[no] { "" }
    }

## 紙本登錄

enter-head = 把紙本上的結果傳給我，一行一條，先寫編號，比如：
    <code>12 見到了</code>
    <code>13 沒人應</code>
    也可以點下面的按鈕。30 分鐘內都可以接著傳。
enter-line = { $no }. { $door } { $who }
enter-met = { $no } 見到了
enter-phoned = { $no } 打了電話
entered = 記下了 { $count } 條：{ $numbers }。
entered-undone = 這一批復原了。
entered-late = { $numbers }：這一期已經過了，還是算沒去成；這次聯繫上了，我記著，不用再打電話。
entered-again = { $numbers }：電話記下了。上一期也只打了電話，這次請還是去看看。
entered-wrong = 這 { $count } 行沒記上，改一改再傳給我（寫編號和結果，一行一條）：
    { $lines }
words-entry-met = 見到了、見到、見了、見過、見
words-entry-phoned = 打電話聯繫上了、打了電話、電話聯繫上了、打電話、電話
words-entry-no-answer = 敲門沒人應、沒人應、沒人開門、沒人在、沒人
words-entry-refused = 不想見、不見
toast-entry-undone = 復原了 { $count } 條。
no-entry-undo = 復原不了了：只有登錄的人一小時內能復原。
no-entry-word = 這一條看不懂，寫編號和結果就行。

## 加看一輪

words-surge = 加看一輪、加看
surge-why = 為什麼加看一輪？
surge-whom = 看哪些人家？可以點好幾樣。
surge-where = 看哪些樓？不點就是所有的樓。
surge-until = 什麼時候前看完？點了就開始。
surge-reason =
    { $reason ->
        [weather] 天氣
        [water] 停水
        [power] 停電
       *[holiday] 過節
    }
surge-board = <b>加看一輪（{ surge-reason }）</b>，{ $until } 前
surge-ended = <b>加看一輪（{ surge-reason }）</b>，結束了
surge-all = 一共：看過 { $done }，還沒 { $open }，沒人應 { $silent }，沒去成 { $missed }，暫停 { $paused }
surge-line = { $place }：看過 { $done }，還沒 { $open }，沒人應 { $silent }，沒去成 { $missed }，暫停 { $paused }
surge-let-off = 加看的這一輪結束了，有一戶不用您去了。謝謝您。
button-surge-reason =
    { $reason ->
        [weather] 天氣
        [water] 停水
        [power] 停電
       *[holiday] 過節
    }
button-surge-until =
    { $days ->
        [0] 今天
        [1] 明天
        [3] 三天內
       *[other] 一週內
    }
holiday-coming =
    { $first }到{ $last }放假，一共 { $days } 天。放假前要不要把獨居和行動不便的長輩都看一輪？
    按一下，先幫您選好人家，您再決定哪些樓、什麼時候看完。
holiday-over = { $first }到{ $last }的假已經過了。
button-holiday = 節前看一輪
button-next = 下一步
button-everywhere = 所有的樓
button-surge-end = 結束
button-changed = 有變化的人家
button-soon = 一天內看看
changed-head = 這幾天有變化的人家（出院了、回來了，或者上門時看到要留意的）。點一下，24 小時內請人去看看。
changed-none = 這幾天沒有要特別留意的變化。
toast-surge-started = 好，這就去請人。
toast-surge-ended = 好，這一輪結束了。
toast-soon = 好，24 小時內請人去看看。
no-surge-over = 這一輪已經開始或結束了。
no-surge-nobody = 先點一下看哪些人家。
no-surge-here = 這裡還沒有安排加看一輪。
no-soon-already = 今天已經請人去看了。

## 紙本探訪表

round-heading = 這一週的探訪 · { $day } · { $by } 列印
round-rule = 這張紙上有姓名和門牌，用完請交回社區，別拍照、別留在外面。見到了打勾；敲門沒人應，馬上打電話給社區，別走開。
round-boxes = □ 見到了　□ 打了電話　□ 沒人應
    { $first } 到 { $due }　備註：
round-hidden = 只給社區的人，別發給志工
round-none = 這一週沒有要去的，不用列印。
round-file = 印出來給大家用，用完收回。回來把結果傳給我：探訪名單 → 完成情況 → 登錄紙本結果。
button-sheet-helpers = 按人列印
button-sheet-buildings = 按樓列印
