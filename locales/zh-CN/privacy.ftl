### 资料：先问一声、我的资料、忘记我。

## 先问一声
consent-ask =
    { $again ->
        [yes] <b>说明改了，请您再看一眼。</b>手上的事照常办，不耽误。
       *[no] <b>您好，我是{ $community }的 Linli 邻里。先说清楚，再请您点一下。</b>
    }
    <b>记什么</b>：您的称呼、您说的住处和电话、报的事和照片、办的经过。
    <b>为什么</b>：好让人来办，办完告诉您。不作别的用，不给别人做广告。
    <b>谁看得到</b>：邻居群里只有楼号和类别；接了这件事的人，办的时候才看到您的话、房号和电话，办完收走；社区协调员也能看。谁看过都有记录。
    <b>留多久</b>：事情结束满 { $days } 天，您说的话就删掉；收发的原样 { $payloads } 天后清空。
    <b>放哪儿</b>：加密存在社区自己的机器上。
    <b>要知道</b>：消息要经过 Telegram 在境外的服务器，不是端到端加密，别发证件号、银行卡号。
    <b>您说了算</b>：/mydata 看我存了什么、谁看过；/forgetme 让我忘了您。
    不同意也行：有危险我照样告诉您打哪个电话，别的事请打社区电话。
consent-given = 谢谢您，您已同意。存了什么、谁看过：我的资料 /mydata。不想用了：忘记我 /forgetme。
consent-refused = 好，不同意也没关系。还没交上来的话，24 小时内删掉；有危险照样可以跟我说。改主意了，点下面。
button-consent = 同意
button-no-consent = 不同意
toast-consent-given = 谢谢您。
toast-consent-refused = 好，听您的。
no-consent-yet = 先看一眼下面的说明，点【同意】，我就能替您交上去。您的话我先收着，丢不了。
no-consent-changed = 说明刚改过，请看下面新的这份。

## 我的资料
words-mydata = 我的资料、我的数据
command-mydata = 存了我什么，谁看过
mydata-file = 我的资料
mydata-here = 这是我存的您的全部资料，两份内容一样：一份给人看，一份给电脑看。只有您看得到，别转发。两天内我会从这里收走，要留请先存好。
mydata-title = Linli 邻里存的您的资料（{ $at }）
mydata-me = 称呼：{ $name }（居民 { $no } 号）
mydata-home = 住处：{ $home }　电话：{ $phone }　语言：{ $language }
mydata-hats = 身份：{ $roles }
mydata-team = 服务队：{ $team }（{ $standing }）
mydata-consent = { $at } { $given ->
        [yes] 同意
       *[no] 不同意
    }第 { $version } 版说明
mydata-homes = 名单上写的您家，和去您家的探访
mydata-cases = 您报的事
mydata-remark = { "    " }{ $name }的备注：{ $text }
mydata-attached = { "    " }照片、语音 { $count } 份
mydata-drafts = 没交上来的话
mydata-additions = 您补充的话
mydata-tasks = 您接过的任务
mydata-looks = 谁看过
mydata-look-case = { $at } { $who } 看过 #{ $no } 的内容
mydata-look-draft = { $at } { $who } 看过您没交上来的话
mydata-look-you = { $at } { $who } 看过您的称呼和住处
mydata-somebody = 已离开的人
mydata-deeds = 您做过的
mydata-more = 还有收发的原样 { $count } 条，在另一份文件里；它们 7 天后清空。

## 忘记我
words-forgetme = 忘记我、注销、删除我的资料
command-forgetme = 让我忘了您
forget-ask = 忘记您，就是：
    您的称呼、住处、电话和说过的话都删掉，再也找不回来；这里的消息，两天内的一起删，更早的改成“已收走”。
    记录里只留“居民几号”。身份和服务队也没有了。{ $held ->
        [0] { "" }
       *[other] { "" }
    手上的 { $held } 件任务先交回队里。
    }{ $open ->
        [0] { "" }
       *[other] { "" }
    您还有 { $open } 件事没办完：不留名接着办，还是都不用办了？
    }
    群里您自己发过的话，请您自己删。以后再来，就当是新来的邻居。
forget-sure = 真的忘记？点了就找不回来了。
forget-not = 好，不忘。您的资料照旧。
forgotten = 好，我忘了您。谢谢您来过，保重。想回来随时发 /start。
gone-card = 已收走
older-card = 下面有新的一张，请看那张。
gone-name = 居民 { $no } 号（已离开）
button-forget = 忘记我
button-forget-keep = 不留名接着办
button-forget-withdraw = 都不用办了
button-forget-sure = 确定忘记
button-stay-known = 先不忘
toast-forgotten = 好，我忘了您。
toast-not-forgotten = 好，不忘。
no-last-coordinator = 社区现在只有您一位管事的，您走了就没人管了。请先用 /invite 请一位接手，他进来了您再来。
