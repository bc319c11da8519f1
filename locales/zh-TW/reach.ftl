### 通知到了誰：收到、替家人收到、我家需要幫忙、上門敲門。

## 通知下面
button-received-family = 替家人收到
button-need-help = 我家需要幫忙
button-received-not = 按錯了
notice-lost = 另有 { $count } 位收到了，還沒說住哪棟。
notice-you-received = ✓ 記著呢，您收到了。
notice-whose = 替哪位家人收到？點一下記下，再點一下取消。
toast-received-not = 好，當您沒按過。
toast-received-family = 好，記下您替家人收到了。按錯了再點一次【替家人收到】。
toast-received-whose = 我私下問您是哪位家人。
toast-notice-help = 記下了，群組裡看不到。請看我私下傳給您的訊息，說說要幫什麼忙；不說也行，社區的人會聯絡您。
notice-help-ask = 您家要幫忙，我記下了（#{ $no }），群組裡看不到。
    要幫什麼？寫一句，傳語音、照片都行，我好快點找對的人。不寫也行，社區的人會聯絡您。
    按錯了，就點【不用辦了】。
notice-help-report = 通知「{ $text }」：我家需要幫忙。
no-notice-family = 我還不知道您的家人是誰。私下跟我說「我是家屬」，連上以後就能替家人收到。

## 通知到了哪些樓
reach-read = 收到 { $read } 人，登記的 { $linked } 人裡還有 { $unread } 人沒按。
reach-also = { $what ->
        [family] 家人替著收到：{ $count } 戶
        [door] 上門告訴了：{ $count } 戶
        [going] 還要上門：{ $count } 戶
        [silent] 敲門沒人應、沒去成：{ $count } 戶
       *[help] 🙋 要幫忙：{ $count } 戶
    }
reach-cases = 由這條來的事：{ $nos }
reach-lost = 另有 { $count } 人收到了，還沒說住哪棟。
reach-compound = <b>{ $compound }</b>
reach-line = { $building }　收到 { $read } · 沒按 { $unread } · { $homes } 戶{ $help ->
        [0] { "" }
       *[other] { "" } · 🙋 { $help }
    }
reach-column = { $column ->
        [compound] 社區
        [building] 樓棟
        [homes] 住戶
        [linked] 登記
        [read] 收到
        [unread] 沒按
        [family] 家人替收
        [door] 上門告訴
        [going] 還要上門
        [silent] 沒人應
       *[help] 幫忙
    }
reach-more = 還有 { $count } 棟，點【表格】看全部。
reach-nowhere = 沒說住哪棟
reach-silent = 關懷名單上還有 { $count } 戶沒有回音。
reach-file = 一棟一行，只有數字，沒有名字。
building-notice = 📢「{ $text }」收到 { $read } 人，還有 { $unread } 人沒按{ $help ->
        [0] 。
       *[other] ，{ $help } 戶要幫忙。
    }
notice-read-count = 收到：{ $count } 人（戶）
button-reach-table = 表格
button-knock = 請人敲門
button-knock-here = 敲門：{ $text }
toast-knock-sent = 好，這就請人去敲 { $count } 戶的門。
no-knock-already = 已經在請人了，不用再按。
no-knock-nobody = 關懷名單上的人家都有回音，或已經請人去了。
no-knock-too-late = 這則通知快過有效期了，來不及請人上門，請直接打電話。
no-knock-here = 這裡還沒有安排上門通知。

## 上門的人看到的
knock-bring = 請把這則通知帶到：「{ $text }」
knock-let-off = 有一則通知收回了或過了期，不用您上門去說了。謝謝您。
knock-need-report = 上門送通知時，這家說需要幫忙。
knock-need-ask = 記下了（#{ $no }）。要幫什麼？寫一句，傳語音、照片都行。
button-knock-told = 告訴了
button-knock-silent = 沒人應
button-knock-need = 要幫忙
button-knock-notice = 看通知
toast-knock-silent = 記下了，謝謝您跑一趟。
