"""Tables as .xlsx, .csv and .json in which nothing can run, and that we read again as they were."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.triage.writing import clean

Value = str | None
_RUNS = tuple("=+-@\t\r")
_LONGEST = 32_000  # Excel holds 32,767 characters in a cell
_TEXT = "@"  # the cell stays text when somebody edits it
_NARROW, _WIDE, _COMMON = 8, 40, 14


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. `stamp` is a line above them: who asked for this, why and when."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]
    stamp: str | None = None


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table; every cell is text, whatever it begins with."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet: Worksheet = book.create_sheet(_sheet_name(table.title))
        for at, heading in enumerate(table.headings, 1):
            width = min(_WIDE, max(_NARROW, 2 * len(heading) + 2, _COMMON))
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.freeze_panes = f"A{2 + bool(table.stamp)}"
        if table.stamp:
            sheet.append([_cell(sheet, table.stamp)])
        sheet.append([_cell(sheet, heading, bold=True) for heading in table.headings])
        for row in table.rows:
            sheet.append([_cell(sheet, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_csv(table: Table, *, mark: bool = True) -> bytes:
    """UTF-8, everything in quotes; `mark` puts the byte order mark first that Chinese Excel needs."""
    written = io.StringIO(newline="")
    sheet = csv.writer(written, quoting=csv.QUOTE_ALL)
    if table.stamp:
        sheet.writerow([unrunnable(table.stamp)])
    sheet.writerow([unrunnable(heading) for heading in table.headings])
    for row in table.rows:
        sheet.writerow([unrunnable(value or "") for value in row])
    return written.getvalue().encode("utf-8-sig" if mark else "utf-8")


def as_json(table: Table) -> bytes:
    """A list of objects; an absent value is null."""
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2).encode()


def unrunnable(text: str) -> str:
    """With ' before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip("'").startswith(_RUNS) else text


def _cell(sheet: Worksheet, value: Value, *, bold: bool = False) -> Cell | None:
    if not value:
        return None
    cell: Cell = WriteOnlyCell(sheet, clean(value)[:_LONGEST])
    cell.data_type = "s"
    cell.number_format = _TEXT
    if bold:
        cell.font = Font(bold=True)
    return cell


def _sheet_name(title: str) -> str:
    """At most 31 characters, without those a sheet's name may not have."""
    return "".join(" " if char in r"[]:*?/\'" else char for char in clean(title))[:31] or "1"
