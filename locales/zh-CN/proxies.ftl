### 代报：替没有 Telegram 的人报事，办完再告诉本人。

button-for-other = 替别人报
proxy-ask = 替谁报？一句话说清：住哪、怎么称呼、什么事、电话。
    比如：3号楼502李奶奶 厕所漏水 13800000000
no-empty-proxy = 替谁报？在“代报”后面写一句，比如：代报 3号楼502李奶奶 厕所漏水 13800000000
proxy-whose = 这是谁的事？
button-own-matter = 我自己的
proxy-for-somebody = 这是替别人报的。
proxy-for-nameless = 替谁报的？点【写称呼】告诉我怎么称呼、电话多少。
proxy-for = 替 { $name } 报的。
proxy-for-phone = 替 { $name } 报的，电话 { $phone }。
proxy-nameless = 一位邻居
proxy-way = { $way ->
        [call] 办完了，我们打电话告诉本人。
        [visit] 办完了，我们上门告诉本人。
        [none] 办完了，不用告诉本人。
       *[myself] 办完了，由您转告本人。
    }
proxy-who = 邻居们只看到：楼号和类别。办的人才看到：称呼、门牌、电话和您的留言。
proxy-person-ask = 怎么称呼？住哪、电话多少也可以一起说，比如：李奶奶 3号楼502 13800000000
proxy-by = { $name } 替这位报的，有事也可以给报的人留言。
proxy-receipt = 替 { $name } 报的。{ $state ->
        [call] 办完了我们打电话告诉本人。
        [visit] 办完了我们上门告诉本人。
        [none] 办完了不用告诉本人。
        [spared] 不用告诉本人。
        [due] 结果还没告诉本人。
        [told] 结果已经告诉本人了。
       *[myself] 办完了由您转告。
    }
button-name = 写称呼
button-rename = 改称呼
button-way-myself = 我来转告
button-way-call = 打电话
button-way-visit = 上门告诉
button-way-none = 不用告诉
toast-way = { $way ->
        [call] 好，办完了打电话告诉本人。
        [visit] 好，办完了上门告诉本人。
        [none] 好，办完了不另外告诉。
       *[myself] 好，办完了请您转告。
    }
no-name-please = 没看出怎么称呼。请只写称呼，比如：李奶奶
no-telling-begun = 这件已经办完了，改不了怎么告诉。

## 告诉本人
telling-head = #{ $no } 有结果了，请您告诉本人一声。{ $tries ->
        [0] {""}
       *[other] （试过 { $tries } 次没联系上）
    }
telling-result = 结果：{ $result }
telling-way = { $way ->
        [call] 打个电话说一声就行。告诉完点一下，这些我就收走。
        [visit] 请上门说一声。告诉完点一下，这些我就收走。
       *[other] 当面或打电话都行。告诉完点一下，这些我就收走。
    }
telling-done = #{ $no } 告诉本人了，谢谢您。
telling-off = #{ $no } 现在不用告诉了。
button-told = 告诉了
button-unreached = 联系不上
toast-told = 谢谢您，#{ $no } 算告诉到了。
toast-told-undone = 好，撤销了，#{ $no } 还要告诉本人。
toast-unreached = 辛苦了，明天我再提醒您试一次。
todo-untold = #{ $no } { $place }，结果还没告诉本人，{ AGO($at) }办完的
button-todo-tell = #{ $no } 去告诉
no-not-your-telling = 这件不是请您去告诉的。
no-told-already = 已经告诉本人了，谢谢您。
no-told-too-late = 过了一分钟，撤销不了了。
no-nothing-to-tell = 这件现在不用告诉了。
command-proxy = 替没有 Telegram 的人报
