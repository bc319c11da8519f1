### 印在紙上的：樓門口的海報、密鑰、服務時數證明。

paper-day = { $year }年{ $month }月{ $day }日

## 海報
poster-title = { $community } · 樓門口的 QR 碼
poster-scan = 用手機 Telegram 掃一掃，點【開始】
poster-what = 樓裡壞了、要人幫忙，就跟我說
poster-speak = 不用打字，也可以對我說話
poster-dial = 有急事先打：{ $dial }

## 密鑰
paper-key-title = Linli 鄰里 · 資料密鑰
paper-key-of = { $community }，{ $day }列印。
paper-key-what = 這一串字能打開居民的姓名、房號、電話和留言。沒有它，備份也讀不出來，誰都補不了。
paper-key-keep = 請裝進信封封好，和身分證件一樣鎖起來，最好另一個地方再放一份。別拍照，別傳到群組裡，別和備份放在一起。
paper-key-back = 要用的時候：把上面這串字不留空格寫進 .env 的 DATA_KEY= 後面，或者掃碼得到它，再啟動 Linli。
paper-key-delete = 印好以後，把電腦上的這個檔案刪掉，印表機裡的記錄也清掉。

## 服務時數證明
proof-title = 志願服務時數證明
proof-says = 茲證明 { $name } 於{ $start }至{ $end }在{ $community }參加志願服務，共計{ $total }，明細如下。
proof-day = 日期
proof-what = 服務內容
proof-minutes = 分鐘
proof-total = 合計：{ $total }
proof-span =
    { $hours ->
        [0] { $minutes } 分鐘
       *[other]
            { $minutes ->
                [0] { $hours } 小時
               *[other] { $hours } 小時 { $minutes } 分鐘
            }
    }
proof-source = 每一項都由本人認領、辦完，時數由隊長核對。
proof-signature = 社區（蓋章）：　　　　　　　　　　　　日期：
