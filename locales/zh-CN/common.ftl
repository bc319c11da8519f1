### 时间怎么说。人名、事情等各有自己的文件。

when-at = { $day } { $time }
when-today = 今天
when-tomorrow = 明天
when-yesterday = 昨天
when-weekday =
    { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
when-next-weekday = 下{ when-weekday }
when-date = { $month }月{ $day }日
when-year = { $year }年{ $month }月{ $day }日
when-now = 刚才
when-minutes-ago = { $n } 分钟前
when-hours-ago = { $n } 小时前
when-days-ago = { $n } 天前
when-just-late = 刚过时间
when-minutes-late = 已过 { $n } 分钟
when-hours-late = 已过 { $n } 小时
when-days-late = 已过 { $n } 天
