"""A sheet ready to be filled in: explained, with drop-downs and an example that is not taken for a person."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.playbook import Compound, Playbook
from bot.rosters.kinds import OWN_SHEET, Kind
from bot.rosters.tables import HOUSEHOLD_HEADINGS, MEMBER_HEADINGS, Say

ROWS = 1000
"""Rows that have drop-downs."""
_HEADING_ROW = 3
_MARKS = ("heading-certified", "heading-may-enter", "heading-strong")
_NEEDED = {
    Kind.HOUSEHOLDS: ("heading-name", "heading-building", "heading-room"),
    Kind.MEMBERS: ("heading-name", "heading-phones", "heading-teams"),
}


def write_template(kind: Kind, playbook: Playbook, say: Say, language: str) -> bytes:
    """An .xlsx: title, explanation, headings, an example, and empty rows with drop-downs."""
    keys = HOUSEHOLD_HEADINGS if kind is Kind.HOUSEHOLDS else MEMBER_HEADINGS
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = say("roster-households") if kind is Kind.HOUSEHOLDS else say("roster-members")
    explained = (
        say("roster-template-households") if kind is Kind.HOUSEHOLDS else say("roster-template-members")
    )
    for row, text in ((1, sheet.title), (2, explained)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(keys))
        _write(sheet, row, 1, text)
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A2"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[2].height = 90
    example = _example(kind, playbook, say, language)
    for column, key in enumerate(keys, 1):
        heading = say(key) + ("*" if key in _NEEDED[kind] else "")
        _write(sheet, _HEADING_ROW, column, heading)
        _write(sheet, _HEADING_ROW + 1, column, example.get(key, ""))
        _dress(sheet, column)
    sheet.freeze_panes = f"B{_HEADING_ROW + 1}"
    _drop_downs(book, sheet, keys, _choices(playbook, say, language))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Text as text, whatever it begins with."""
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    cell.number_format = "@"


def _dress(sheet: Worksheet, column: int) -> None:
    """A heading that stands out, an example in grey, cells that keep what is typed as text."""
    sheet.column_dimensions[get_column_letter(column)].width = 16
    heading = sheet.cell(_HEADING_ROW, column)
    heading.font = Font(bold=True)
    heading.fill = PatternFill("solid", fgColor="DDEEDD")
    sheet.cell(_HEADING_ROW + 1, column).font = Font(italic=True, color="888888")
    for row in range(_HEADING_ROW + 2, _HEADING_ROW + 2 + ROWS):
        sheet.cell(row, column).number_format = "@"


def _choices(playbook: Playbook, say: Say, language: str) -> Mapping[str, list[str]]:
    """Heading → what may be chosen."""
    yes_no = [say("roster-yes"), say("roster-no")]
    buildings = dict.fromkeys(one.name for compound in playbook.compounds for one in compound.buildings)
    return {
        "heading-compound": [one.title(language) for one in playbook.compounds],
        "heading-building": list(buildings),
        "heading-categories": [one.name(language) for one in playbook.household_categories],
        "heading-teams": [one.title(language) for one in playbook.teams],
        "heading-post": [say("roster-leader"), say("roster-follower")],
        **dict.fromkeys(_MARKS, yes_no),
    }


def _drop_downs(
    book: Workbook, sheet: Worksheet, keys: Iterable[str], choices: Mapping[str, list[str]]
) -> None:
    """The choices stand on a sheet of their own, since a list inside a cell may hold 255 characters only.

    What is not on a list may be typed all the same: several categories divided by commas.
    """
    lists: Worksheet = book.create_sheet(OWN_SHEET)
    lists.sheet_state = "veryHidden"
    for column, key in enumerate(keys, 1):
        if not (named := choices.get(key)):
            continue
        at = get_column_letter(column)
        for row, choice in enumerate(named, 1):
            lists[f"{at}{row}"].value = choice
            lists[f"{at}{row}"].data_type = "s"
        rule = DataValidation(
            type="list", formula1=f"{OWN_SHEET}!${at}$1:${at}${len(named)}", allow_blank=True
        )
        rule.showErrorMessage = False
        letter = get_column_letter(column)
        rule.add(f"{letter}{_HEADING_ROW + 1}:{letter}{_HEADING_ROW + 1 + ROWS}")
        sheet.add_data_validation(rule)


def _example(kind: Kind, playbook: Playbook, say: Say, language: str) -> Mapping[str, str]:
    """Somebody plainly invented; the reader passes over a name that begins so."""
    compound: Compound = playbook.compounds[0]
    building = next(iter(compound.buildings), None)
    shared = {
        "heading-name": say("roster-example-name"),
        "heading-phones": "13800000000、0592-5550000",
        "heading-compound": compound.title(language),
        "heading-building": building.name if building else "",
        "heading-languages": say("roster-example-language"),
    }
    if kind is Kind.MEMBERS:
        marks = dict.fromkeys(_MARKS, say("roster-yes"))
        return shared | marks | {"heading-teams": playbook.teams[0].title(language)}
    categories = [one.name(language) for one in playbook.household_categories[:2]]
    return shared | {
        "heading-unit": next(iter(building.units), "") if building else "",
        "heading-room": "101",
        "heading-categories": "、".join(categories),
        "heading-birth": "1940-03-05",
        "heading-contact-name": say("roster-example-relative"),
        "heading-contact-relation": say("roster-example-relation"),
        "heading-contact-phones": "13900000000",
    }
