### 住戶：匯入名單、住戶碼、匯出。

## 匯入不了的原因
row-said-before = 和第 { $row } 列是同一個人，以那一列為準。
no-roster-chosen = 已經選過了。
no-roster-over = 這份名單已經處理完了。
no-roster-applied = 這份名單已經匯入過了。
no-roster-outdated = 名單後來又變過，請把檔案再傳一次，我重新比對。
no-roster-empty = 沒有要改的，名單和現在的一樣。
no-roster-busy = 另一份名單正在匯入，等它好了再來。
no-roster-too-late = 過了 7 天，收不回來了。
no-roster-meddled = 匯入以後有人改過這些內容，收不回來了。請傳一份新名單。
no-job-failed = 沒做成，是我這邊出了問題。請過一會兒再試。

## 住戶碼
no-code-used = 這個碼用過了。請向社區再要一個。
no-code-expired = 這個碼過期了。請向社區再要一個。
no-such-code = 沒有這個碼。請對照紙條再看一眼，或者向社區再要一個。
no-code-tries = 試了好幾次都不對，先歇一小時。也可以直接向社區要。
no-such-household = 這一戶沒有登記。請寫全樓號、單元和房號。
no-such-volunteer = 志工名單上沒有這個人了。
no-phone-listed = 志工名單上沒有這個號碼。想加入的話，傳 /join 就行。
no-phone-unclear = 這個號碼在名單上有好幾位，請向社區要一個碼。
code-home = 對上了，謝謝您。從現在起我知道您是這一戶的，別的什麼都沒記。
code-volunteer = 對上了，歡迎您！您在這些隊裡：{ $teams }。
code-made = 住戶碼：<code>{ $code }</code>
    也可以直接點這個連結：{ $link }
    只能用一次，{ $until }前有效。請當面或私下交給這一戶。
code-sheet = 住戶碼
heading-code = 住戶碼
heading-link = 連結
heading-until = 有效期到
household-door = { $place }
household-dweller = { $name }{ $kinds ->
    [none] {""}
   *[other] （{ $kinds }）
}
button-household-code = 發住戶碼
toast-code-made = 碼在下面，以前沒用過的作廢了。

## 傳來的名單
no-roster-right = 謝謝您傳檔案來。名單只有社區協調員能匯入，我沒有打開它。想反映什麼事，直接寫給我就行。
roster-which = 收到檔案「{ $name }」。這是哪一種名單？
roster-fetching = 正在取檔案「{ $name }」……
roster-reading = 正在讀「{ $name }」……{ $percent }%
roster-applying = 正在匯入「{ $name }」……{ $percent }%
roster-undoing = 正在收回「{ $name }」……{ $percent }%
roster-ready = 「{ $name }」讀好了，什麼都還沒改。
roster-counts = 新增 { $new } 人，有變動 { $changed } 人，名單上沒有了 { $gone } 人。
    一樣的 { $same } 列，重複的 { $duplicate } 列，有問題的 { $invalid } 列。
roster-wrong-lines = 有問題的先不匯入，改好再傳一次就行：
roster-wrong-line = 第 { $row } 列：{ $why }
roster-more-lines = 還有 { $n } 列，都在下面的檔案裡。
roster-nothing-new = 沒有要改的。
roster-applied = 「{ $name }」匯入好了。
roster-skipped = 有 { $n } 列中途被人改過，我沒動它們。
roster-undo-until = { $until }前可以收回。
roster-undone = 「{ $name }」收回了，一切和匯入前一樣。
roster-dropped = 「{ $name }」沒有匯入，什麼都沒改。
roster-failed = 「{ $name }」匯入不了。
roster-not-fetched = 檔案沒取到。請再傳一次。
roster-file = 要改的都在這裡，一列一條。只給您一個人看，47 小時內我會收走。
roster-differences = 名單比對
roster-verdict = { $verdict ->
    [new] 新增
    [changed] 有變動
    [gone] 名單上沒有了
    [duplicate] 重複
   *[invalid] 有問題
}
roster-change = { $what }：{ $old } → { $new }
heading-row = 列
heading-sheet = 工作表
heading-verdict = 結果
heading-what = 說明
button-roster-households = 住戶名單
button-roster-members = 志工名單
button-roster-apply = 匯入
button-roster-undo = 取消匯入
toast-roster-fetching = 好，我來讀，讀完告訴您。
toast-roster-applying = 開始匯入，您可以先忙別的。
toast-roster-undoing = 開始收回。
toast-roster-dropped = 好，不匯入。

## 匯出
no-export-reason = 請先點【要完整的】，寫一句為什麼要。
no-export-too-soon = 別急，等滿 5 秒再按一次。
export-which = 要匯出哪一份？這幾份都不含姓名、電話和房號。
export-reason-ask = 完整的名單裡有姓名、電話和房號。為什麼需要？寫一句就好，會和您的名字一起記下來。
export-full-which = 原因：{ $reason }
    要哪一份？
export-full-again = 原因：{ $reason }
    再按一次同一個，我就傳給您。
export-file = 給您，47 小時內我會收走。
export-file-full = 完整名單，只給您一個人看。請別轉傳，47 小時內我會收走。
button-export-households = 住戶
button-export-members = 志工
button-export-cases = 大家反映的事
button-export-tasks = 任務
button-export-visits = 訪視
button-export-whole = 要完整的
toast-export-begun = 好，做好了就傳給您。
toast-export-again = 裡面有大家的隱私。5 秒後再按一次，才會傳。
