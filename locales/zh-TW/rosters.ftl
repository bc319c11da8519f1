### 名單：讀表、寫表、範本。

## 檔案收不了的原因
roster-empty-file = 這個檔案是空的。
roster-too-big = 檔案太大了，最多 { $n } MB。可以分成幾份傳。
roster-locked = 這個表設了密碼，我打不開。請取消密碼再傳。
roster-old-excel = 這是舊版 Excel（.xls）。請另存成 .xlsx 再傳。
roster-not-a-sheet = 這不是 Excel 試算表或 CSV。請另存成 .xlsx 再傳。
roster-broken = 檔案壞了，打不開。請重新存一份再傳。
roster-too-many-parts = 檔案裡塞了 { $n } 個部分，不像一張表。請只留名單，另存再傳。
roster-odd-names = 檔案裡面的名字不對勁，我沒打開。請在 Excel 另存一份再傳。
roster-packed-inside = 檔案裡還包著別的檔案。請把名單單獨存成 .xlsx 再傳。
roster-unpacks-too-big = 檔案展開後超過 { $n } MB，我沒打開。請只留名單那張表再傳。
roster-lying-sizes = 檔案說的大小和實際對不上，我沒打開。請在 Excel 另存一份再傳。
roster-entities = 檔案裡有不該有的內容，我沒打開。請在 Excel 另存一份再傳。
roster-too-wide = 表超過 { $n } 欄了。請刪掉用不到的欄再傳。
roster-too-many-rows = 表超過 { $n } 列了。請分成幾份傳。
roster-no-heading = 沒找到標題列。要有一列寫著「姓名」「電話」「樓棟」這樣的欄名。
roster-column-missing = 少一欄：{ $column ->
    [name] 姓名
    [phones] 電話或服務隊
   *[address] 房號或地址
}。
roster-column-twice = 「{ $first }」和「{ $second }」說的是同一件事，我分不清。請給其中一欄換個名字，例如「家屬電話」。

## 讀的時候順便告訴您
roster-note-hidden-rows = 「{ $sheet }」有 { $n } 列是隱藏的，也讀了。
roster-note-hidden-sheet = 「{ $sheet }」這張表是隱藏的，也讀了。
roster-note-merged = 「{ $sheet }」有 { $n } 列用了上面合併儲存格的內容。
roster-note-example = 「{ $sheet }」裡的範例沒算進來（{ $n } 列）。
roster-note-unknown-columns = 「{ $sheet }」有幾欄我不認得，沒讀：{ $columns }。
roster-note-not-kept = 「{ $sheet }」這幾欄不保存：{ $columns }。
roster-note-sheet-skipped = 「{ $sheet }」沒有名單的標題列，沒讀。

## 某一列收不了的原因
row-name-missing = 沒有姓名。
row-formula-failed = 公式出錯了：{ $value }
row-yes-no-unclear = 看不出是「是」還是「否」：{ $value }
row-date-wrong = 日期不對：{ $value }
row-phone-wrong = 電話不對：{ $value }
row-phone-rounded = 電話被 Excel 改成了 { $value }，後面幾位不見了，請重新填。
row-compound-missing = 沒寫小區。
row-compound-unknown = 沒有這個小區：{ $value }
row-building-missing = 沒寫樓棟。
row-building-unknown = { $compound }沒有{ $building }。
row-unit-missing = { $building }有幾個單元，沒寫是哪個。
row-unit-unknown = { $building }沒有{ $unit }單元。
row-room-missing = { $value ->
    [none] 沒寫房號。
   *[other] 看不出房號：{ $value }
}
row-place-disagrees = 地址前後不一樣：{ $first }，{ $second }
row-place-unclear = 看不懂這個地址：{ $value }
row-place-became-date = 房號被 Excel 改成了日期 { $value }，請把那一欄設成「文字」重新填。
row-category-unknown = 沒有這個類別：{ $value }
row-contacts-unclear = 家屬（{ $names }）和電話對不上，請用「；」一個一個對好。
row-team-unknown = 沒有這支隊：{ $value }

