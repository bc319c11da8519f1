"""A workbook of Excel's from whole tables, as exports write it row by row."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rosters.streaming import XlsxStream
from bot.rosters.writing import Table


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """Each table is a sheet."""
    stream = XlsxStream()
    for table in tables:
        stream.sheet(table.title, table.headings, stamp=table.stamp)
        stream.add(table.rows)
    return stream.finish()
