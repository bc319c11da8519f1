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