## 表裡的字
roster-households = 住戶名單
roster-members = 志工名單
roster-yes = 是
roster-no = 否
roster-leader = 隊長
roster-follower = 隊員
roster-stamp = 匯出人：{ $by }  原因：{ $reason }  時間：{ $at }
heading-name = 姓名
heading-phones = 聯絡電話
heading-compound = 小區
heading-building = 樓棟
heading-unit = 單元
heading-room = 房號
heading-categories = 關懷類別
heading-birth = 出生日期
heading-contact-name = 家屬姓名
heading-contact-relation = 與長者關係
heading-contact-phones = 家屬電話
heading-languages = 語言
heading-remark = 備註
heading-teams = 服務隊
heading-post = 職務
heading-certified = 持證
heading-may-enter = 可入戶
heading-strong = 力氣
heading-skills = 專長

## 範本
roster-template-households = 一人一列，有 * 的要填。
    電話有幾個，用「、」隔開；關懷類別有幾個，也用「、」隔開。
    小區、樓棟、類別可以從下拉選單挑。家屬有幾位，姓名、關係、電話都用「；」照順序隔開。
    身分證字號不用填。灰色那列是範例，不會當真。
roster-template-members = 一人一列，有 * 的要填（電話和服務隊至少填一樣）。
    電話有幾個，用「、」隔開；參加幾支隊，也用「、」隔開。
    服務隊、職務、持證、可入戶可以從下拉選單挑。
    灰色那列是範例，不會當真。
roster-example-name = 範例 張三
roster-example-relative = 李四
roster-example-relation = 女兒
roster-example-language = 閩南話

## 名單和現在對不上的
todo-listed = { $name } 和志工名單上寫的不一樣，{ AGO($at) }
todo-moved = { $place } 有一戶新名單上沒人了，可還有鄰居連著，{ AGO($at) }
button-todo-listed = { $n } 去看看
listed-head = { $name }（名單上的{ $listed }）：
listed-differs = { $differs ->
    [leads] 名單上是「{ $team }」的隊長，這裡還不是。
    [joins] 名單上在「{ $team }」，這裡還沒加進去。
    [drops] 新名單上不在「{ $team }」了，這裡還在。
    [steps] 名單上不再是「{ $team }」的隊長，這裡還是。
   *[leaves] 名單上沒有了，這裡還在「{ $team }」。
  }
listed-over = 這件事已經處理好了。
listed-leads-now = 您現在是「{ $team }」的隊長了，辛苦您。
listed-left-now = 新的志工名單上沒有您了，「{ $team }」先不再找您。謝謝您一直幫忙；要是弄錯了，跟社區說一聲。
listed-dropped-now = 新的志工名單上，您不在「{ $team }」了，這支隊先不再找您。謝謝您一直幫忙；要是弄錯了，跟社區說一聲。
listed-steps-now = 您不再是「{ $team }」的隊長了，還在隊裡。謝謝您一直帶著大家。
listed-home-ask = 志工名單上寫您住{ $door }，我記的是{ $home }。您搬過來了嗎？
listed-home-stays = { $name }說沒有搬家，還住{ $home }。志工名單上寫的是{ $listed }，名單該改一下。
listed-moved = 新名單上您原來那戶沒有人了，我就不再記著您住那裡。要是搬了家，點 /start 告訴我新地方。
moved-out = { $name } 連著 { $place }，新名單上這戶已經沒有人了。
button-listed-leads = { $n } 當隊長
button-listed-joins = { $n } 加進隊
button-listed-leaves = { $n } 退出隊
button-listed-steps = { $n } 不當隊長
button-listed-keep = 先這樣
button-moved-out = 搬走了
button-lives-there = 還住這裡
toast-listed-done = 好，改好了。
toast-listed-kept = 好，先這樣。
no-listed-over = 這件事已經處理好了。
