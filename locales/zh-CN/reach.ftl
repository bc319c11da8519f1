### 通知到了谁：收到、替家人收到、我家需要帮忙、上门敲门。

## 通知下面
button-received-family = 替家人收到
button-need-help = 我家需要帮忙
button-received-not = 按错了
notice-lost = 另有 { $count } 位收到了，还没说住哪栋。
notice-you-received = ✓ 记着呢，您收到了。
notice-whose = 替哪位家人收到？点一下记下，再点一下取消。
toast-received-not = 好，当您没按过。
toast-received-family = 好，记下您替家人收到了。按错了再点一次【替家人收到】。
toast-received-whose = 我私下问您是哪位家人。
toast-notice-help = 记下了，群里看不到。请看我私下发给您的话，说说要帮什么忙；不说也行，社区的人会联系您。
notice-help-ask = 您家要帮忙，我记下了（#{ $no }），群里看不到。
    要帮什么？写一句，发语音、照片都行，我好快点找对的人。不写也行，社区的人会联系您。
    按错了，就点【不用办了】。
notice-help-report = 通知「{ $text }」：我家需要帮忙。
no-notice-family = 我还不知道您的家人是谁。私下跟我说「我是家属」，连上以后就能替家人收到。

## 通知到了哪些楼
reach-read = 收到 { $read } 人，登记的 { $linked } 人里还有 { $unread } 人没按。
reach-also = { $what ->
        [family] 家人替着收到：{ $count } 户
        [door] 上门告诉了：{ $count } 户
        [going] 还要上门：{ $count } 户
        [silent] 敲门没人应、没去成：{ $count } 户
       *[help] 🙋 要帮忙：{ $count } 户
    }
reach-cases = 由这条来的事：{ $nos }
reach-lost = 另有 { $count } 人收到了，还没说住哪栋。
reach-compound = <b>{ $compound }</b>
reach-line = { $building }　收到 { $read } · 没按 { $unread } · { $homes } 户{ $help ->
        [0] { "" }
       *[other] { "" } · 🙋 { $help }
    }
reach-column = { $column ->
        [compound] 小区
        [building] 楼栋
        [homes] 住户
        [linked] 登记
        [read] 收到
        [unread] 没按
        [family] 家人替收
        [door] 上门告诉
        [going] 还要上门
        [silent] 没人应
       *[help] 帮忙
    }
reach-more = 还有 { $count } 栋，点【表格】看全部。
reach-nowhere = 没说住哪栋
reach-silent = 关怀名单上还有 { $count } 户没有回音。
reach-file = 一栋一行，只有数字，没有名字。
building-notice = 📢「{ $text }」收到 { $read } 人，还有 { $unread } 人没按{ $help ->
        [0] 。
       *[other] ，{ $help } 户要帮忙。
    }
notice-read-count = 收到：{ $count } 人（户）
button-reach-table = 表格
button-knock = 请人敲门
button-knock-here = 敲门：{ $text }
toast-knock-sent = 好，这就请人去敲 { $count } 户的门。
no-knock-already = 已经在请人了，不用再按。
no-knock-nobody = 关怀名单上的人家都有回音，或已经请人去了。
no-knock-too-late = 这条通知快过有效期了，来不及请人上门，请直接打电话。
no-knock-here = 这里还没有安排上门通知。

## 上门的人看到的
knock-bring = 请把这条通知带到：「{ $text }」
knock-let-off = 有一条通知收回了或过了期，不用您上门去说了。谢谢您。
knock-need-report = 上门送通知时，这家说需要帮忙。
knock-need-ask = 记下了（#{ $no }）。要帮什么？写一句，发语音、照片都行。
button-knock-told = 告诉了
button-knock-silent = 没人应
button-knock-need = 要帮忙
button-knock-notice = 看通知
toast-knock-silent = 记下了，谢谢您跑一趟。
