### 緊急通知：報平安、點名、解除。

## 大家看到的
emergency-ask = 請報個平安。按了什麼，群組裡看不到。有生命危險先打 110、119、120。
emergency-over = ✅ 已解除（{ $at }）。{ $count } 戶報了平安，謝謝大家。
button-safe = 平安
button-need-help-now = 需要幫助
emergency-you-said = { $word ->
        [safe] ✓ 您報了平安。
       *[help] ✓ 您說了需要幫助，已經在叫值班的人。平安了再按【平安】。
    }
button-for-family = 替家人回答
button-family-all = 都平安
roll-family-ask = 您家人怎麼樣？點一下就記下，有變化再點別的。
roll-family-line = · { $name }：{ $how ->
        [safe] 平安
        [help] 需要幫助，正在叫人
       *[unheard] 您還沒說
    }
roll-family-key = { $name } { $how ->
        [safe] 平安
       *[help] 需要幫助
    }
toast-family-asked = 我私下問您家人怎麼樣。
toast-family-help = 正在叫值班的人去看您家人。要救護車現在打 120，火警 119，報警 110。打開和我的私訊，說一句怎麼了。
toast-family-safe = 好，替 { $count } 位家人報了平安。
toast-safe = 好，記下您平安。有變化再按一次別的就行。
toast-safe-already = 您報過平安了，謝謝您。
toast-help-called = 正在叫值班的人。要救護車現在打 120，火警 119，報警 110。打開和我的私訊，說一句在哪、怎麼了。

## 社區看到的
emergency-settings = 緊急通知：馬上發、置頂、夜裡也發，請每戶報平安。按【需要幫助】的，會馬上叫值班的人。
roll-head = { $over ->
        [yes] <b>已解除</b>（{ $at }）
       *[no] <b>點名</b>（{ $at }起）
    }「{ $text }」
roll-total = 平安 { $safe } · 需要幫助 { $help } · 還沒消息 { $unheard }
roll-line = { $building }　{ $help ->
        [0] { "" }
       *[other] 🔴 需要幫助 { $help } · { "" }
    }平安 { $safe } · 還沒消息 { $unheard }
roll-care = ⚠️ 重點戶裡有 { $count } 戶還沒消息
roll-care-head = <b>重點戶（{ $count } 戶）</b>
roll-home = { $how ->
        [help] 🔴
        [safe] ✅
       *[unheard] ⚪️
    } { $place }　{ $name }
roll-lift-ask = 真的解除嗎？每個群組裡都會改成「已解除」。
alarm-safe-now = { $name }剛才說現在平安了（{ $what }）。請再確認一下。
emergency-help = 緊急通知「{ $text }」：需要幫助。
emergency-help-family = 緊急通知「{ $text }」：家人說這家需要幫助。
alarm-family-safe = { $name }剛才說家人現在平安了（{ $what }）。請再確認一下。
button-ask-emergency = 報平安
button-roll-care = 重點戶
roll-board = 點名「{ $text }」
button-roll-board = 點名
button-roll-lift = 解除
toast-roll-lifted = 解除了，正在各個群組裡更新。

## 不行
no-roll-family = 您還沒有連上家人。私下跟我說「我是家屬」就能連。
no-roll-received = 這則請點【平安】或【需要幫助】。
no-roll-over = 已經解除了，謝謝您。
no-emergency-later = 緊急通知只能馬上發。
no-question-and-roll = 一條通知只能問一樣，請先點【不問了】。
