"""What we write we read again as it was, in every language and format; and nothing in it can run."""

from __future__ import annotations

import csv
import io
import json
import string
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.rosters.rows import Contact, HouseholdRow, MemberRow
from bot.rosters.tables import household_table, member_table, stamp_of
from bot.rosters.writing import Table, as_csv, as_json
from bot.ui.i18n import LANGUAGES, words_for
from tests.rosters.books import as_xlsx
from tests.rosters.sheets import PLAYBOOK, TODAY, households, members

HAN = "王李张刘陈杨黄赵周吴郑孙马朱胡林郭何高罗"
FORMATS: dict[str, Callable[[Table], bytes]] = {"xlsx": lambda table: as_xlsx([table]), "csv": as_csv}

names = st.text(HAN, min_size=1, max_size=4).map(lambda name: f"甲{name}")
mobiles = st.integers(0, 999_999_999).map(lambda n: f"13{n:09d}")
landlines = st.integers(0, 999_999).map(lambda n: f"0592-5{n:06d}")
phones = st.lists(mobiles | landlines, max_size=3, unique=True).map(tuple)
doors = st.sampled_from(
    [(c.name, b.name, unit) for c in PLAYBOOK.compounds for b in c.buildings for unit in b.units or (None,)]
)
rooms = st.integers(1, 9999).map(str) | st.sampled_from(["101A", "B12", "1502"])
categories = st.sets(st.sampled_from([one.key for one in PLAYBOOK.household_categories]), max_size=4).map(
    lambda keys: tuple(one.key for one in PLAYBOOK.household_categories if one.key in keys)
)
texts = st.none() | (
    st.text(string.printable.replace("\r", "") + HAN + "，；、“”=+-@'\t\n😀", max_size=60)
    .map(lambda text: text.replace("\t", " ").strip())
    .filter(lambda text: bool(text) and text.isprintable())
)
contacts = st.lists(
    st.builds(Contact, names, st.sampled_from(["女儿", "儿子", "邻居"]), phones), max_size=3
).map(tuple)
languages = st.lists(st.sampled_from(["闽南话", "普通话", "英语"]), max_size=2, unique=True).map(tuple)
days = st.none() | st.dates(date(1900, 1, 1), TODAY)
marks = st.none() | st.booleans()
teams = st.sets(st.sampled_from([one.name for one in PLAYBOOK.teams]), min_size=1, max_size=3).map(
    lambda chosen: tuple(one.name for one in PLAYBOOK.teams if one.name in chosen)
)


@st.composite
def homes(draw: st.DrawFn) -> HouseholdRow:
    """Somebody behind a door of the playbook."""
    compound, building, unit = draw(doors)
    return HouseholdRow(
        0,
        compound,
        building,
        unit,
        draw(rooms),
        draw(names),
        draw(phones),
        draw(categories),
        draw(days),
        draw(contacts),
        draw(languages),
        draw(texts),
    )


volunteers = st.builds(
    MemberRow,
    row=st.just(0),
    name=names,
    phones=phones,
    teams=teams,
    leads=st.booleans(),
    certified=marks,
    may_enter=marks,
    strong=marks,
    languages=languages,
    skills=st.none() | st.sampled_from(["修伞", "=1+1", "@home"]),
    compound=st.just("万科"),
    building=st.none() | st.sampled_from(["1号楼", "12号楼"]),
    remark=texts,
)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15)
@given(rows=st.lists(homes(), min_size=1, max_size=5), stamped=st.booleans())
def test_households_come_back_as_they_went(
    form: str, language: str, rows: list[HouseholdRow], stamped: bool
) -> None:
    assume(len({row.key for row in rows}) == len(rows))
    say = words_for(language, PLAYBOOK.zone).plain
    stamp = stamp_of(say, by="=王五", reason="消防，要名单", at="2026-11-22 10:00") if stamped else None
    read = households(FORMATS[form](household_table(rows, PLAYBOOK, say, language, stamp=stamp)))
    assert (read.invalid, read.duplicates, read.notes) == ((), (), ())
    assert list(read.rows) == rows
    assert [row.row for row in read.rows] == [n + 2 + stamped for n in range(len(rows))]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=15)
@given(rows=st.lists(volunteers, min_size=1, max_size=5))
def test_members_come_back_as_they_went(form: str, language: str, rows: list[MemberRow]) -> None:
    assume(len({row.key for row in rows}) == len(rows))
    say = words_for(language, PLAYBOOK.zone).plain
    read = members(FORMATS[form](member_table(rows, PLAYBOOK, say, language)))
    assert (read.invalid, read.duplicates, read.notes) == ((), (), ())
    assert list(read.rows) == rows


EVIL = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "=cmd|' /C calc'!A0"]


def test_no_cell_of_a_workbook_is_a_formula_and_none_becomes_one_when_it_is_edited() -> None:
    data = as_xlsx([Table("=名单", ["=a", "b"], [[evil, None] for evil in EVIL], stamp="=1+1")])
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    for row in sheet:
        for cell in row:
            assert cell.data_type in ("s", "n"), cell.value
            assert cell.value is None or cell.number_format == "@"


def test_no_cell_of_a_csv_begins_as_a_formula() -> None:
    data = as_csv(Table("名单", ["=a"], [[evil] for evil in EVIL], stamp="=1+1")).decode("utf-8-sig")
    for (cell,) in csv.reader(io.StringIO(data, newline="")):
        assert cell.startswith("'"), cell


def test_a_csv_opens_in_chinese_excel_and_json_keeps_what_is_absent() -> None:
    table = Table("名单", ["姓名", "电话"], [["郑甲", None]])
    assert as_csv(table).startswith(b"\xef\xbb\xbf")
    assert not as_csv(table, mark=False).startswith(b"\xef\xbb\xbf")
    said: Any = json.loads(as_json(table))
    assert said == [{"姓名": "郑甲", "电话": None}]


def test_control_characters_and_very_long_texts_do_not_break_a_sheet() -> None:
    data = as_xlsx([Table("a/b:c*" + "长" * 40, ["x"], [["a\x00b\x07c"], ["长" * 40_000]])])
    (sheet,) = load_workbook(io.BytesIO(data)).worksheets
    assert sheet["A2"].value == "abc"
    assert len(str(sheet["A3"].value)) == 32_000
    assert len(sheet.title) <= 31


def test_a_stamp_stands_over_every_sheet() -> None:
    say = words_for("zh-CN", PLAYBOOK.zone).plain
    stamp = stamp_of(say, by="王五", reason="消防要名单", at="2026-11-22 10:00")
    tables = [Table(title, ["姓名"], [["郑甲"]], stamp) for title in ("一", "二")]
    for sheet in load_workbook(io.BytesIO(as_xlsx(tables))).worksheets:
        assert sheet["A1"].value == "导出人：王五  原因：消防要名单  时间：2026-11-22 10:00"
