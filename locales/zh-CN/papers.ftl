### 印在纸上的：楼门口的海报、密钥、服务时长证明。

paper-day = { $year }年{ $month }月{ $day }日

## 海报
poster-title = { $community } · 楼门口的二维码
poster-scan = 用手机 Telegram 扫一扫，点【开始】
poster-what = 楼里坏了、要人帮忙，就跟我说
poster-speak = 不用打字，也可以对我说话
poster-dial = 有急事先打：{ $dial }

## 密钥
paper-key-title = Linli 邻里 · 数据密钥
paper-key-of = { $community }，{ $day }打印。
paper-key-what = 这一串字能打开居民的姓名、房号、电话和留言。没有它，备份也读不出来，谁都补不了。
paper-key-keep = 请装进信封封好，和身份证件一样锁起来，最好另一个地方再放一份。别拍照，别发到群里，别和备份放在一起。
paper-key-back = 要用的时候：把上面这串字不留空格写进 .env 的 DATA_KEY= 后面，或者扫码得到它，再启动 Linli。
paper-key-delete = 印好以后，把电脑上的这个文件删掉，打印机里的记录也清掉。

## 服务时长证明
proof-title = 志愿服务时长证明
proof-says = 兹证明 { $name } 于{ $start }至{ $end }在{ $community }参加志愿服务，共计{ $total }，明细如下。
proof-day = 日期
proof-what = 服务内容
proof-minutes = 分钟
proof-total = 合计：{ $total }
proof-span =
    { $hours ->
        [0] { $minutes } 分钟
       *[other]
            { $minutes ->
                [0] { $hours } 小时
               *[other] { $hours } 小时 { $minutes } 分钟
            }
    }
proof-source = 每一项都由本人认领、办完，时长由队长核对。
proof-signature = 社区（盖章）：　　　　　　　　　　　　日期：
