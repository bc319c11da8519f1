### 演示页上，拨快时间以后说的那一行。

demo-passed =
    { $hours ->
        [1] 过了 1 小时
        [24] 过了 1 天
       *[other] 过了 { $hours } 小时
    }
demo-and = 、
demo-news = { demo-passed }：{ $chats }有新动静。
demo-quiet = { demo-passed }，没有到点的事。
