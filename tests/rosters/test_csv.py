"""A .csv is read however it was saved, and in slices short enough to answer a press in between."""

from __future__ import annotations

import pytest

from bot.rosters.reading import SLICE, read_households
from tests.rosters.sheets import HEADINGS, PLAYBOOK, TODAY, aunt, households, one, xlsx


def written(separator: str = ",", end: str = "\r\n") -> str:
    rows = [HEADINGS, aunt(c6=f'"独居{separator}低保"')]
    return end.join(separator.join(str(cell) for cell in row) for row in rows) + end


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_is_understood(encoding: str, separator: str) -> None:
    (row,) = households(written(separator).encode(encoding)).rows
    assert (row.name, row.building, row.categories) == ("郑甲", "3号楼", ("alone", "allowance"))
    assert row.row == 2


def test_old_line_ends_and_a_told_separator_are_understood() -> None:
    assert len(households(written(end="\r").encode()).rows) == 1
    (row,) = households(("sep=;\r\n" + written(";")).encode()).rows
    assert row.row == 3


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    lines = [
        ",".join(HEADINGS),
        "",
        ",".join(map(str, aunt(c8='"两行\n备注"'))),
        ",,,",
        ",".join(map(str, aunt(c0="乙"))),
    ]
    read = households("\n".join(lines).encode())
    assert [row.row for row in read.rows] == [3, 5]
    assert read.rows[0].remark == "两行\n备注"


def test_traditional_characters_are_understood() -> None:
    headings = ["長者姓名", "聯絡電話", "小區", "樓棟", "單元", "門牌號", "重點類別"]
    cells = ["郑甲", "13800000001", "源昌鑫海灣", "三棟", "一單元", "一〇一", "獨居、低保"]
    row = one(headings, cells)
    assert (row.compound, row.building, row.categories) == ("源昌鑫海湾", "3号楼", ("alone", "allowance"))


@pytest.mark.parametrize("encoding", ["big5", "big5hkscs", "utf-8-sig", "utf-16"])
def test_what_excel_in_taiwan_and_hong_kong_saves_is_understood(encoding: str) -> None:
    headings = "長者姓名,聯絡電話,小區,樓棟,單元,門牌號,重點類別,備註"
    row = "陳甲,13800000001,源昌鑫海灣,三棟,一單元,一零一,獨居、低保,許功蓋的鄰居"
    (read,) = households(f"{headings}\r\n{row}\r\n".encode(encoding)).rows
    assert (read.name, read.building, read.categories) == ("陳甲", "3号楼", ("alone", "allowance"))
    assert read.remark == "許功蓋的鄰居"


def test_a_long_roster_comes_in_slices_that_tell_how_far_it_is() -> None:
    rows = [aunt(c0=f"郑{n}") for n in range(SLICE * 4)]
    slices = list(read_households(xlsx(HEADINGS, *rows), PLAYBOOK, today=TODAY))
    assert all(len(part.rows) <= SLICE for part in slices)
    shares = [part.share for part in slices]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert sum(len(part.rows) for part in slices) == SLICE * 4
