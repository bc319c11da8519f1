### 資料：先問一聲、我的資料、忘記我。

## 先問一聲
consent-ask =
    { $again ->
        [yes] <b>說明改了，請您再看一眼。</b>手上的事照常辦，不耽誤。
       *[no] <b>您好，我是{ $community }的 Linli 鄰里。先說清楚，再請您按一下。</b>
    }
    <b>記什麼</b>：您的稱呼、您說的住處和電話、報的事和照片、辦的經過。
    <b>為什麼</b>：好讓人來辦，辦完告訴您。不作別的用，不給別人做廣告。
    <b>誰看得到</b>：鄰居群組裡只有樓號和類別；接了這件事的人，辦的時候才看到您的話、房號和電話，辦完收走；社區協調員也能看。誰看過都有紀錄。
    <b>留多久</b>：事情結束滿 { $days } 天，您說的話就刪掉；收發的原樣 { $payloads } 天後清空。
    <b>放哪兒</b>：加密存在社區自己的機器上。
    <b>要知道</b>：訊息要經過 Telegram 在境外的伺服器，不是端到端加密，別傳證件號、銀行卡號。
    <b>您說了算</b>：/mydata 看我存了什麼、誰看過；/forgetme 讓我忘了您。
    不同意也行：有危險我照樣告訴您打哪個電話，別的事請打社區電話。
consent-given = 謝謝您，您已同意。存了什麼、誰看過：我的資料 /mydata。不想用了：忘記我 /forgetme。
consent-refused = 好，不同意也沒關係。還沒交上來的話，24 小時內刪掉；有危險照樣可以跟我說。改主意了，按下面。
button-consent = 同意
button-no-consent = 不同意
toast-consent-given = 謝謝您。
toast-consent-refused = 好，聽您的。
no-consent-yet = 先看一眼下面的說明，按【同意】，我就能替您交上去。您的話我先收著，丟不了。
no-consent-changed = 說明剛改過，請看下面新的這份。

## 我的資料
words-mydata = 我的資料、我的數據
command-mydata = 存了我什麼，誰看過
mydata-file = 我的資料
mydata-here = 這是我存的您的全部資料，兩份內容一樣：一份給人看，一份給電腦看。只有您看得到，別轉傳。兩天內我會從這裡收走，要留請先存好。
mydata-title = Linli 鄰里存的您的資料（{ $at }）
mydata-me = 稱呼：{ $name }（居民 { $no } 號）
mydata-home = 住處：{ $home }　電話：{ $phone }　語言：{ $language }
mydata-hats = 身分：{ $roles }
mydata-team = 服務隊：{ $team }（{ $standing }）
mydata-consent = { $at } { $given ->
        [yes] 同意
       *[no] 不同意
    }第 { $version } 版說明
mydata-homes = 名單上寫的您家，和去您家的探訪
mydata-cases = 您報的事
mydata-remark = { "    " }{ $name }的備註：{ $text }
mydata-attached = { "    " }照片、語音 { $count } 份
mydata-drafts = 沒交上來的話
mydata-additions = 您補充的話
mydata-tasks = 您接過的任務
mydata-looks = 誰看過
mydata-look-case = { $at } { $who } 看過 #{ $no } 的內容
mydata-look-draft = { $at } { $who } 看過您沒交上來的話
mydata-look-you = { $at } { $who } 看過您的稱呼和住處
mydata-somebody = 已離開的人
mydata-deeds = 您做過的
mydata-more = 還有收發的原樣 { $count } 則，在另一份檔案裡；它們 7 天後清空。

## 忘記我
words-forgetme = 忘記我、註銷、刪除我的資料
command-forgetme = 讓我忘了您
forget-ask = 忘記您，就是：
    您的稱呼、住處、電話和說過的話都刪掉，再也找不回來；這裡的訊息，兩天內的一起刪，更早的改成「已收走」。
    紀錄裡只留「居民幾號」。身分和服務隊也沒有了。{ $held ->
        [0] { "" }
       *[other] { "" }
    手上的 { $held } 件任務先交回隊裡。
    }{ $open ->
        [0] { "" }
       *[other] { "" }
    您還有 { $open } 件事沒辦完：不留名接著辦，還是都不用辦了？
    }
    群組裡您自己發過的話，請您自己刪。以後再來，就當是新來的鄰居。
forget-sure = 真的忘記？按了就找不回來了。
forget-not = 好，不忘。您的資料照舊。
forgotten = 好，我忘了您。謝謝您來過，保重。想回來隨時發 /start。
gone-card = 已收走
older-card = 下面有新的一張，請看那張。
gone-name = 居民 { $no } 號（已離開）
button-forget = 忘記我
button-forget-keep = 不留名接著辦
button-forget-withdraw = 都不用辦了
button-forget-sure = 確定忘記
button-stay-known = 先不忘
toast-forgotten = 好，我忘了您。
toast-not-forgotten = 好，不忘。
no-last-coordinator = 社區現在只有您一位管事的，您走了就沒人管了。請先用 /invite 請一位接手，他進來了您再來。
