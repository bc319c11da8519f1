"""Which lines of a sheet are no rows, and what a person should be told about a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.triage.writing import fold
from bot.rosters.book import Line, SheetOfRows
from bot.rosters.headings import Heading
from bot.rosters.rows import Note

_FOOTERS = (
    "合计",
    "总计",
    "小计",
    "共计",
    "填表",
    "制表",
    "审核",
    "填报",
    "备注:",
    "说明:",
    "注:",
    "注意",
    "联系人:",
    "负责人:",
)
_EXAMPLES = ("示例", "范例", "例:", "例如", "example")
_FEW = 3


class Tally:
    """Goes along with the lines of a sheet: passes over what is no row, and counts."""

    def __init__(self, sheet: SheetOfRows, heading: Heading) -> None:
        self._sheet = sheet
        self._texts = {fold(text) for text in heading.texts.values()}
        self._name = heading.columns.at["name"][0]
        self._hidden = self._merged = self._examples = 0

    def wants(self, line: Line) -> bool:
        """Whether this line is a row: not the heading again, a sum, a signature, or the template's example."""
        if self._is_heading(line) or _is_footer(line):
            return False
        name = line.cell(self._name)
        if isinstance(name, str) and fold(name).strip().startswith(_EXAMPLES):
            self._examples += 1
            return False
        self._hidden += line.hidden
        self._merged += any(at not in line.cells for at in line.filled)
        return True

    def _is_heading(self, line: Line) -> bool:
        """The same words again, as at the top of each printed page."""
        if len(line.cells) < 2:
            return False
        return all(
            isinstance(cell, str) and fold(cell).strip() in self._texts for cell in line.cells.values()
        )

    def notes(self) -> Iterator[Note]:
        """What was counted, once the sheet is read."""
        sheet = self._sheet.name
        if self._hidden:
            yield Note("roster-note-hidden-rows", {"sheet": sheet, "n": self._hidden})
        if self._merged:
            yield Note("roster-note-merged", {"sheet": sheet, "n": self._merged})
        if self._examples:
            yield Note("roster-note-example", {"sheet": sheet, "n": self._examples})


def _is_footer(line: Line) -> bool:
    """A sum, a signature, a remark over the whole width."""
    if len(line.cells) > _FEW:
        return False
    if any(isinstance(cell, str) and fold(cell).strip().startswith(_FOOTERS) for cell in line.cells.values()):
        return True
    return len(line.cells) == 1 and any(last - first > 1 for first, last in line.wide.items())


def about(sheet: SheetOfRows, heading: Heading) -> Iterator[Note]:
    """What the heading row shows at once."""
    columns = heading.columns
    if sheet.hidden:
        yield Note("roster-note-hidden-sheet", {"sheet": sheet.name})
    if columns.unknown:
        yield Note("roster-note-unknown-columns", {"sheet": sheet.name, "columns": list(columns.unknown)})
    kept_out = [*columns.dropped, *(heading.texts[at] for at in columns.at.get("identity", ()))]
    if kept_out:
        yield Note("roster-note-not-kept", {"sheet": sheet.name, "columns": kept_out})
