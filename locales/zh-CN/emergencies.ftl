### 紧急通知：报平安、点名、解除。

## 大家看到的
emergency-ask = 请报个平安。按了什么，群里看不到。有生命危险先打 110、119、120。
emergency-over = ✅ 已解除（{ $at }）。{ $count } 户报了平安，谢谢大家。
button-safe = 平安
button-need-help-now = 需要帮助
emergency-you-said = { $word ->
        [safe] ✓ 您报了平安。
       *[help] ✓ 您说了需要帮助，已经在叫值班的人。平安了再按【平安】。
    }
button-for-family = 替家人回答
button-family-all = 都平安
roll-family-ask = 您家人怎么样？点一下就记下，有变化再点别的。
roll-family-line = · { $name }：{ $how ->
        [safe] 平安
        [help] 需要帮助，正在叫人
       *[unheard] 您还没说
    }
roll-family-key = { $name } { $how ->
        [safe] 平安
       *[help] 需要帮助
    }
toast-family-asked = 我私下问您家人怎么样。
toast-family-help = 正在叫值班的人去看您家人。要救护车现在打 120，火警 119，报警 110。打开和我的私聊，说一句怎么了。
toast-family-safe = 好，替 { $count } 位家人报了平安。
toast-safe = 好，记下您平安。有变化再按一次别的就行。
toast-safe-already = 您报过平安了，谢谢您。
toast-help-called = 正在叫值班的人。要救护车现在打 120，火警 119，报警 110。打开和我的私聊，说一句在哪、怎么了。

## 社区看到的
emergency-settings = 紧急通知：马上发、置顶、夜里也发，请每户报平安。按【需要帮助】的，会马上叫值班的人。
roll-head = { $over ->
        [yes] <b>已解除</b>（{ $at }）
       *[no] <b>点名</b>（{ $at }起）
    }「{ $text }」
roll-total = 平安 { $safe } · 需要帮助 { $help } · 还没消息 { $unheard }
roll-line = { $building }　{ $help ->
        [0] { "" }
       *[other] 🔴 需要帮助 { $help } · { "" }
    }平安 { $safe } · 还没消息 { $unheard }
roll-care = ⚠️ 重点户里有 { $count } 户还没消息
roll-care-head = <b>重点户（{ $count } 户）</b>
roll-home = { $how ->
        [help] 🔴
        [safe] ✅
       *[unheard] ⚪️
    } { $place }　{ $name }
roll-lift-ask = 真的解除吗？每个群里都会改成「已解除」。
alarm-safe-now = { $name }刚才说现在平安了（{ $what }）。请再确认一下。
emergency-help = 紧急通知「{ $text }」：需要帮助。
emergency-help-family = 紧急通知「{ $text }」：家人说这家需要帮助。
alarm-family-safe = { $name }刚才说家人现在平安了（{ $what }）。请再确认一下。
button-ask-emergency = 报平安
button-roll-care = 重点户
roll-board = 点名「{ $text }」
button-roll-board = 点名
button-roll-lift = 解除
toast-roll-lifted = 解除了，正在各个群里更新。

## 不行
no-roll-family = 您还没有连上家人。私下跟我说「我是家属」就能连。
no-roll-received = 这条请点【平安】或【需要帮助】。
no-roll-over = 已经解除了，谢谢您。
no-emergency-later = 紧急通知只能马上发。
no-question-and-roll = 一条通知只能问一样，请先点【不问了】。
