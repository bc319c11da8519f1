### 报平安：每天问一声好不好；没回音就再问一次，再打电话，再上门。

hello-about =
    报平安：每天到点我问您一声，您点一下【我很好】，或者随便回一句话，就行。
    没回音，我过一会儿再问一次；还没有，就请社区的人打电话看看您好不好。
    每天几点问您好？
hello-help = 真有急事先打 120。求助随时能按，夜里可能没人看到。
hello-on = 每天 { $hour } 问您一声。那天您说过话，就不用再答了。
hello-away = 您出门了，{ $until }以前不问。回来后每天 { $hour } 问您。
hello-is-off = 好的，不问了。想要了，发“报平安”。
button-hello-days = 出门3天
button-hello-week = 出门一周
button-hello-month = 出门一月
button-hello-back = 我回来了
button-hello-off = 不用问了
button-hello-others = 帮别人设
hello-whom = 帮谁设报平安？他自己点同意才算。
hello-nobody = 还没有能帮的人。家里老人先在“家属”里连上；社区帮的，要先在探访名单上连上 Telegram。
hello-when = 每天几点问{ $name }好？
hello-offer = { $name }想请我每天 { $hour } 问您一声好不好。您点一下就行；没回音，社区的人打电话看看您。要吗？
button-hello-yes = 好，每天问
button-hello-no = 不用
hello-agreed = { $name }同意了，每天有人问好。
hello-refused = { $name }说不用，就不问了。
hello-ask = { $name }，今天好吗？点一下【我很好】，或者回我一句话。
hello-again = { $name }，还没听到您的回音。看到了点一下【我很好】就行。
button-well = 我很好
hello-thanks =
    { $state ->
        [well] 收到，谢谢您。祝您今天顺顺当当的！
        [reached] 电话里听到您好，放心了。
        [searched] 社区的人来看您了。您要是看到这句，回我一声。
       *[other] 今天不用答了。
    }
hello-noted = 收到，谢谢您。祝您今天顺顺当当的！
toast-well = 收到，谢谢您！
toast-hello-on = 好，每天到点问您。
toast-hello-off = 好，不问了。
toast-hello-away = 好，这几天不问。一路平安！
toast-hello-back = 欢迎回来，接着每天问您。
toast-hello-offered = 问了{ $name }，等他点同意。

## 打电话的人
hello-call =
    { $count ->
        [1] ☎️ { $place } 有位邻居今天没报平安，请打个电话看看好不好。
       *[other] ☎️ { $place } 有位邻居今天没报平安，还没有人打电话。第 { $count } 次请您。
    }
hello-call-taken = ☎️ { $place }：{ $name } 在打电话了。
hello-call-mine = ☎️ 请您现在打。这些只给您一个人看，打完我收走。
hello-no-phone = 没留电话。问问家里人或楼栋长；联系不上，点【没打通】。
hello-call-over =
    { $state ->
        [well] 本人回话了，很好。谢谢您。
        [reached] 打通了，人很好。谢谢您。
        [searched] 电话没打通，正在请人上门看。
       *[other] 不用打了，谢谢您。
    }
button-hello-take = 我来打
button-hello-reached = 打通了
button-hello-silent = 没打通
button-hello-cannot = 我打不了
toast-call-taken = 谢谢您！号码在这里，打完点一下。
toast-hello-search = 记下了，马上请人上门看。
hello-unasked =
    { $count ->
       *[other] 我停了一阵，有 { $count } 次报平安没问成。不放心的，请打个电话。
    }
hello-found-itself = { $name } 刚刚回话了，人在。请打个电话确认一声。

## 不行的时候
no-hello-on = 已经在每天问了。要改，请他自己点。
no-hello-over = 报平安现在没开。想要了，发“报平安”。

words-hello = 报平安、每天问我
words-well = 我很好、我好、我没事、平安、都好、挺好、挺好的、我挺好的、很好
command-hello = 报平安：每天问您一声好不好
