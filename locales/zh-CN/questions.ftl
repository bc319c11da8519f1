### 通知里问大家：选择题、报名。

## 大家看到的
question-choose = 请点一个选项（{ $several ->
        [yes] 可以选几个，
       *[no] {""}
    }{ $per ->
        [home] 每户算一次
       *[person] 每人算一次
    }），{ $at }截止，截止前可以改。
question-results = 已截止，结果：
question-result = { $mark } { $text }：{ $count }
question-choice = · { $text }
question-numbered = { $no }. { $text }
question-begins = 时间：{ $at }
question-sign-up = 报名：{ $count } 个名额（{ $per ->
        [home] 每户一个
       *[person] 每人一个
    }），{ $at }截止。报满了可以排队，空出来按先后补上。
question-signed = 报名：{ $n } / { $count }
question-waiting = 排队：{ $count }
button-sign-up = 报名 · { $n }/{ $count }
button-sign-up-queue = 排队 · { $n }
button-sign-up-full = 排队
button-not-going = 不去了
toast-question-chosen = 记下了：{ $name }。截止前可以改。
toast-question-home = 您家改成了：{ $name }。截止前可以改。
toast-question-none = 好，您家现在没有选。
toast-signed-up = 报上名了。去不了，点【不去了】。
toast-waiting = 名额满了，{ $count ->
        [0] 排队您是第一个
       *[other] 您前面还有 { $count } 位在排队
    }。空出来我就告诉您。
toast-not-going = 好，谢谢您说一声，名额留给别人。
seat-stands = { $how ->
        [in] <b>您报上名了</b>
        [moved] <b>空出了名额，轮到您了，您报上名了</b>
       *[waiting] <b>您在排队</b>，{ $count ->
            [0] 您是第一个
           *[other] 前面还有 { $count } 位
        }。空出来我就告诉您。
    }
    「{ $text }」
seat-please = 您来的吧？来不了请点【不去了】，让别人去。
seat-left = 您说不去了，谢谢您说一声。
    「{ $text }」
seat-called-off = <b>这次取消了，不用来了。</b>
    「{ $text }」

## 写的人看到的
question-which = 想问大家什么？
    选择题：大家点一个选项。报名：有多少名额，满了排队。
question-choices-ask = 把选项发给我，一行一个，2 到 10 个。
question-ask-in = 把选项用{ $language ->
        [zh-TW] 繁體中文
        [en] 英文
       *[other] 简体中文
    }再发一遍：一行一个，还是 { $count } 个，顺序一样。
question-places-ask = 多少个名额？发个数字给我。
question-when = { $what ->
        [begins] 什么时候开始？
       *[closes] 什么时候截止？
    }
question-day = { DAY($at) }
question-state = { $open ->
        [yes] { $at }截止
       *[no] 已经截止
    }
button-ask-people = 问问大家
button-ask-choice = 选择题
button-ask-sign-up = 报名
button-ask-choices = 改选项
button-ask-places = 改名额
button-ask-one = 只选一个
button-ask-several = 可选几个
button-ask-per-home = 每户一次
button-ask-per-person = 每人一次
button-ask-begins = 活动时间
button-ask-closes = 截止时间
button-ask-nothing = 不问了
button-ask-results = 回答怎样
button-ask-list = 名单
button-ask-list-full = 带姓名的
button-ask-close = 现在截止
toast-question-closed = 好，截止了，结果正在各个群里更新。

## 不行
no-question-closed = 已经截止了，谢谢您。
no-question-begun = 已经开始了，改不了了。
no-question-same = 您选的就是「{ $name }」，不用再按。
no-question-choices = 请发 { $min } 到 { $max } 个选项，一行一个，不要重复。
no-question-lines = 是 { $count } 个选项，请一行一个，按原来的顺序发。
no-question-places = 请发一个数字，1 到 { $count }。
no-question-after = 截止不能在开始以后，请另选一个。
no-question-past = 截止时间到不了那时候，请先改【截止时间】。
no-signed-up-already = 您已经报上名了。去不了，点【不去了】。
no-waiting-already = 您已经在排队了，{ $count ->
        [0] 您是第一个
       *[other] 前面还有 { $count } 位
    }。
no-not-signed-up = 您没有报名，不用按。

## 群里的回复
reply-head = <b>回复「{ $name }」的</b>
reply-line = { $no }. { $building }：{ $name }{ $filed ->
        [yes] {" "}→ #{ $case }
       *[no] {""}
    }
button-file-reply = { $no } 记一件事
toast-reply-filed = 记成 #{ $no } 了。
