### 危險和求助：先打電話，再叫人。號碼和要領來自工作法，不寫在這裡。

danger-dial = ⚠️ 先打電話，我不能替您報案：{ $dial }
danger-where = 現在就打，接通後說：{ $place }。
danger-nowhere = 現在就打，接通後先說在哪裡：社區、幾號樓、幾單元。
danger-advice = { $text }
danger-party = { $party } { $phone }
danger-dialled =
    { $count ->
       *[other] 已有 { $count } 位鄰居打了電話。
    }
danger-called = 社區值班的人正在被叫。
danger-called-private = 只有值班社工會看到，他馬上聯絡您。
danger-nobody = 社區現在沒有人收得到訊息，請您一定先打電話。
danger-taken = { $name }：我來處理，馬上聯絡您。
danger-taken-group = 社區值班的人已經接手。
danger-false = 社區的人看過了，這次沒事，謝謝提醒。還有危險就再說一聲，或直接打：{ $dial }
danger-over = 社區的人處理好了，謝謝大家。還有危險就再說一聲，或直接打：{ $dial }
danger-mistaken = 剛才按錯了，沒有事。
danger-private =
    我在。您現在安全嗎？
    { $dial }，24 小時都有人接。
danger-again =
    { $called ->
        [0] 社區的人現在叫不到。請現在就打：{ $dial }
       *[other] 已經在叫人了。還沒打電話的，現在就打：{ $dial }
    }
danger-again-private =
    { $called ->
        [0] 我在。值班社工現在叫不到，請您現在就打：{ $dial }
       *[other] 我在，您說的我記下了，值班社工會看到。不安全就現在打：{ $dial }
    }
button-dialled = 我已打電話
button-on-site = 我在現場能幫忙
button-call-me = 請打電話給我
button-unsafe = 我現在不安全
toast-dialled = 謝謝您！值班的人知道了。
toast-on-site = 謝謝您！先顧好自己，值班的人會聯絡您。
toast-call-me = 好，值班社工馬上打給您。
toast-unsafe = 知道了，正在叫人。能離開就先離開，現在就打電話。
alarm-which-phone = 打哪個號碼找您？傳給我就好，只給值班社工看。
alarm-phone-noted = 記下了，值班社工馬上打給您。
alarm-words-noted = 我在，您說的值班社工會看到。方便的話，再傳一個找得到您的號碼。
alarm-more-noted = 記下了，來的人看得到。先打電話要緊。
alarm-more = #{ $no } 那邊又說了話，在卡片上。

## 叫值班的人
alarm-head = 🔴 { $place }　{ alarm-what }（{ TIME($at) }，私訊）
alarm-head-group = 🔴 { $place }　{ alarm-what }（{ TIME($at) }，群組）
alarm-what =
    { $what ->
        [sos] 按了求助
        [hello] 沒報平安，電話也打不通，請人上門看
       *[other] { $what }
    }
alarm-case = #{ $no }
alarm-no-place = 地點沒說
alarm-said = 「{ $text }」
alarm-heard = { $count } 個人都在說。
alarm-voice-called = 已打電話：{ $names }
alarm-voice-on-site = 在現場能幫忙：{ $names }
alarm-voice-call-me = 請您打電話過去。
alarm-voice-unsafe = 說自己現在不安全。
alarm-withdrawn = 說的人後來說不用辦了，請還是確認一下。
alarm-round = 叫了 { $count } 次，還沒有人接手。
alarm-taken = { $name } { TIME($at) } 在處理了。
alarm-mine = 您在處理，辛苦了。這些只給您一個人看，請別轉傳。
alarm-contact = 是 { $name } 說的，{ $place }
alarm-phone = 電話：{ $phone }
alarm-no-phone = 沒留電話，請樓棟長先去看看。
alarm-nameless = 不知道是誰說的。
alarm-sure = 確定是誤報嗎？確定了就不再叫人，說的人也會收到一句話。
alarm-false = { $name } 看過了，是誤報。
alarm-over = { $name } 處理好了。
alarm-mistaken = 對方說按錯了，沒有事。
button-take-alarm = 我來處理
button-release-alarm = 我去不了
button-finish-alarm = 處理好了
button-false-alarm = 是誤報
button-back-to-alarm = 不是誤報
button-dismiss-alarm = 確認誤報
toast-alarm-taken = 好，交給您了。對方會知道您要來。
toast-alarm-released = 好，馬上叫別人。
toast-alarm-over = 辛苦了！對方的電話和住處我收走了。
toast-alarm-dismissed = 好，不再叫人了。
alarm-coming = { $name }：我馬上到。
alarm-passed-on = { $name } 走不開，正在叫別人。要緊就先打電話。
alarm-dismissed = 社區的人看過了，這次沒事。要是還有危險，再跟我說一聲，我馬上再叫人。
alarm-was-mistake = { $name } 說剛才求助按錯了，沒有事。
alarm-called = { alarm-what }：有鄰居說已經打了電話。
alarm-on-site = { alarm-what }：{ $name } 在現場能幫忙。
alarm-on-site-phone = { alarm-what }：{ $name } 在現場能幫忙，電話 { $phone }
alarm-call-me = 🔴 { alarm-what }：對方請您現在打電話過去。
alarm-unsafe = 🔴 { alarm-what }：對方說現在不安全。

## 求助
sos-pausing =
    10 秒後通知 { $names }。
    要救護車先打 120。夜裡可能沒人看到。
sos-nobody = 社區現在沒有人收得到訊息，請直接打：{ $dial }
sos-called = 已經叫人了。要救護車、報案，請現在打：{ $dial }
sos-taken = { $name }：我馬上到。要救護車、報案，請現在打：{ $dial }
sos-over = 這次求助處理好了。還需要人，再按一次求助；要緊就打：{ $dial }
sos-mistaken = 好的，沒有通知任何人。
sos-mistaken-told = 好的，已經告訴他們是按錯了。
button-take-sos = 我馬上到
button-mistaken = 按錯了
toast-mistaken = 沒關係，沒有通知任何人。
toast-mistaken-told = 沒關係，已經告訴他們了。

## 不行的時候
no-such-alarm = 這件事找不到了。有危險請先打電話，再說一次我馬上叫人。
no-alarm-taken = { $by } 已經在處理了。
no-alarm-over = 這件事已經結束了。還有危險就再說一聲。
no-alarm-not-yours = 這個按鈕只有當事人能按。
no-sos-not-called = 這次求助叫的不是您。要幫忙，請先打電話。
