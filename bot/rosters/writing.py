"""Tables as .csv and .json in which nothing can run, and that we read again as they were."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Value = str | None
_RUNS = tuple("=+-@\t\r")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. `stamp` is a line above them: who asked for this, why and when."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]
    stamp: str | None = None


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
