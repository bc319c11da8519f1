### 頻次時間：一戶人家怎麼探訪，跟工作法不一樣的地方。

button-plans = 頻次時間
plans-head = 這戶人家的探訪。想改哪一項，按一下。
plan-line = { $name }：{ $often }，先請{ $who }；{ $weekday }，{ $hour }；{ $slots } 人去
plan-which = 改成：
button-plan-often = 多久一次
button-plan-rung = 先請誰
button-plan-weekday = 星期幾
button-plan-hour = 幾點
button-plan-slots = 幾個人去
button-plan-once = 另去一次
button-plan-add = 加一項
plan-add-which = 還要加哪一項？
plan-add-none = 工作法裡能加的都有了。
plan-slots = { $n } 人
plan-any-hour = 幾點都行
plan-weekday =
    { $day ->
        [0] 週一
        [1] 週二
        [2] 週三
        [3] 週四
        [4] 週五
        [5] 週六
        [6] 週日
       *[7] 哪天都行
    }
cadence-weeks = 每 { $n } 週
cadence-name =
    { $every ->
        [weekly] 每週
        [monthly] 每月
        [quarterly] 每季
        [half-yearly] 每半年
        [yearly] 每年
        [spring] 春節
        [lantern] 元宵
        [dragon-boat] 端午
        [mid-autumn] 中秋
       *[double-ninth] 重陽
    }
visit-wished-time = 這戶人家盼著您這個時候來：
no-plan-already = 這一項已經有了。
no-plan-too-late = 今天來不及了，請選後面的日子。
