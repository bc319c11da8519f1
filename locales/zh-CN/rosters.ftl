### 名单：读表、写表、模板。

## 文件收不了的原因
roster-empty-file = 这个文件是空的。
roster-too-big = 文件太大了，最多 { $n } MB。可以分成几份发。
roster-locked = 这个表设了密码，我打不开。请去掉密码再发。
roster-old-excel = 这是老版 Excel（.xls）。请另存为 .xlsx 再发。
roster-not-a-sheet = 这不是 Excel 表或 CSV。请另存为 .xlsx 再发。
roster-broken = 文件坏了，打不开。请重新保存一份再发。
roster-too-many-parts = 文件里塞了 { $n } 个部分，不像一张表。请只留名单，另存再发。
roster-odd-names = 文件里面的名字不对劲，我没打开。请在 Excel 里另存一份再发。
roster-packed-inside = 文件里还包着别的文件。请把名单单独存成 .xlsx 再发。
roster-unpacks-too-big = 文件展开后超过 { $n } MB，我没打开。请只留名单那张表再发。
roster-lying-sizes = 文件说的大小和实际对不上，我没打开。请在 Excel 里另存一份再发。
roster-entities = 文件里有不该有的内容，我没打开。请在 Excel 里另存一份再发。
roster-too-wide = 表超过 { $n } 列了。请删掉用不着的列再发。
roster-too-many-rows = 表超过 { $n } 行了。请分成几份发。
roster-no-heading = 没找到表头。要有一行写着“姓名”“电话”“楼栋”这样的列名。
roster-column-missing = 缺一列：{ $column ->
    [name] 姓名
    [phones] 电话或服务队
   *[address] 房号或地址
}。
roster-column-twice = “{ $first }”和“{ $second }”说的是同一件事，我分不清。请给其中一列换个名字，比如“家属电话”。

## 读的时候顺便告诉您
roster-note-hidden-rows = 「{ $sheet }」有 { $n } 行是隐藏的，也读了。
roster-note-hidden-sheet = 「{ $sheet }」这张表是隐藏的，也读了。
roster-note-merged = 「{ $sheet }」有 { $n } 行用了上面合并格里的内容。
roster-note-example = 「{ $sheet }」里的示例没算进来（{ $n } 行）。
roster-note-unknown-columns = 「{ $sheet }」有几列我不认得，没读：{ $columns }。
roster-note-not-kept = 「{ $sheet }」这几列不保存：{ $columns }。
roster-note-sheet-skipped = 「{ $sheet }」没有名单的表头，没读。

## 某一行收不了的原因
row-name-missing = 没有姓名。
row-formula-failed = 公式出错了：{ $value }
row-yes-no-unclear = 看不出是“是”还是“否”：{ $value }
row-date-wrong = 日期不对：{ $value }
row-phone-wrong = 电话不对：{ $value }
row-phone-rounded = 电话被 Excel 改成了 { $value }，后面几位丢了，请重新填。
row-compound-missing = 没写小区。
row-compound-unknown = 没有这个小区：{ $value }
row-building-missing = 没写楼栋。
row-building-unknown = { $compound }没有{ $building }。
row-unit-missing = { $building }有几个单元，没写是哪个。
row-unit-unknown = { $building }没有{ $unit }单元。
row-room-missing = { $value ->
    [none] 没写房号。
   *[other] 看不出房号：{ $value }
}
row-place-disagrees = 地址前后不一样：{ $first }，{ $second }
row-place-unclear = 看不懂这个地址：{ $value }
row-place-became-date = 房号被 Excel 改成了日期 { $value }，请把那一列设成“文本”重新填。
row-category-unknown = 没有这个类别：{ $value }
row-contacts-unclear = 家属（{ $names }）和电话对不上，请用“；”一个一个对好。
row-team-unknown = 没有这支队：{ $value }

## 表里的字
roster-households = 住户名单
roster-members = 志愿者名单
roster-yes = 是
roster-no = 否
roster-leader = 队长
roster-follower = 队员
roster-stamp = 导出人：{ $by }  原因：{ $reason }  时间：{ $at }
heading-name = 姓名
heading-phones = 联系电话
heading-compound = 小区
heading-building = 楼栋
heading-unit = 单元
heading-room = 房号
heading-categories = 重点类别
heading-birth = 出生日期
heading-contact-name = 家属姓名
heading-contact-relation = 与老人关系
heading-contact-phones = 家属电话
heading-languages = 语言
heading-remark = 备注
heading-teams = 服务队
heading-post = 职务
heading-certified = 持证
heading-may-enter = 可入户
heading-strong = 力气
heading-skills = 特长

## 模板
roster-template-households = 一人一行，带 * 的要填。
    电话有几个，用“、”隔开；重点类别有几个，也用“、”隔开。
    小区、楼栋、类别可以从下拉里选。家属有几位，姓名、关系、电话都用“；”按顺序隔开。
    身份证号不用填。灰色那行是示例，不会当真。
roster-template-members = 一人一行，带 * 的要填（电话和服务队至少填一样）。
    电话有几个，用“、”隔开；参加几支队，也用“、”隔开。
    服务队、职务、持证、可入户可以从下拉里选。
    灰色那行是示例，不会当真。
roster-example-name = 示例 张三
roster-example-relative = 李四
roster-example-relation = 女儿
roster-example-language = 闽南话

## 名单和现在对不上的
todo-listed = { $name } 和志愿者名单上写的不一样，{ AGO($at) }
todo-moved = { $place } 有一户新名单上没人了，可还有邻居连着，{ AGO($at) }
button-todo-listed = { $n } 去看看
listed-head = { $name }（名单上的{ $listed }）：
listed-differs = { $differs ->
    [leads] 名单上是「{ $team }」的队长，这里还不是。
    [joins] 名单上在「{ $team }」，这里还没加进去。
    [drops] 新名单上不在「{ $team }」了，这里还在。
    [steps] 名单上不再是「{ $team }」的队长，这里还是。
   *[leaves] 名单上没有了，这里还在「{ $team }」。
  }
listed-over = 这件事已经处理好了。
listed-leads-now = 您现在是「{ $team }」的队长了，辛苦您。
listed-left-now = 新的志愿者名单上没有您了，「{ $team }」先不再叫您。谢谢您一直帮忙；要是弄错了，跟社区说一声。
listed-dropped-now = 新的志愿者名单上，您不在「{ $team }」了，这支队先不再叫您。谢谢您一直帮忙；要是弄错了，跟社区说一声。
listed-steps-now = 您不再是「{ $team }」的队长了，还在队里。谢谢您一直带着大家。
listed-home-ask = 志愿者名单上写您住{ $door }，我记的是{ $home }。您搬过来了吗？
listed-home-stays = { $name }说没有搬家，还住{ $home }。志愿者名单上写的是{ $listed }，名单该改一下。
listed-moved = 新名单上您原来那户没有人了，我就不再记着您住那儿。要是搬了家，点 /start 告诉我新地方。
moved-out = { $name } 连着 { $place }，新名单上这户已经没有人了。
button-listed-leads = { $n } 当队长
button-listed-joins = { $n } 加进队
button-listed-leaves = { $n } 退出队
button-listed-steps = { $n } 不当队长
button-listed-keep = 先这样
button-moved-out = 搬走了
button-lives-there = 还住这里
toast-listed-done = 好，改好了。
toast-listed-kept = 好，先这样。
no-listed-over = 这件事已经处理好了。
