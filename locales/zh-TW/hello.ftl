### 報平安：每天問一聲好不好；沒回音就再問一次，再打電話，再上門。

hello-about =
    報平安：每天到點我問您一聲，您點一下【我很好】，或者隨便回一句話，就行。
    沒回音，我過一會兒再問一次；還沒有，就請社區的人打電話看看您好不好。
    每天幾點問您好？
hello-help = 真有急事先打 120。求助隨時能按，夜裡可能沒人看到。
hello-on = 每天 { $hour } 問您一聲。那天您說過話，就不用再答了。
hello-away = 您出門了，{ $until }以前不問。回來後每天 { $hour } 問您。
hello-is-off = 好的，不問了。想要了，發“報平安”。
button-hello-days = 出門3天
button-hello-week = 出門一週
button-hello-month = 出門一月
button-hello-back = 我回來了
button-hello-off = 不用問了
button-hello-others = 幫別人設
hello-whom = 幫誰設報平安？他自己點同意才算。
hello-nobody = 還沒有能幫的人。家裡老人先在“家屬”裡連上；社區幫的，要先在探訪名單上連上 Telegram。
hello-when = 每天幾點問{ $name }好？
hello-offer = { $name }想請我每天 { $hour } 問您一聲好不好。您點一下就行；沒回音，社區的人打電話看看您。要嗎？
button-hello-yes = 好，每天問
button-hello-no = 不用
hello-agreed = { $name }同意了，每天有人問好。
hello-refused = { $name }說不用，就不問了。
hello-ask = { $name }，今天好嗎？點一下【我很好】，或者回我一句話。
hello-again = { $name }，還沒聽到您的回音。看到了點一下【我很好】就行。
button-well = 我很好
hello-thanks =
    { $state ->
        [well] 收到，謝謝您。祝您今天順順當當的！
        [reached] 電話裡聽到您好，放心了。
        [searched] 社區的人來看您了。您要是看到這句，回我一聲。
       *[other] 今天不用答了。
    }
hello-noted = 收到，謝謝您。祝您今天順順當當的！
toast-well = 收到，謝謝您！
toast-hello-on = 好，每天到點問您。
toast-hello-off = 好，不問了。
toast-hello-away = 好，這幾天不問。一路平安！
toast-hello-back = 歡迎回來，接著每天問您。
toast-hello-offered = 問了{ $name }，等他點同意。

## 打電話的人
hello-call =
    { $count ->
        [1] ☎️ { $place } 有位鄰居今天沒報平安，請打個電話看看好不好。
       *[other] ☎️ { $place } 有位鄰居今天沒報平安，還沒有人打電話。第 { $count } 次請您。
    }
hello-call-taken = ☎️ { $place }：{ $name } 在打電話了。
hello-call-mine = ☎️ 請您現在打。這些只給您一個人看，打完我收走。
hello-no-phone = 沒留電話。問問家裡人或樓棟長；聯繫不上，點【沒打通】。
hello-call-over =
    { $state ->
        [well] 本人回話了，很好。謝謝您。
        [reached] 打通了，人很好。謝謝您。
        [searched] 電話沒打通，正在請人上門看。
       *[other] 不用打了，謝謝您。
    }
button-hello-take = 我來打
button-hello-reached = 打通了
button-hello-silent = 沒打通
button-hello-cannot = 我打不了
toast-call-taken = 謝謝您！號碼在這裡，打完點一下。
toast-hello-search = 記下了，馬上請人上門看。
hello-unasked =
    { $count ->
       *[other] 我停了一陣，有 { $count } 次報平安沒問成。不放心的，請打個電話。
    }
hello-found-itself = { $name } 剛剛回話了，人在。請打個電話確認一聲。

## 不行的時候
no-hello-on = 已經在每天問了。要改，請他自己點。
no-hello-over = 報平安現在沒開。想要了，發“報平安”。

words-hello = 報平安、每天問我
words-well = 我很好、我好、我沒事、平安、都好、挺好、很好
command-hello = 報平安：每天問您一聲好不好
