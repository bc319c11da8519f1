"""Sheets as people send them, written cell by cell; everybody in them is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.playbooks.load import load_playbook
from bot.rosters.reading import read_households, read_members
from bot.rosters.rows import HouseholdRow, MemberRow, Note, Reading, whole
from bot.ui.i18n import LANGUAGES, words_for

PLAYBOOK = load_playbook("heyuan")
TODAY = date(2026, 11, 22)
Row = Sequence[object]
HEADINGS = ("姓名", "联系电话", "小区", "楼栋", "单元", "房号", "重点类别", "出生日期", "备注")
AUNT: Row = ("郑甲", "13800000001", "源昌鑫海湾", "3号楼", "1单元", "101", "独居", "1940-03-05", "")


def xlsx(*rows: Row, title: str = "名单", change: Callable[[Worksheet], object] | None = None) -> bytes:
    """A workbook of one sheet."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if change:
        change(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def aunt(**other: object) -> list[object]:
    """An invented lady's row under HEADINGS, some cells of it different; keys are positions: c0, c1 …"""
    row = list(AUNT)
    for at, value in other.items():
        row[int(at.removeprefix("c"))] = value
    return row


def households(data: bytes) -> Reading[HouseholdRow]:
    """A household roster, whole."""
    return whole(read_households(data, PLAYBOOK, today=TODAY))


def members(data: bytes) -> Reading[MemberRow]:
    """A member roster, whole."""
    return whole(read_members(data, PLAYBOOK))


def one(*rows: Row) -> HouseholdRow:
    """The only household of a sheet that is all right."""
    read = households(xlsx(*rows))
    assert not read.invalid, read.invalid
    (row,) = read.rows
    return row


def reasons(*rows: Row) -> list[str]:
    """Why the only row of a sheet is refused."""
    (refused,) = households(xlsx(*rows)).invalid
    for problem in refused.problems:
        sayable(problem.key, problem.args)
    return [problem.key for problem in refused.problems]


def notes(read: Reading[HouseholdRow] | Reading[MemberRow]) -> dict[str, Note]:
    """What a person is told, by key."""
    for note in read.notes:
        sayable(note.key, note.args)
    return {note.key: note for note in read.notes}


def sayable(key: str, args: Mapping[str, object]) -> None:
    """Every language has a sentence for it that needs no more than it is given."""
    for language in LANGUAGES:
        assert words_for(language, PLAYBOOK.zone).plain(key, **args)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The same workbook with its parts changed by hand."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    return packed_up(parts.items())


def packed_up(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Parts as a zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts:
            packed.writestr(name, content)
    return written.getvalue()
