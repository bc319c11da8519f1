### 通知：寫、發、看到沒有、更正、收回。

words-notice = 發通知、寫通知
words-notices = 看通知、有效的通知
command-notices = 現在有效的通知

## 大家看到的
notice-signed = —— { $name }
notice-corrected = （{ $at }更正過）
notice-over = （這則已經過了有效期）
notice-small-print = 按了「收到」的是誰，群組裡看不到。
notice-taken-back = 這則通知收回了，請以後面的通知為準。
button-received = 收到
button-received-count = 收到 · { $n }
toast-received = 好，記下您收到了。
toast-received-already = 記著呢，您收到了，謝謝您。
notices-none = 現在沒有要看的通知。有了新的，樓裡的群組會發；以後也可以來這裡看。
notices-head = <b>現在還有效的通知（{ $count } 則）</b>
notices-line = · { DAY($at) }　{ $text }
notice-files = { $count } 個圖片或檔案

## 寫通知
notice-ask = 想通知什麼？文字、照片、影片、語音、檔案都行，格式照原樣發。傳給我，我先給您看一遍。
notice-state = { $state ->
        [draft] <b>上面這則還沒發</b>
        [second] <b>等另一位協調員點頭</b>
        [waiting] <b>馬上發出（{ $at }）</b>
        [scheduled] <b>到時候發出：{ $at }</b>
        [sending] <b>正在發</b>
        [stopped] <b>停住了</b>
        [sent] <b>發完了</b>
        [withdrawn] <b>收回了</b>
       *[dropped] <b>沒有發</b>
    }
notice-no-audience = 先點【對象】，選發給誰。
notice-audience = 對象：{ $names }
notice-reaches = 將發到 { $groups } 個群組、約 { $count } 人。
notice-no-group = 發不到 { $count } 棟（群組還沒綁定，或進不去）：{ $names }
notice-unreachable = 有 { $count } 人還沒跟我說過話，私下發不到。
notice-how = { $what ->
        [urgent] 緊急
        [pin] 置頂
       *[silent] 不響鈴
    }
notice-until = 有效到{ $at }
notice-for-ever = 不設有效期
notice-twice = 十分鐘內剛發過一樣的。還要再發一次嗎？
notice-quoted = 「{ $text }」
notice-all = 所有樓棟群組
notice-readers = 讀{ $language }的人
notice-to = 發給誰？可以選幾個，再點一下就去掉。現在選了 { $groups } 個群組。
notice-which-building = { $compound }，發給哪幾棟？
notice-which-team = 發到哪些服務隊的群組？
notice-which-people = 私下發給誰？
notice-more = 要怎麼發？點一下打開，再點一下關掉。
    緊急的夜裡也發，也不等半分鐘。
notice-when = 什麼時候發？
notice-hour = { $at }
notice-day = 到{ DAY($at) }
notice-until-ask = 到哪天為止有效？過了那天，不再置頂，也不再收「收到」。
button-notice-send = 發送
button-notice-again = 再發一次
button-notice-to = 對象
button-notice-when = 定時
button-notice-more = 怎麼發
button-notice-words = 重寫
button-notice-drop = 取消
button-notice-hold = 先別發
button-notice-back = 返回
button-notice-done = 選好了
button-notice-buildings = 選樓棟
button-notice-teams = 服務隊群組
button-notice-people = 私下發給
button-notice-pin = 置頂
button-notice-silent = 不響鈴
button-notice-urgent = 緊急
button-notice-until = 有效期
button-notice-for-ever = 不設有效期
toast-notice-held = 好，沒有發，改好了再點【發送】。
toast-notice-dropped = 好，沒有發。

