"""Any file somebody sends as a roster: opened as a book of rows, or refused in one line."""

from __future__ import annotations

from bot.domain.errors import RuleError
from bot.rosters import limits
from bot.rosters.book import Book
from bot.rosters.delimited import CsvBook
from bot.rosters.xlsx import XlsxBook

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf_16_le")
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
    b"<",
    b"\x7fELF",
    b"MZ",
    b"SQLite format",
    b"RIFF",
)


def open_book(data: bytes) -> Book:
    """The sheets of an .xlsx or .csv; what it is, its bytes say, not its name.

    Everything dangerous is refused here, before anything is parsed: RuleError with a key beginning `roster-`.
    Takes most of a second for the largest files, nearly all of it without holding up other threads.
    """
    if not data.strip():
        raise RuleError("roster-empty-file")
    if len(data) > limits.FILE:
        raise RuleError("roster-too-big", n=limits.FILE // limits.MB)
    if data.startswith(_OLD_OFFICE):
        raise RuleError("roster-locked" if _PASSWORD in data else "roster-old-excel")
    if data.startswith(b"PK"):
        return XlsxBook(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_OTHERS):
        raise RuleError("roster-not-a-sheet")
    return CsvBook(data)
