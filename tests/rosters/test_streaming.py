"""A workbook written a few rows at a time opens in Excel's reader and in ours, and nothing in it runs."""

from __future__ import annotations

import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.triage.writing import clean
from bot.playbooks.load import load_playbook
from bot.rosters.reading import read_households
from bot.rosters.rows import whole
from bot.rosters.streaming import XlsxStream

PLAYBOOK = load_playbook("heyuan")


@given(st.lists(st.lists(st.text(max_size=30), min_size=2, max_size=2), max_size=8))
def test_every_cell_comes_back_as_text(rows: list[list[str]]) -> None:
    stream = XlsxStream()
    stream.sheet("名/单", ["=甲", "乙"], stamp="+stamp")
    stream.add(rows[:3])
    stream.add(rows[3:])
    (sheet,) = load_workbook(io.BytesIO(stream.finish())).worksheets
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=3, max_col=2)]
    wanted = [[clean(value) for value in row] for row in rows]
    assert cells[: len(wanted)] == wanted or not any(any(row) for row in wanted)
    assert (sheet["A1"].value, sheet["A2"].value) == ("+stamp", "=甲")
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_our_own_reader_takes_it() -> None:
    stream = XlsxStream()
    stream.sheet("一", ["姓名", "楼栋", "房号", "小区"], stamp="谁要的")
    stream.add([["住户甲", "3号楼", "2单元501", "源昌鑫海湾"]])
    stream.sheet("一", ["姓名", "楼栋", "房号", "小区"])
    stream.add([["住户乙", "3号楼", "2单元502", "源昌鑫海湾"]])
    read = whole(read_households(stream.finish(), PLAYBOOK, today=date(2026, 3, 4)))
    assert [row.name for row in read.rows] == ["住户甲", "住户乙"]
