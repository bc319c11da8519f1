"""`linli template` writes a sheet that can be filled in and read."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from bot.playbooks.load import load_playbook
from bot.rosters.reading import read_households, read_members
from bot.rosters.rows import whole
from tests.cli.program import Program

PLAYBOOK = load_playbook("heyuan")
TODAY = date(2026, 11, 22)


def test_it_says_where_it_wrote_and_never_writes_over_a_filled_one(linli: Program) -> None:
    ended = linli("template", "households")
    assert ended.out.strip() == "households.xlsx"
    assert (linli.home / "households.xlsx").exists()
    again = linli("template", "households")
    assert again.code == 2
    assert "households.xlsx is there already" in again.err
    assert linli("template", "households", "--out", "households.xlsx").code == 0


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
def test_an_empty_template_reads_as_nobody_and_a_filled_one_as_those_in_it(
    linli: Program, language: str
) -> None:
    linli("template", "households", "--out", "a.xlsx", "--language", language)
    linli("template", "members", "--out", "b.xlsx", "--language", language)
    homes, people = (linli.home / name for name in ("a.xlsx", "b.xlsx"))
    for read in (
        whole(read_households(homes.read_bytes(), PLAYBOOK, today=TODAY)),
        whole(read_members(people.read_bytes(), PLAYBOOK)),
    ):
        assert (read.rows, read.invalid) == ((), ())
        assert [note.key for note in read.notes] == ["roster-note-example"]
    book = load_workbook(homes)
    sheet = book.worksheets[0]
    for below, cell in zip(sheet[5], sheet[4], strict=True):  # somebody follows the example
        below.value = cell.value
    sheet["A5"] = "郑甲"
    filled = io.BytesIO()
    book.save(filled)
    (row,) = whole(read_households(filled.getvalue(), PLAYBOOK, today=TODAY)).rows
    assert (row.row, row.name, row.compound, row.building, row.unit) == (
        5,
        "郑甲",
        "源昌鑫海湾",
        "1号楼",
        "1",
    )
    assert row.categories == ("alone", "empty_nest")


def test_compounds_buildings_categories_and_yes_or_no_are_chosen_from_lists(linli: Program) -> None:
    linli("template", "households", "--out", "a.xlsx")
    linli("template", "members", "--out", "b.xlsx")
    homes, people = load_workbook(linli.home / "a.xlsx"), load_workbook(linli.home / "b.xlsx")
    assert _choices(homes, "小区")[:2] == ["源昌鑫海湾", "源昌宝墅湾"]
    assert "3号楼" in _choices(homes, "楼栋*")
    assert "独居老人" in _choices(homes, "重点类别")
    assert _choices(people, "可入户") == ["是", "否"]
    assert "阳光姐姐" in _choices(people, "服务队*")
    assert homes["_linli"].sheet_state == "veryHidden"


def test_what_cannot_be_done_is_said(linli: Program) -> None:
    assert linli("template", "pigeons").code == 2
    assert "--language is one of" in linli("template", "members", "--language", "fr").err
    assert "cannot be written" in linli("template", "members", "--out", "none/there.xlsx").err


def _choices(book: object, heading: str) -> list[str]:
    """What the drop-down under a heading offers."""
    sheet = book.worksheets[0]  # type: ignore[attr-defined]
    letter = next(cell.column_letter for cell in sheet[3] if cell.value == heading)
    rule = next(one for one in sheet.data_validations.dataValidation if f"{letter}5" in one.sqref)
    name, _, cells = str(rule.formula1).partition("!")
    return [row[0].value for row in book[name][cells.replace("$", "")]]  # type: ignore[index]
