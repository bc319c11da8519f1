### 代報：替沒有 Telegram 的人報事，辦完再告訴本人。

button-for-other = 替別人報
proxy-ask = 替誰報？一句話說清楚：住哪裡、怎麼稱呼、什麼事、電話。
    例如：3號樓502李奶奶 廁所漏水 13800000000
no-empty-proxy = 替誰報？在「代報」後面寫一句，例如：代報 3號樓502李奶奶 廁所漏水 13800000000
proxy-whose = 這是誰的事？
button-own-matter = 我自己的
proxy-for-somebody = 這是替別人報的。
proxy-for-nameless = 替誰報的？點【寫稱呼】告訴我怎麼稱呼、電話多少。
proxy-for = 替 { $name } 報的。
proxy-for-phone = 替 { $name } 報的，電話 { $phone }。
proxy-nameless = 一位鄰居
proxy-way = { $way ->
        [call] 辦完了，我們打電話告訴本人。
        [visit] 辦完了，我們登門告訴本人。
        [none] 辦完了，不用告訴本人。
       *[myself] 辦完了，由您轉告本人。
    }
proxy-who = 鄰居們只看到：樓號和類別。去辦的人才看到：稱呼、門牌、電話和您的留言。
proxy-person-ask = 怎麼稱呼？住哪裡、電話多少也可以一起說，例如：李奶奶 3號樓502 13800000000
proxy-by = { $name } 替這位報的，有事也可以給報的人留言。
proxy-receipt = 替 { $name } 報的。{ $state ->
        [call] 辦完了我們打電話告訴本人。
        [visit] 辦完了我們登門告訴本人。
        [none] 辦完了不用告訴本人。
        [spared] 不用告訴本人。
        [due] 結果還沒告訴本人。
        [told] 結果已經告訴本人了。
       *[myself] 辦完了由您轉告。
    }
button-name = 寫稱呼
button-rename = 改稱呼
button-way-myself = 我來轉告
button-way-call = 打電話
button-way-visit = 登門告訴
button-way-none = 不用告訴
toast-way = { $way ->
        [call] 好，辦完了打電話告訴本人。
        [visit] 好，辦完了登門告訴本人。
        [none] 好，辦完了不另外告訴。
       *[myself] 好，辦完了請您轉告。
    }
no-name-please = 看不出怎麼稱呼。請只寫稱呼，例如：李奶奶
no-telling-begun = 這件已經辦完了，不能改怎麼告訴。

## 告訴本人
telling-head = #{ $no } 有結果了，請您告訴本人一聲。{ $tries ->
        [0] {""}
       *[other] （試過 { $tries } 次沒聯絡上）
    }
telling-result = 結果：{ $result }
telling-way = { $way ->
        [call] 打個電話說一聲就行。告訴完點一下，這些我就收走。
        [visit] 請登門說一聲。告訴完點一下，這些我就收走。
       *[other] 當面或打電話都行。告訴完點一下，這些我就收走。
    }
telling-done = #{ $no } 告訴本人了，謝謝您。
telling-off = #{ $no } 現在不用告訴了。
button-told = 告訴了
button-unreached = 聯絡不上
toast-told = 謝謝您，#{ $no } 算告訴到了。
toast-told-undone = 好，復原了，#{ $no } 還要告訴本人。
toast-unreached = 辛苦了，明天我再提醒您試一次。
todo-untold = #{ $no } { $place }，結果還沒告訴本人，{ AGO($at) }辦完的
button-todo-tell = #{ $no } 去告訴
no-not-your-telling = 這件不是請您去告訴的。
no-told-already = 已經告訴本人了，謝謝您。
no-told-too-late = 過了一分鐘，不能復原了。
no-nothing-to-tell = 這件現在不用告訴了。
command-proxy = 替沒有 Telegram 的人報