## 另一位點頭
notice-second = { $name }想發這則通知，人比較多，請您也看一眼：
notice-second-over = 這則通知不用您再看了，謝謝您。
todo-notice = { $name }的通知「{ $text }」，{ AGO($at) }寫的，等另一位協調員點頭
button-todo-notice = { $n } 看通知
notice-refused = { $name }說這則通知先別發，請商量一下再改。
button-notice-agree = 同意
button-notice-look = 看全文
button-notice-refuse = 拒絕
toast-notice-agreed = 好，這就發。
toast-notice-refused = 好，已告訴寫的人。

## 發得怎樣
notice-progress = 發到 { $sent } · 沒發成 { $failed } · 還沒發 { $left }
notice-left = { $minutes ->
        [0] 不到一分鐘就發完。
       *[other] 大約還要 { $minutes } 分鐘。
    }
notice-morning = { $at }接著發，現在不打擾大家。
notice-blocked = 有 { $count } 人不收我的訊息。
notice-fates = <b>沒發到的群組</b>
notice-fates-none = 都發到了。
notice-fates-more = … 還有 { $count } 個群組。先處理上面的。
notice-fate = { $no }. { $group }：{ $fate ->
        [kicked] 我不在群組裡了。請把我拉回去，再點【重新綁定】
        [migrated] 群組換了號，我還不知道新的。請在新群組裡發 /bind，再點【重新綁定】
        [restricted] 群組裡不讓我說話。請群主放開，再點【重發】
        [unknown] 發了，不知道到沒到。請到群組裡看一眼
        [blocked] 對方不收我的訊息
       *[refused] Telegram 不收這則
    }
notice-fates-left = <b>沒收回、沒發到的群組</b>
notice-fates-none-left = 都收回了。
notice-fate-over = { $no }. { $group }：{ $fate ->
        [unknown] 那則可能還在群組裡。請到群組裡看一眼：在，就點一下它下面的【收到】，我馬上收回；也可以請管理員刪掉
       *[refused] 沒發到，不用收回
    }
notice-withdraw-ask = 真的收回嗎？每個群組裡的這則都會改成「收回了」，還沒發的不再發。
notice-fix-ask = 把改好的全文傳給我，每個群組裡的這則都會改過來。
notice-fixed = 好，正在各個群組裡改。
notice-failed = 通知 { $no } 沒能全部發出，請看一下。
button-notice-stop = 停
button-notice-on = 接著發
button-notice-fates = 沒發到的
button-notice-left = 沒收回的
button-notice-reach = 誰收到了
button-notice-fix = 更正
button-notice-withdraw = 收回
button-notice-withdraw-sure = 收回
button-fate-resend = { $no } 重發
button-fate-arrived = { $no } 已送達
button-fate-rebind = { $no } 重新綁定
button-fate-away = { $no } 知道了
toast-notice-stopped = 停住了，沒發的先不發。
toast-notice-goes-on = 好，接著發。
toast-notice-rebound = 好，我去那個群組再傳一次。要是還不行，請先把我加回群組，再按一次。
toast-notice-withdrawn = 正在各個群組裡收回。

## 不行
no-notice-too-many-files = 一則通知最多放 { $count } 個圖片或檔案。
no-notice-kind = 通知裡放不了這個。文字、照片、影片、語音、檔案都行。
no-notice-past = 這個時間已經過了，請另選一個。
no-notice-over-by-then = 這則要 { $at } 才發，到那時有效期已經過了。請改【有效期】；等不得的，設成【緊急】。
no-notice-elsewhere = 這個群組現在不在這則通知的對象裡了，不用再發，點【知道了】。
no-notice-sent-already = 這則通知已經發了，不用再按。
no-notice-gone = 已經發出去了。要停，點【停】；要收回，點【收回】。
no-notice-for-nobody = 這樣誰也收不到。請點【對象】選一下。
no-notice-own-second = 自己寫的，要另一位點頭。
no-notice-second = 人比較多，要另一位協調員點頭，可現在沒有別的協調員。
no-notice-preview = 這是預覽，發出去以後大家按了才算。
no-notice-over = 這則通知已經過了有效期。
no-notice-too-long = 太長了，一則通知最多 { $count } 個字，請發一份短的。
no-notice-mixed = 這幾樣放不到一起。照片和影片可以一起，檔案要和檔案一起，語音只能單獨一則。

