"""`linli codes`: a sheet of one-time codes for households or listed volunteers."""

from __future__ import annotations

from openpyxl import load_workbook

from tests.cli.program import Program
from tests.cli.test_import import SHEET


def _rows(linli: Program, name: str) -> list[list[object]]:
    (sheet,) = load_workbook(linli.home / name).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


def test_every_household_of_a_compound_gets_one(linli: Program) -> None:
    (linli.home / "names.csv").write_text(SHEET)
    assert linli("import", "households", "names.csv", "--yes").code == 0
    made = linli("codes", "--compound", "源昌鑫海湾", "--out", "codes.xlsx", "--bot", "linli_bot")
    assert made.code == 0
    ((*door, code, link, _),) = _rows(linli, "codes.xlsx")
    assert door == ["源昌鑫海湾", "3号楼", "2", "501"]
    assert str(link) == f"https://t.me/linli_bot?start=h_{str(code).replace('-', '')}"
    assert (linli.home / "codes.xlsx").stat().st_mode & 0o077 == 0
    other = linli("codes", "--compound", "联发五缘湾1号", "--out", "none.xlsx", "--bot", "linli_bot")
    assert "0 codes" in other.out


def test_listed_volunteers_get_theirs(linli: Program) -> None:
    (linli.home / "team.csv").write_text("姓名,联系电话,服务队\n甲志愿,13800000001,阳光姐姐\n")
    assert linli("import", "members", "team.csv", "--yes").code == 0
    assert linli("codes", "--members", "--out", "team.xlsx", "--bot", "linli_bot").code == 0
    ((name, teams, *_),) = _rows(linli, "team.xlsx")
    assert (name, teams) == ("甲志愿", "阳光姐姐")


def test_for_whom_must_be_said(linli: Program) -> None:
    assert linli("codes", "--out", "codes.xlsx").code == 2
    assert linli("codes", "--compound", "没有", "--out", "codes.xlsx", "--bot", "linli_bot").code == 2
