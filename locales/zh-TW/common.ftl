### 時間怎麼說。人名、事情等各有自己的檔案。

names-between = 、
when-at = { $day } { $time }
when-today = 今天
when-tomorrow = 明天
when-yesterday = 昨天
when-weekday =
    { $weekday ->
        [1] 週一
        [2] 週二
        [3] 週三
        [4] 週四
        [5] 週五
        [6] 週六
       *[7] 週日
    }
when-next-weekday = 下{ when-weekday }
when-date = { $month } 月 { $day } 日
when-year = { $year } 年 { $month } 月 { $day } 日
when-now = 剛剛
when-minutes-ago = { $n } 分鐘前
when-hours-ago = { $n } 小時前
when-days-ago = { $n } 天前
when-just-late = 時間剛過
when-minutes-late = 已超過 { $n } 分鐘
when-hours-late = 已超過 { $n } 小時
when-days-late = 已超過 { $n } 天

### 到處都用的幾句。

maybe-repeated = （這則可能發過一次，怕您沒收到才再發。）
sorry-it-failed = 對不起，這一步沒有辦成，已經告訴社區的人了。編號 { $reference }，問起時報這個號碼就好。
no-anonymous = 匿名的身分我認不出來，請用自己的名字再來一次。
no-stale-button = 這個按鈕舊了，請看最新的那則。
no-coordinators-only = 這一步要由社區協調員來按。
no-leaders-only = 這一步要由隊長或協調員來按。
no-admins-only = 這一步要由管理員來做。
no-not-your-building = 這不是您負責的樓。
no-not-a-second = 這一步要由另一位能做主的人來按。
no-suspended = 您的帳號停用了。有疑問請找社區；急事請打 110、119、120，也可以傳 /sos。
no-logged-out = 您已經登出了。要回來，請到社區當面說一聲；急事可以傳 /sos。
no-blocked = 您的訊息暫時不收了。有疑問請找社區；急事請打 110、119、120，也可以傳 /sos。
no-volunteers-only = 您還沒加入服務隊。想來幫忙，請傳 /join 選一隊。
no-groups-only = 請到群組裡傳這一句。
alert-dead-update = 有一則訊息處理不了，已經留著。編號 { $reference }，請告訴管理主機的人。
alert-chat-left = 我被移出了「{ $title }」（{ $serves }）。那邊的鄰居現在找不到我，請把我加回去。
alert-chat-back = 我回到「{ $title }」了，還是{ $serves }的群，照常能用。換了用處，就在群裡發 /bind。
alert-refused = 有一則訊息傳不出去，留在待辦裡了，請看 /todo。
alert-new-coordinator = { $name } 用邀請連結成為協調員了。不認識的話，請馬上問問。
no-too-many-reports = 您剛才報了好幾件，先歇一歇，{ $minutes } 分鐘後再送出。寫下的我都留著，不會不見。有危險請直接說，隨時都行。
no-too-many-presses = 按得太快了，等一分鐘再按。前面按的都算數。
alert-flood-reports = { $name } 一下子報了很多件事，後面的先留作草稿了。要是真有急事，請問問他。
alert-flood-presses = { $name } 一分鐘裡按了太多次按鈕，我請他慢一點。