## 開頭、填空、重複
notice-begin = 想通知什麼？直接傳給我：文字、照片、影片、語音、檔案都可以，格式照原樣發。
    也可以點一則現成的，要填的我來問。
notice-ask-in = 請把{ $language ->
        [zh-TW] 繁體中文
        [en] 英文
       *[other] 簡體中文
    }的文字傳給我。
notice-blank-first = 這則是這樣寫的：
    「{ $text }」
    { $count ->
        [1] 只要填一樣
       *[other] 要填 { $count } 樣，我一樣一樣問
    }，填好了給您看一遍。
    「{ $name }」填什麼？
notice-blank-ask = 「{ $name }」填什麼？
notice-blanks = 還沒填的：{ $names }
notice-texts = 寫了 { $names }，大家各看各的。{ $given ->
        [yes] 填進去的話每種都照原樣；要換個說法，點【怎麼發】。
       *[no] { "" }
    }
notice-too-long = 太長了，多出 { $over } 個字，最多 { $count } 個。寫的都還在：點【重寫】，傳一份短的。
notice-closed-doors = 有 { $count } 戶還沒有人跟我說過話，私下發不到，要請人上門說。
notice-again-ask = 要定期再發嗎？先選多久一次，再選到哪天為止。
    第一次照您點【發送】或【定時】的時間，以後都在那個鐘點。
notice-again = { $again ->
        [day] 每天
        [week] 每週
        [fortnight] 每兩週
        [month] 每月
        [year] 每年
       *[once] 只發一次
    }
notice-again-ever = 不設結束日
notice-date = 到{ DAY($at) }
notice-repeats = { $again ->
        [day] 每天一次
        [week] 每週一次
        [fortnight] 每兩週一次
        [month] 每月一次
       *[year] 每年一次
    }
notice-repeats-until = 到{ DAY($at) }為止
notice-comes-again = 下一次：{ $at }
notice-list = { $count ->
        [0] 還沒有發過通知。點【寫通知】，把要說的話發給我就行，我先給您看一遍。
       *[other] <b>發過的、還沒到時間的（{ $count } 則）</b>
            點一則，看發得怎樣；更正、收回、不再發，都在裡面。
    }
notice-listed = { $waits ->
        [yes] ⏰ { $at }　{ $text }
       *[no] { DAY($at) }　{ $text }
    }
notice-drop-ask = 您有一則還沒發的通知：「{ $text }」
    要丟掉嗎？
notice-stays = 發出超過兩天的語音，Telegram 不讓我刪了，要請各群組的管理員在群組裡刪。
notice-edit-lost = { $count } 個群組我進不去了，那則沒改成：{ $names }。把我拉回群組裡，我就改過來；也可以請管理員刪掉。
notice-out-of-hand = { $count } 個群組裡的那則我改不到，不知道是哪則訊息：{ $names }。請到群組裡點一下它下面的按鈕，我馬上改過來；也可以請管理員刪掉。
notice-fix-which = 改哪一種文字？別的不變。
notice-kept-back = { $name }定好的一則通知沒有發：{ $name }現在不管這幾處了。要發的話，請您重新寫一則。
button-notice-new = 寫通知
button-notice-list = 發過的
button-notice-fill = 填空
button-notice-repeat = 重複
button-notice-end = 不再發
button-notice-coming = 下一次
button-notice-keep = 留著
button-notice-drop-sure = 丟掉
toast-notice-ended = 好，這則不再發了。
no-notice-blank = 還有沒填的：{ $name }。點【填空】。
no-notice-fix-files = 圖片和檔案改不了，只能改文字。要換圖，請收回，再發一則新的。
