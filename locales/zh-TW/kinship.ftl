### 家屬：和家裡的長輩連上，要長輩同意。

words-family = 家屬、我是家屬、家人、家裡人
command-family = 家屬：和家裡的長輩連上
button-family = 家人
family-head = <b>家人</b>
    連上以後，家屬可以替長輩報事；長輩願意，也能聽到辦得怎樣。
family-tie = { $tie ->
        [child] 兒女
        [grandchild] 孫輩
        [spouse] 老伴
        [carer] 照顧的人
       *[relative] 親戚
    }
family-mine = · { $name }（您的{ family-tie }）{ $state ->
        [asked] 等您回話
       *[given] 已連上
    }
family-theirs = · { $name }（您是{ family-tie }）{ $state ->
        [asked] 等長輩回話
       *[given] 已連上
    }
button-i-am-family = 我是家屬
button-kin-code = 給家人的碼
kin-end-of = 解除：{ $name }
kin-tie-ask = 您是長輩的？
button-tie-child = 兒女
button-tie-grandchild = 孫輩
button-tie-spouse = 老伴
button-tie-relative = 親戚
button-tie-carer = 照顧的人
kin-elder-ask = 長輩也用我的話：請長輩點【說明】→【家人】→【給家人的碼】，把 9 個數字唸給您，您傳給我。
    長輩不用手機：把稱呼和門牌傳給我，例如：3號樓502李奶奶。社區的人當面去問長輩。
kin-code = 給家人的碼：<b>{ $code }</b>
    唸給家裡人聽，一天內有效，只能用一次。到時候還會再問您同不同意。別給不認識的人。
kin-code-wrong = 這個碼不對，或者用過、過期了。請長輩再點一次【給家人的碼】。
kin-asked = 好，已經問長輩了。長輩點【同意】就連上了。
kin-asked-in-person = 好，社區的人會當面問長輩。長輩同意了我告訴您。
kin-consent = { $state ->
        [asked] { $name } 說是您的{ family-tie }，想和您連上，好替您報事。是您家裡人嗎？
        [given] 您和 { $name } 連上了，他可以替您報事。{ $shares ->
            [yes] 您報的事，辦得怎樣也告訴他。
           *[no] 您報的事，現在不告訴他。
        }
        [refused] 好，沒有和 { $name } 連上。
       *[ended] 您和 { $name } 不連著了。
    }
button-kin-yes = 同意
button-kin-no = 拒絕
button-kin-share = 我的事告訴他
button-kin-unshare = 不告訴他了
button-kin-off = 解除
kin-visit = { $name } 說是這位長輩的{ family-tie }，想連上，好替長輩報事。請您當面問一聲，長輩怎麼說，就怎麼點。
    「都告訴」是長輩願意把自己的事、探訪也告訴這位家屬。
kin-visit-over = { $state ->
        [given] 記下了：長輩同意。謝謝您跑一趟。
        [refused] 記下了：長輩不同意。謝謝您跑一趟。
       *[ended] 這件不用問了。
    }
button-kin-said-yes = 長輩同意
button-kin-said-all = 同意，都告訴
button-kin-said-no = 長輩不同意
button-kin-send = 請人去問
kin-send-whom = 請誰去問？這些隊員可以入戶，住得近的在前。
kin-ask = 想請您去{ $place }，當面問一位長輩一句話，幾分鐘就好。您方便嗎？
kin-ask-over = 這件不用您去了，謝謝您。
kin-given = 長輩同意了，連上了。以後點【報一件事】就能替長輩報。
kin-refused = 長輩這次沒同意連上。請您和長輩說說，再來也行。
kin-ended = 家屬的連結解除了。
kin-case = #{ $no } { $name } 報的 · { $category }
    { $status }
kin-line-ask = 長輩有什麼事？直接說就行，門牌和電話我知道。
kin-report-for = 替{ $name }報
todo-kin = { $place } 有位長輩，家屬想連上，{ AGO($at) }說的，等人當面問
button-todo-kin = { $n } 去問長輩
toast-kin-yes = 好，連上了。
toast-kin-no = 好，沒有連上。
toast-kin-share = 好，您的事也告訴他。
toast-kin-unshare = 好，不告訴他了。
toast-kin-sent = 好，我去問{ $name }方不方便。
toast-kin-recorded = 記下了，謝謝您。
toast-kin-ended = 好，解除了。
no-kin-answered = 這件已經答過了。
no-kin-over = 這個連結已經不在了。
no-kin-not-yours-to-say = 這要長輩自己說，或者請樓棟長、協調員當面問了再點。
no-kin-not-oneself = 這是您自己的碼，請唸給家裡人。
no-kin-already = 您和這位長輩已經連上，或者正在問。
no-kin-door = 沒看明白。請傳 9 個數字的碼，或者稱呼加門牌，例如：3號樓502李奶奶
