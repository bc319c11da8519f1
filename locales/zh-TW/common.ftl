### 時間怎麼說。人名、事情等各有自己的檔案。

when-at = { $day } { $time }
when-today = 今天
when-tomorrow = 明天
when-yesterday = 昨天
when-weekday =
    { $weekday ->
        [1] 週一
        [2] 週二
        [3] 週三
        [4] 週四
        [5] 週五
        [6] 週六
       *[7] 週日
    }
when-next-weekday = 下{ when-weekday }
when-date = { $month } 月 { $day } 日
when-year = { $year } 年 { $month } 月 { $day } 日
when-now = 剛剛
when-minutes-ago = { $n } 分鐘前
when-hours-ago = { $n } 小時前
when-days-ago = { $n } 天前
when-just-late = 時間剛過
when-minutes-late = 已超過 { $n } 分鐘
when-hours-late = 已超過 { $n } 小時
when-days-late = 已超過 { $n } 天
