### 本周办好：一周一句，说给楼栋群。

week-head = <b>本周办好</b>（{ DAY($first) }–{ DAY($last) }）
week-numbers = 邻居们反映了 { $n } 件事，{ $count } 件邻居说办好了。
week-line = ✅ { $category } { $count } 件
