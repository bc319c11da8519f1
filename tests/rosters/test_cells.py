"""What people write into cells: phones, dates, places, categories, marks; and why a row is refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.rosters.book import Cell
from bot.rosters.cells import WrongCell, born, date_of, yes_or_no
from bot.rosters.phones import phones_of
from tests.rosters.sheets import AUNT, HEADINGS, TODAY, aunt, households, members, one, reasons, sayable, xlsx


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        (13800000001, ("13800000001",)),
        (13800000001.0, ("13800000001",)),
        ("１３８００００００００１"[:11], ("13800000000",)),
        ("+86 138 0000 0001", ("13800000001",)),
        ("86-138-0000-0001", ("13800000001",)),
        ("13800000001；13900000002", ("13800000001", "13900000002")),
        ("13800000001/13900000002、13800000001", ("13800000001", "13900000002")),
        ("13800000001 13900000002", ("13800000001", "13900000002")),
        ("13800000001\n0592-5550000", ("13800000001", "0592-5550000")),
        ("手机：13800000001，家：05925550000", ("13800000001", "0592-5550000")),
        ("13900000002（女儿）", ("13900000002",)),
        ("(0592) 5550000", ("0592-5550000",)),
        ("+86 592 5550000", ("0592-5550000",)),
        ("010-55500000", ("010-55500000",)),
        ("0592-5550000-12", ("0592-5550000-12",)),
        ("0592-5550000转12", ("0592-5550000-12",)),
        ("5550000", ("5550000",)),
        ("+852 5550 0000", ("+85255500000",)),
        ("1.3800000001E+10", ("13800000001",)),
        ("无", ()),
        ("不详", ()),
        ("/", ()),
        (None, ()),
    ],
)
def test_phones_are_read_as_people_write_them(cell: Cell, phones: tuple[str, ...]) -> None:
    assert phones_of(cell) == phones


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("1.38E+10", "row-phone-rounded"),
        ("1380000000", "row-phone-wrong"),
        ("138****0001", "row-phone-wrong"),
        ("138000000012", "row-phone-wrong"),
        ("13800000001；12", "row-phone-wrong"),
        ("问女儿", "row-phone-wrong"),
        (1.5, "row-phone-wrong"),
    ],
)
def test_what_is_no_phone_is_told(cell: Cell, key: str) -> None:
    with pytest.raises(WrongCell) as wrong:
        phones_of(cell)
    assert wrong.value.problem.key == key
    sayable(key, wrong.value.problem.args)


@pytest.mark.parametrize(
    "cell",
    [
        date(1940, 3, 5),
        14675,
        "14675",
        19400305,
        "19400305",
        "1940-03-05",
        "1940/3/5",
        "1940.3.5",
        "1940年3月5日",
        "1940 年 3 月 5 日",
        "１９４０年３月５日",
        "一九四〇年三月五日",
        "1940-03-05 00:00:00",
    ],
)
def test_a_day_is_read_as_people_write_it(cell: Cell) -> None:
    assert date_of(cell, TODAY) == date(1940, 3, 5)


def test_what_a_day_leaves_out_is_the_first() -> None:
    assert date_of("1940年3月", TODAY) == date(1940, 3, 1)
    assert date_of("194003", TODAY) == date(1940, 3, 1)
    assert date_of(1940, TODAY) == date(1940, 1, 1)
    assert date_of("不详", TODAY) is None


@pytest.mark.parametrize(
    "cell", ["1940-13-05", "19400231", "40.3.5", "2027-01-01", "1840-01-01", "农历三月初五", 1940.3, 7, "0"]
)
def test_what_is_no_day_is_told(cell: Cell) -> None:
    with pytest.raises(WrongCell):
        date_of(cell, TODAY)


def test_a_birthday_comes_from_an_identity_number_and_the_number_is_not_kept() -> None:
    number = "350203194003051234"
    assert born(number) == born("350203400305123") == date(1940, 3, 5)
    assert born(350203194003051234) == date(1940, 3, 5)
    assert born("350203194002311234") is None
    row = one([*HEADINGS[:7], "身份证号"], [*AUNT[:7], number])
    assert row.birth == date(1940, 3, 5)
    assert number not in repr(row)


@pytest.mark.parametrize("cell", ["是", "√", "✔", 1, "1", True, "Y", "有", "v"])
def test_yes_is_said_in_many_ways(cell: Cell) -> None:
    assert yes_or_no(cell) is True


@pytest.mark.parametrize("cell", ["否", "×", "x", 0, False, "N", "无", "-"])
def test_no_is_said_in_many_ways(cell: Cell) -> None:
    assert yes_or_no(cell) is False


@pytest.mark.parametrize(
    ("building", "unit", "room"),
    [
        ("3号楼", "1单元", "101室"),
        ("3", "1", "101"),
        (3, 1, 101),
        ("三栋", "一单元", "一〇一"),
        ("３幢", "１", "０１０１"),
        ("3#", None, "1单元101室"),
        ("3#楼", "", "1-101"),
        ("第3栋", "第一单元", "101号"),
        (None, None, "3-1-101"),
        (None, None, "3号楼1单元101室"),
        (None, None, "3栋-1-101"),
        ("3号楼1单元", None, "101"),
        ("3号楼", "1", "3-1-101"),
        ("源昌鑫海湾3号楼", "1单元", "101"),
    ],
)
def test_a_door_is_found_in_one_column_or_in_three(building: Cell, unit: Cell, room: Cell) -> None:
    row = one(HEADINGS, aunt(c3=building, c4=unit, c5=room))
    assert (row.compound, row.building, row.unit, row.room) == ("源昌鑫海湾", "3号楼", "1", "101")


@pytest.mark.parametrize(
    "address",
    [
        "源昌鑫海湾3号楼1单元101室",
        "鑫海湾3栋1单元101",
        "厦门市湖里区禾缘社区源昌鑫海灣 3-1-101",
        "五缘湾道88号源昌鑫海湾三号楼一单元101",
    ],
)
def test_a_door_is_found_in_an_address(address: str) -> None:
    row = one(["姓名", "家庭住址"], ["郑甲", address])
    assert (row.compound, row.building, row.unit, row.room) == ("源昌鑫海湾", "3号楼", "1", "101")


def test_a_lettered_block_and_a_building_with_one_door_are_known() -> None:
    row = one(["姓名", "地址"], ["郑甲", "缘美公寓A座1502"])
    assert (row.building, row.unit, row.room) == ("A座", None, "1502")
    row = one(["姓名", "小区", "楼栋", "房号"], ["郑甲", "宝墅湾", "6", "301"])
    assert (row.compound, row.unit) == ("源昌宝墅湾", "1")


def test_a_sheet_named_after_a_compound_and_building_says_it_for_all_rows() -> None:
    read = households(xlsx(["姓名", "房号"], ["郑甲", "1-101"], ["郑乙", "2单元102"], title="鑫海湾3号楼"))
    assert [(row.compound, row.building, row.unit, row.room) for row in read.rows] == [
        ("源昌鑫海湾", "3号楼", "1", "101"),
        ("源昌鑫海湾", "3号楼", "2", "102"),
    ]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"c0": ""}, ["row-name-missing"]),
        ({"c0": "无"}, ["row-name-missing"]),
        ({"c1": "12"}, ["row-phone-wrong"]),
        ({"c2": ""}, ["row-compound-missing"]),
        ({"c2": "桃花源"}, ["row-compound-unknown"]),
        ({"c3": ""}, ["row-building-missing"]),
        ({"c3": "99栋"}, ["row-building-unknown"]),
        ({"c3": "门卫旁边"}, ["row-place-unclear"]),
        ({"c4": ""}, ["row-unit-missing"]),
        ({"c4": "7单元"}, ["row-unit-unknown"]),
        ({"c5": ""}, ["row-room-missing"]),
        ({"c5": "2-102"}, ["row-place-disagrees"]),
        ({"c5": datetime(2026, 3, 1)}, ["row-place-became-date"]),  # noqa: DTZ001 - as Excel keeps it
        ({"c6": "独居，会飞"}, ["row-category-unknown"]),
        ({"c7": "去年"}, ["row-date-wrong"]),
        ({"c1": "12", "c7": "去年", "c5": ""}, ["row-room-missing", "row-phone-wrong", "row-date-wrong"]),
    ],
)
def test_a_row_that_cannot_be_taken_says_everything_that_is_wrong(
    changed: dict[str, object], why: list[str]
) -> None:
    assert sorted(reasons(HEADINGS, aunt(**changed))) == sorted(why)


def test_a_failed_formula_is_told() -> None:
    def fail(sheet: object) -> None:
        sheet["A2"].value, sheet["A2"].data_type = "#REF!", "e"  # type: ignore[index]

    (refused,) = households(xlsx(HEADINGS, AUNT, change=fail)).invalid
    assert refused.reason == "row-formula-failed"
    sayable(refused.reason, refused.problems[0].args)


@pytest.mark.parametrize(
    "said", ["独居,低保", "独居，低保户", "低保、独居老人", "獨居/低保", "独居 低保", "低保；独居；普通"]
)
def test_categories_are_divided_by_whatever_people_use(said: str) -> None:
    assert one(HEADINGS, aunt(c6=said)).categories == ("alone", "allowance")


def test_categories_stand_in_columns_of_their_own_too() -> None:
    row = one([*HEADINGS[:6], "独居", "低保", "残疾", "失独"], [*AUNT[:6], "√", "否", "残疾", None])
    assert row.categories == ("alone", "disability")
    assert reasons([*HEADINGS[:6], "独居"], [*AUNT[:6], "大概"]) == ["row-yes-no-unclear"]


def test_relatives_are_paired_with_their_phones() -> None:
    headings = [*HEADINGS[:6], "家属姓名", "与老人关系", "家属电话"]

    def contacts(*cells: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
        return [(c.name, c.relation, c.phones) for c in one(headings, [*AUNT[:6], *cells]).contacts]

    assert contacts("", "", "") == []
    assert contacts("郑乙", "女儿", "13900000001；13900000002") == [
        ("郑乙", "女儿", ("13900000001", "13900000002"))
    ]
    assert contacts("郑乙、郑丙", "女儿、儿子", "13900000001/13900000002") == [
        ("郑乙", "女儿", ("13900000001",)),
        ("郑丙", "儿子", ("13900000002",)),
    ]
    assert contacts("郑乙；郑丙", "", "；13900000002、13900000003") == [
        ("郑乙", None, ()),
        ("郑丙", None, ("13900000002", "13900000003")),
    ]
    unclear = [*AUNT[:6], "郑乙、郑丙", "", "13900000001"]
    assert reasons(headings, unclear) == ["row-contacts-unclear"]


@pytest.mark.parametrize(
    "headings",
    [
        ["家属1姓名", "家属1关系", "家属1电话", "家属2姓名", "家属2关系", "家属2电话"],
        ["家属姓名1", "关系1", "家属电话1", "家属姓名2", "关系2", "家属电话2"],
        ["家属一", "家属一关系", "家属一联系电话", "家屬二", "家屬二關係", "家屬二聯繫電話"],
        ["紧急联系人", "联系人关系", "联系人电话", "第二联系人", "第二联系人关系", "第二联系人电话"],
    ],
)
def test_relatives_in_numbered_columns_are_read_one_after_the_other(headings: list[str]) -> None:
    def contacts(*cells: str | None) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
        row = one([*HEADINGS[:6], *headings], [*AUNT[:6], *cells])
        return [(c.name, c.relation, c.phones) for c in row.contacts]

    both = [("郑乙", "女儿", ("13900000001",)), ("郑丙", "儿子", ("13900000002",))]
    assert contacts("郑乙", "女儿", "13900000001", "郑丙", "儿子", "13900000002") == both
    assert contacts("郑乙", "女儿", "13900000001", None, None, "无") == both[:1]
    assert contacts(None, None, None, "郑丙", "儿子", "13900000002") == both[1:]


def test_two_numbered_phones_beside_one_relative_are_both_theirs() -> None:
    headings = [*HEADINGS[:6], "家属姓名", "家属电话1", "家属电话2"]
    row = one(headings, [*AUNT[:6], "郑乙", "13900000001", "13900000002"])
    assert [(c.name, c.phones) for c in row.contacts] == [("郑乙", ("13900000001", "13900000002"))]


def test_a_member_has_teams_marks_and_languages() -> None:
    headings = ["姓名", "手机", "服务队", "职务", "持证", "可入户", "力气", "语言", "特长", "小区", "楼栋"]
    cells = [
        "陈甲",
        13800000001,
        "阳光姐姐、爱禾缘志愿者",
        "副队长",
        "救护员证",
        "是",
        "",
        "闽南话、英语",
        "修伞",
        "万科",
        12,
    ]
    (row,) = members(xlsx(headings, cells)).rows
    assert row.teams == ("爱禾缘志愿者", "阳光姐姐")
    assert (row.leads, row.certified, row.may_enter, row.strong) == (False, True, True, None)
    assert (row.languages, row.skills) == (("闽南话", "英语"), "修伞")
    assert (row.compound, row.building) == ("万科", "12号楼")


def test_a_sheet_named_after_a_team_lists_its_members() -> None:
    (row,) = members(xlsx(["姓名", "电话", "职务"], ["陈甲", "13800000001", "队长"], title="阳光姐姐")).rows
    assert (row.teams, row.leads) == (("阳光姐姐",), True)
    (refused,) = members(xlsx(["姓名", "服务队"], ["陈甲", "飞行队"])).invalid
    assert refused.reason == "row-team-unknown"
    sayable(refused.reason, refused.problems[0].args)


def test_a_numeric_cell_that_excel_shows_as_a_date_is_that_day() -> None:
    row = one(HEADINGS, aunt(c7=datetime(1940, 3, 5)))  # noqa: DTZ001 - as Excel keeps it
    assert row.birth == date(1940, 3, 5)
