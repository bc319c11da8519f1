### 敲門沒人應：一步一步來，直到有人說找到了。

words-no-answer = 敲門沒人應、敲門沒人、沒人開門、沒人應門、敲了沒人應
button-nobody-opens = 敲門沒人應
visit-door-open = 沒人應門的事，在下面那則裡，一步一步來。
search-which = 是哪一家敲門沒人應？
search-door = { $who }

## 在門口

search-head = 🔴 { TIME($at) } 敲門沒人應。別急，一步一步來，我陪著您。
search-phone-and-listen = <b>先打她的電話。</b>再聽一聽屋裡：水聲、電視聲、呼救聲、異味，有嗎？
search-neighbour = <b>敲敲隔壁的門</b>，問問今天見過她沒有。也打給她的家人。
search-family = <b>再打給她的家人</b>，問問她去哪了。
search-contacts = 家人和聯絡人：
search-called = 正在叫社區的人，每 5 分鐘叫一次，直到有人接手。能等的話，請在門口等一等。
search-taken = { $name }接手了。
search-going = { $name }正趕過去看。
search-rescue = 🔴 <b>現在就打 { $ambulance } 和 { $police }，</b>打通後照著念：
    { $place }，{ $who }，{ TIME($at) } 起敲門、電話都沒人應，屋裡有{ $signs }，怕是出事了，請馬上來。我在門口，{ $name }，{ $phone }。
    聞到瓦斯味：別按門鈴、別開燈，到樓外再打電話。
    聽到或聞到什麼，點一下，我添進去：
search-rescue-odd = 🔴 <b>現在就打 { $ambulance } 和 { $police }，</b>打通後照著念：
    { $place }，{ $who }，{ TIME($at) } 起敲門、電話都沒人應，屋裡有異常{ $signs }，怕是出事了，請馬上來。我在門口，{ $name }，{ $phone }。
    聞到瓦斯味：別按門鈴、別開燈，到樓外再打電話。
    聽到或聞到什麼，點一下，我添進去：
search-police = <b>打 { $police }，照著念：</b>
    { $place }，{ $who }，{ TIME($at) } 起敲門、電話均無人應，鄰居家屬不知去向，請求到場開門查看。聯絡人 { $name }，{ $phone }。（有人受傷，同時打 { $ambulance }）
search-own-number = （說您自己的手機號碼）
search-age = { $age } 歲
search-gap = ，
search-sign =
    { $sign ->
        [water] 水聲
        [tv] 電視聲
        [cry] 呼救聲
       *[smell] 異味
    }
button-sign = { search-sign }
button-sign-on = ✓ { search-sign }
button-search-odd = 有異常
button-search-nothing = 沒有異常
button-search-phoned = 電話通了
button-search-found = 找到了
button-search-not-yet = 還沒找到

## 家人

search-kin = 您好，志工{ $name } { $at } 去看您家長輩，敲門沒人應，電話沒人接。您知道長輩去哪了嗎？
search-kin-phone = 您好，社區 { $at } 打電話問候您家長輩，沒人接。您知道長輩去哪了嗎？
button-search-well = 知道，沒事
button-search-unknown = 不知道

## 去看看的人

search-look = 🔴 請您現在去 { $place } 看一位長輩：敲門沒人應，電話也沒人接。
search-look-again = 🔴 請您現在去 { $place }，再敲一次門：那位長輩還是沒有消息。
search-look-yours = 謝謝您。到了先敲門，再聽聽屋裡有沒有動靜：
search-look-off = 好的，我請別人去看。
button-search-coming = 我馬上去

## 社區的人

search-call = 🔴 { $place }　{ TIME($at) } 起敲門沒人應，還沒聯絡上。
search-call-phone = 🔴 { $place }　{ TIME($at) } 起電話沒人接，還沒聯絡上。
search-tried = { TIME($at) } { $name }：{ $press ->
        [odd] 屋裡有異常
        [nothing_odd] 電話沒人接，屋裡沒動靜
        [coming] 馬上去看
        [cannot] 去不了
       *[not_found] 還沒找到
    }
search-is-odd = <b>屋裡有異常，</b>已請門口的人打急救和報警電話。
search-yours = <b>現在由您接手。</b>打打這些電話，問問去看的人，找到了點一下：
search-police-soon = <b>該請警察開門了。</b>點【我來】，要說的話我備好了。
button-call-silent = 沒人接
button-search-take = 我來
todo-search = 🔴 敲門沒人應：{ $place }，{ $at } 起
todo-search-taken = 🔴 敲門沒人應：{ $place }，{ $at } 起，{ $name }在管
button-todo-search = 看看 { $n }

## 找到了

search-how-found = 人怎麼樣？
button-found =
    { $found ->
        [phoned] 電話裡平安
        [at_home] 在家，平安
        [elsewhere] 在外，平安
        [in_hospital] 住院了
        [hurt] 受傷或生病
       *[died] 去世了
    }
search-over = 人找到了，不用再去了，謝謝您。
search-over-kin = 人找到了。社區的人馬上給您打電話。
search-over-found =
    { $found ->
        [phoned] 人找到了：電話通了，沒事。
        [at_home] 人找到了：在家，平安。
        [elsewhere] 人找到了：在外面，平安。
        [in_hospital] 人找到了：住院了。
        [hurt] 人找到了：受傷或生病，有人照顧。請馬上告訴家人。
       *[died] 長輩走了。請社區的人馬上給家人打電話。
    } 謝謝您。地址和電話已收走。
search-then-pause = 接下來：到 /visits 給這戶辦暫停，要另一位點同意。
search-mistaken = 剛才按錯了，沒有事。
search-over-told = { $building }敲門沒人應的那位找到了，不用再找了，謝謝您。
search-mistaken-told = { $building }敲門沒人應是按錯了，沒有事，打擾您了。
search-again-told = { $building }那位還沒找到，剛才點錯了，請接著找。
search-taken-told = { $name }接手了，馬上聯絡您。
search-coming-told = { $name }正趕過去。
button-search-again = 還沒找到

## 點了以後

toast-search-open = 別急，一步一步來，看下面。
toast-search-odd = 現在就打電話，要說的話在下面。
toast-search-next = 記下了，看下一步。
toast-search-noted = 記下了。
toast-search-coming = 謝謝您！地址在下面。
toast-search-cannot = 好的，我請別人。
toast-search-taken = 好，由您接手，詳情在下面。
toast-search-mistaken = 好，沒有事了。
toast-search-over = 記下了，謝謝您。我告訴大家不用找了。
no-such-search = 沒有這件事。
no-search-moved-on = 這一步已經過了，看最新的那則。
no-search-too-late = 過了一分鐘，撤銷不了了。請點【找到了】說一聲。
no-search-not-yours = 這一句要剛才說的人來改。
