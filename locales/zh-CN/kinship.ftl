### 家属：和家里的老人连上，要老人同意。

words-family = 家属、我是家属、家人、家里人
command-family = 家属：和家里的老人连上
button-family = 家人
family-head = <b>家人</b>
    连上以后，家属可以替老人报事；老人愿意，也能听到办得怎样。
family-tie = { $tie ->
        [child] 儿女
        [grandchild] 孙辈
        [spouse] 老伴
        [carer] 照顾的人
       *[relative] 亲戚
    }
family-mine = · { $name }（您的{ family-tie }）{ $state ->
        [asked] 等您回话
       *[given] 已连上
    }
family-theirs = · { $name }（您是{ family-tie }）{ $state ->
        [asked] 等老人回话
       *[given] 已连上
    }
button-i-am-family = 我是家属
button-kin-code = 给家人的码
kin-end-of = 解除：{ $name }
kin-tie-ask = 您是老人的？
button-tie-child = 儿女
button-tie-grandchild = 孙辈
button-tie-spouse = 老伴
button-tie-relative = 亲戚
button-tie-carer = 照顾的人
kin-elder-ask = 老人也用我的话：请老人点【帮助】→【家人】→【给家人的码】，把 9 个数字念给您，您发给我。
    老人不用手机：把称呼和门牌发给我，比如：3号楼502李奶奶。社区的人当面去问老人。
kin-code = 给家人的码：<b>{ $code }</b>
    念给家里人听，一天内有效，只能用一次。到时候还会再问您同不同意。别给不认识的人。
kin-code-wrong = 这个码不对，或者用过、过期了。请老人再点一次【给家人的码】。
kin-asked = 好，已经问老人了。老人点【同意】就连上了。
kin-asked-in-person = 好，社区的人会当面问老人。老人同意了我告诉您。
kin-consent = { $state ->
        [asked] { $name } 说是您的{ family-tie }，想和您连上，好替您报事。是您家里人吗？
        [given] 您和 { $name } 连上了，他可以替您报事。{ $shares ->
            [yes] 您报的事，办得怎样也告诉他。
           *[no] 您报的事，现在不告诉他。
        }
        [refused] 好，没有和 { $name } 连上。
       *[ended] 您和 { $name } 不连着了。
    }
button-kin-yes = 同意
button-kin-no = 拒绝
button-kin-share = 我的事告诉他
button-kin-unshare = 不告诉他了
button-kin-off = 解除
kin-visit = { $name } 说是这位老人的{ family-tie }，想连上，好替老人报事。请您当面问一声，老人怎么说，就怎么点。
    “都告诉”是老人愿意把自己的事、探访也告诉这位家属。
kin-visit-over = { $state ->
        [given] 记下了：老人同意。谢谢您跑一趟。
        [refused] 记下了：老人不同意。谢谢您跑一趟。
       *[ended] 这件不用问了。
    }
button-kin-said-yes = 老人同意
button-kin-said-all = 同意，都告诉
button-kin-said-no = 老人不同意
button-kin-send = 请人去问
kin-send-whom = 请谁去问？这些队员可以入户，住得近的在前。
kin-ask = 想请您去{ $place }，当面问一位老人一句话，几分钟就好。您方便吗？
kin-ask-over = 这件不用您去了，谢谢您。
kin-given = 老人同意了，连上了。以后点【报一件事】就能替老人报。
kin-refused = 老人这次没同意连上。请您和老人说说，再来也行。
kin-ended = 家属的连接解除了。
kin-case = #{ $no } { $name } 报的 · { $category }
    { $status }
kin-line-ask = 老人有什么事？直接说就行，门牌和电话我知道。
kin-report-for = 替{ $name }报
todo-kin = { $place } 有位老人，家属想连上，{ AGO($at) }说的，等人当面问
button-todo-kin = { $n } 去问老人
toast-kin-yes = 好，连上了。
toast-kin-no = 好，没有连上。
toast-kin-share = 好，您的事也告诉他。
toast-kin-unshare = 好，不告诉他了。
toast-kin-sent = 好，我去问{ $name }方不方便。
toast-kin-recorded = 记下了，谢谢您。
toast-kin-ended = 好，解除了。
no-kin-answered = 这件已经答过了。
no-kin-over = 这个连接已经不在了。
no-kin-not-yours-to-say = 这要老人自己说，或者请楼栋长、协调员当面问了再点。
no-kin-not-oneself = 这是您自己的码，请念给家里人。
no-kin-already = 您和这位老人已经连上，或者正在问。
no-kin-door = 没看明白。请发 9 个数字的码，或者称呼加门牌，比如：3号楼502李奶奶
