"""A column is known by what its heading means, wherever it stands and however it is written."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.errors import RuleError
from bot.rosters.columns import letter, meaning_of
from bot.rosters.kinds import Kind
from bot.rosters.tables import HOUSEHOLD_HEADINGS, MEMBER_HEADINGS
from bot.ui.i18n import LANGUAGES, words_for
from tests.rosters.sheets import (
    AUNT,
    HEADINGS,
    PLAYBOOK,
    aunt,
    households,
    members,
    notes,
    one,
    saved,
    sayable,
    xlsx,
)


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("户主姓名", "name"),
        ("老人\n姓名", "name"),
        ("姓 名", "name"),
        ("姓名*", "name"),
        ("*姓名（必填）", "name"),
        ("【必填】姓名", "name"),
        ("手机號碼", "phones"),
        ("联系电话1", "phones"),
        ("聯絡電話", "phones"),
        ("電話", "phones"),
        ("PHONE", "phones"),
        ("小區名稱", "compound"),
        ("楼　栋", "building"),
        ("楼栋(号)", "building"),
        ("單元", "unit"),
        ("门牌号", "room"),
        ("楼栋/单元/房号", "room"),
        ("家庭住址", "address"),
        ("重點人群類別", "categories"),
        ("是否独居", "flag:alone"),
        ("独居(是/否)", "flag:alone"),
        ("低保：", "flag:allowance"),
        ("失獨", "flag:bereaved"),
        ("有无残疾", "flag:disability"),
        ("出生年月", "birth"),
        ("公民身份号码", "identity"),
        ("紧急联系人", "contact_name"),
        ("紧急联系人电话", "contact_phones"),
        ("與戶主關係", "contact_relation"),
        ("年龄（岁）", "dropped"),
        ("性别", "dropped"),
        ("爱好", None),
        ("", None),
    ],
)
def test_a_household_heading_is_known_by_meaning(heading: str, meaning: str | None) -> None:
    assert meaning_of(heading, Kind.HOUSEHOLDS, PLAYBOOK) == meaning


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("志愿者姓名", "name"),
        ("所属服务队", "teams"),
        ("是否持证", "certified"),
        ("可否入户", "may_enter"),
        ("特長", "skills"),
        ("方言", "languages"),
        ("职务", "post"),
        ("力气大", "strong"),
        ("独居", None),
    ],
)
def test_a_member_heading_is_known_by_meaning(heading: str, meaning: str | None) -> None:
    assert meaning_of(heading, Kind.MEMBERS, PLAYBOOK) == meaning


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_we_write_is_one_we_read(language: str) -> None:
    say = words_for(language, PLAYBOOK.zone).plain
    for kind, keys in ((Kind.HOUSEHOLDS, HOUSEHOLD_HEADINGS), (Kind.MEMBERS, MEMBER_HEADINGS)):
        meanings = [meaning_of(say(key), kind, PLAYBOOK) for key in keys]
        assert None not in meanings
        assert "dropped" not in meanings
        assert len(set(meanings)) == len(meanings)


def test_the_order_of_columns_does_not_matter() -> None:
    assert one(HEADINGS, AUNT) == one(HEADINGS[::-1], AUNT[::-1])


def test_titles_and_remarks_around_the_heading_are_no_rows() -> None:
    title = ["禾缘社区重点人员花名册"]
    remark = ["说明：带*的必填；姓名写全名，电话多个用；隔开"]
    read = households(xlsx(title, remark, [], HEADINGS, AUNT, [], ["合计", "1户"], ["填表人：郑乙"]))
    (row,) = read.rows
    assert row.row == 5
    assert read.invalid == ()


def test_a_heading_repeated_on_every_printed_page_is_no_row() -> None:
    read = households(xlsx(HEADINGS, AUNT, HEADINGS, aunt(c0="郑乙")))
    assert [row.row for row in read.rows] == [2, 4]
    assert read.invalid == ()


def test_a_heading_of_two_rows_is_read_as_one() -> None:
    def merge(sheet: Worksheet) -> None:
        for cells in ("A1:A2", "B1:D1", "E1:F1"):
            sheet.merge_cells(cells)

    top = ["姓名", "住址", None, None, "家属信息", None]
    below = [None, "楼栋", "单元", "房号", "姓名", "电话"]
    data = ["郑甲", "3号楼", "1", "101", "郑乙", "13900000002"]
    read = households(xlsx(top, below, data, title="源昌鑫海湾", change=merge))
    (row,) = read.rows
    assert (row.name, row.building, row.room) == ("郑甲", "3号楼", "101")
    assert [(one.name, one.phones) for one in row.contacts] == [("郑乙", ("13900000002",))]


def test_relatives_numbered_over_merged_columns_are_kept_apart() -> None:
    def merge(sheet: Worksheet) -> None:
        for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
            sheet.merge_cells(cells)

    top = ["姓名", "住址", "家属1信息", None, "家属2信息", None]
    below = [None, None, "姓名", "电话", "姓名", "电话"]
    data = ["郑甲", "3号楼1单元101", "郑乙", "13900000002", "郑丙", "13900000003"]
    (row,) = households(xlsx(top, below, data, title="源昌鑫海湾", change=merge)).rows
    assert [(one.name, one.phones) for one in row.contacts] == [
        ("郑乙", ("13900000002",)),
        ("郑丙", ("13900000003",)),
    ]


def test_columns_nobody_knows_are_named_and_those_not_kept_too() -> None:
    read = households(xlsx([*HEADINGS, "爱好", "身份证号", "性别"], [*AUNT, "书法", "", "女"]))
    assert notes(read)["roster-note-unknown-columns"].args == {"sheet": "名单", "columns": ["爱好"]}
    assert notes(read)["roster-note-not-kept"].args["columns"] == ["性别", "身份证号"]


def test_two_columns_with_one_meaning_are_named_and_nothing_is_read() -> None:
    with pytest.raises(RuleError) as no:
        households(xlsx(["姓名", "房号", "户主姓名"], ["郑甲", "3-1-101", "郑乙"]))
    assert no.value.key == "roster-column-twice"
    sayable(no.value.key, no.value.args_)
    assert no.value.args_ == {"first": "姓名 (A)", "second": "户主姓名 (C)"}
    with pytest.raises(RuleError) as no:
        households(xlsx(["姓名", "联系电话", "住址", "联系电话"], ["郑甲", "", "3-1-101", ""]))
    assert no.value.args_["second"] == "联系电话 (D)"


def test_a_mobile_and_a_landline_column_are_both_phones() -> None:
    row = one([*HEADINGS, "座机"], [*AUNT, "0592-5550001"])
    assert row.phones == ("13800000001", "0592-5550001")


def test_what_a_sheet_must_have_is_asked_for() -> None:
    with pytest.raises(RuleError) as no:
        households(xlsx(["姓名", "电话", "备注"], ["郑甲", "13800000001", ""]))
    assert (no.value.key, no.value.args_) == ("roster-column-missing", {"column": "address"})
    sayable(no.value.key, no.value.args_)
    with pytest.raises(RuleError) as no:
        members(xlsx(["电话", "服务队"], ["13800000001", "阳光姐姐"]))
    assert no.value.args_ == {"column": "name"}


def test_every_sheet_with_a_heading_is_read_and_the_others_are_named() -> None:
    book = Workbook()
    first: Worksheet = book.worksheets[0]
    first.title = "封面"
    for row in (["禾缘社区"], ["小区", "备注", "小区", "备注"], ["万科", "3", "润园", "4"]):
        first.append(row)
    for title, name in (("一期", "郑甲"), ("二期", "郑乙")):
        sheet: Worksheet = book.create_sheet(title)
        sheet.append(HEADINGS)
        sheet.append(aunt(c0=name))
    book["二期"].sheet_state = "hidden"
    book["二期"].row_dimensions[2].hidden = True
    read = households(saved(book))
    assert [(row.sheet, row.name) for row in read.rows] == [("一期", "郑甲"), ("二期", "郑乙")]
    said = notes(read)
    assert said["roster-note-sheet-skipped"].args == {"sheet": "封面"}
    assert said["roster-note-hidden-sheet"].args == {"sheet": "二期"}
    assert said["roster-note-hidden-rows"].args == {"sheet": "二期", "n": 1}


def test_a_merged_cell_counts_for_all_its_rows() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("D2:D4")

    rows = [aunt(), aunt(c0="郑乙", c3=None, c5="102"), [], aunt(c0="郑丙", c3=None)]
    read = households(xlsx(HEADINGS, *rows, change=merge))
    assert [(row.row, row.building) for row in read.rows] == [(2, "3号楼"), (3, "3号楼")]
    assert [(bad.row, bad.reason) for bad in read.invalid] == [(5, "row-building-missing")]
    assert notes(read)["roster-note-merged"].args["n"] == 1


def test_the_same_person_behind_the_same_door_counts_once() -> None:
    read = households(xlsx(HEADINGS, AUNT, aunt(c0="郑乙"), aunt(c1="")))
    assert [row.row for row in read.rows] == [2, 3]
    ((again, first),) = [(one.row, one.of_row) for one in read.duplicates]
    assert (again, first) == (4, 2)


def test_columns_are_named_as_a_spreadsheet_does() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 255)] == ["A", "Z", "AA", "AB", "IV"]
