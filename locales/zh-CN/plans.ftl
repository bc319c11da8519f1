### 频次时间：一户人家怎么探访，跟工作法不一样的地方。

button-plans = 频次时间
plans-head = 这户人家的探访。想改哪一项，点一下。
plan-line = { $name }：{ $often }，先请{ $who }；{ $weekday }，{ $hour }；{ $slots } 人去
plan-which = 改成：
button-plan-often = 多久一次
button-plan-rung = 先请谁
button-plan-weekday = 星期几
button-plan-hour = 几点
button-plan-slots = 几个人去
button-plan-once = 另去一次
button-plan-add = 加一项
plan-add-which = 还要加哪一项？
plan-add-none = 工作法里能加的都有了。
plan-slots = { $n } 人
plan-any-hour = 几点都行
plan-weekday =
    { $day ->
        [0] 周一
        [1] 周二
        [2] 周三
        [3] 周四
        [4] 周五
        [5] 周六
        [6] 周日
       *[7] 哪天都行
    }
cadence-weeks = 每 { $n } 周
cadence-name =
    { $every ->
        [weekly] 每周
        [monthly] 每月
        [quarterly] 每季度
        [half-yearly] 每半年
        [yearly] 每年
        [spring] 春节
        [lantern] 元宵
        [dragon-boat] 端午
        [mid-autumn] 中秋
       *[double-ninth] 重阳
    }
visit-wished-time = 这户人家盼着您这个时候来：
no-plan-already = 这一项已经有了。
no-plan-too-late = 今天来不及了，请选后面的日子。
