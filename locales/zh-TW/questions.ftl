### 通知裡問大家：選擇題、報名。

## 大家看到的
question-choose = 請點一個選項（{ $several ->
        [yes] 可以選幾個，
       *[no] {""}
    }{ $per ->
        [home] 每戶算一次
       *[person] 每人算一次
    }），{ $at }截止，截止前可以改。
question-results = 已截止，結果：
question-result = { $mark } { $text }：{ $count }
question-choice = · { $text }
question-numbered = { $no }. { $text }
question-begins = 時間：{ $at }
question-sign-up = 報名：{ $count } 個名額（{ $per ->
        [home] 每戶一個
       *[person] 每人一個
    }），{ $at }截止。額滿可以排隊，空出來按先後遞補。
question-signed = 報名：{ $n } / { $count }
question-waiting = 排隊：{ $count }
button-sign-up = 報名 · { $n }/{ $count }
button-sign-up-queue = 排隊 · { $n }
button-sign-up-full = 排隊
button-not-going = 不去了
toast-question-chosen = 記下了：{ $name }。截止前可以改。
toast-question-home = 您家改成了：{ $name }。截止前可以改。
toast-question-none = 好，您家現在沒有選。
toast-signed-up = 報上名了。去不了，點【不去了】。
toast-waiting = 名額滿了，{ $count ->
        [0] 排隊您是第一個
       *[other] 您前面還有 { $count } 位在排隊
    }。空出來我就告訴您。
toast-not-going = 好，謝謝您說一聲，名額留給別人。
seat-stands = { $how ->
        [in] <b>您報上名了</b>
        [moved] <b>空出了名額，輪到您了，您報上名了</b>
       *[waiting] <b>您在排隊</b>，{ $count ->
            [0] 您是第一個
           *[other] 前面還有 { $count } 位
        }。空出來我就告訴您。
    }
    「{ $text }」
seat-please = 您會來吧？來不了請點【不去了】，讓別人去。
seat-left = 您說不去了，謝謝您說一聲。
    「{ $text }」
seat-called-off = <b>這次取消了，不用來了。</b>
    「{ $text }」

## 寫的人看到的
question-which = 想問大家什麼？
    選擇題：大家點一個選項。報名：有多少名額，滿了排隊。
question-choices-ask = 把選項傳給我，一行一個，2 到 10 個。
question-ask-in = 請把選項用{ $language ->
        [zh-TW] 繁體中文
        [en] 英文
       *[other] 簡體中文
    }再傳一次：一行一個，還是 { $count } 個，順序一樣。
question-places-ask = 多少個名額？傳個數字給我。
question-when = { $what ->
        [begins] 什麼時候開始？
       *[closes] 什麼時候截止？
    }
question-day = { DAY($at) }
question-state = { $open ->
        [yes] { $at }截止
       *[no] 已經截止
    }
button-ask-people = 問問大家
button-ask-choice = 選擇題
button-ask-sign-up = 報名
button-ask-choices = 改選項
button-ask-places = 改名額
button-ask-one = 只選一個
button-ask-several = 可選幾個
button-ask-per-home = 每戶一次
button-ask-per-person = 每人一次
button-ask-begins = 活動時間
button-ask-closes = 截止時間
button-ask-nothing = 不問了
button-ask-results = 回答怎樣
button-ask-list = 名單
button-ask-list-full = 帶姓名的
button-ask-close = 現在截止
toast-question-closed = 好，截止了，結果正在各個群組裡更新。

## 不行
no-question-closed = 已經截止了，謝謝您。
no-question-begun = 已經開始了，改不了了。
no-question-same = 您選的就是「{ $name }」，不用再按。
no-question-choices = 請傳 { $min } 到 { $max } 個選項，一行一個，不要重複。
no-question-lines = 是 { $count } 個選項，請一行一個，按原來的順序傳。
no-question-places = 請傳一個數字，1 到 { $count }。
no-question-after = 截止不能在開始以後，請另選一個。
no-question-past = 截止時間到不了那時候，請先改【截止時間】。
no-signed-up-already = 您已經報上名了。去不了，點【不去了】。
no-waiting-already = 您已經在排隊了，{ $count ->
        [0] 您是第一個
       *[other] 前面還有 { $count } 位
    }。
no-not-signed-up = 您沒有報名，不用按。

## 群組裡的回覆
reply-head = <b>回覆「{ $name }」的</b>
reply-line = { $no }. { $building }：{ $name }{ $filed ->
        [yes] {" "}→ #{ $case }
       *[no] {""}
    }
button-file-reply = { $no } 記一件事
toast-reply-filed = 記成 #{ $no } 了。
