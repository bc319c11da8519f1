### 示範頁上，調快時間以後說的那一行。

demo-passed =
    { $hours ->
        [1] 過了 1 小時
        [24] 過了 1 天
       *[other] 過了 { $hours } 小時
    }
demo-and = 、
demo-news = { demo-passed }：{ $chats }有新動靜。
demo-quiet = { demo-passed }，沒有到時間的事。
