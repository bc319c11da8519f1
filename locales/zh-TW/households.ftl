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
