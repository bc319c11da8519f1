### 本週辦好：一週一句，說給樓棟群。

week-head = <b>本週辦好</b>（{ DAY($first) }–{ DAY($last) }）
week-numbers = 鄰居們反映了 { $n } 件事，{ $count } 件鄰居說辦好了。
week-line = ✅ { $category } { $count } 件
