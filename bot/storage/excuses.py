"""What failed because the database could not: not the fault of what was being done, which therefore counts as no try.

A full or read-only disk, somebody else who is in the way, a server that is gone: all of it ends, and then the same goes
through. A connection that is cut may also be what is being done that does it (a statement that brings the server down),
so that is excused a few times only.
"""

from __future__ import annotations

import errno
import sqlite3
from collections import Counter
from typing import Any

from sqlalchemy.exc import DBAPIError

from bot.storage.cuts import is_cut

_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
_FULL_SQLITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
_FULL_POSTGRES = ("53", "58", "25006")
"""How the codes of its errors begin: insufficient resources, trouble outside the server, a server that only reads."""
_BROKEN_SQLITE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNREADABLE_SQLITE = {
    sqlite3.SQLITE_IOERR_READ,
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_CORRUPTFS,
    sqlite3.SQLITE_IOERR_DATA,
}
"""Where the disk does not give back what stands there; other trouble with it is that it takes nothing."""
_HELD_SQLITE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_HELD_POSTGRES = ("55P03",)


class HeldTooLongError(TimeoutError):
    """Another process of ours writes and does not end."""


def is_full(error: BaseException) -> bool:
    """Did the disk not take it: full, read-only, broken?"""
    if isinstance(error, OSError) and error.errno in _FULL_DISK:
        return True
    return _is(error, _FULL_SQLITE, _FULL_POSTGRES)


def is_broken(error: BaseException) -> bool:
    """Is it no database of SQLite's any more, or cannot the disk give it back?"""
    unreadable = getattr(getattr(error, "orig", None), "sqlite_errorcode", None) in _UNREADABLE_SQLITE
    return unreadable or _is(error, _BROKEN_SQLITE, ())


def held_too_long(error: BaseException) -> bool:
    """Was somebody else at it for longer than one waits?"""
    return isinstance(error, HeldTooLongError) or _is(error, _HELD_SQLITE, _HELD_POSTGRES)


def is_trouble(error: BaseException) -> bool:
    """Any of these, or a connection that is cut."""
    return is_full(error) or held_too_long(error) or is_cut(error)


def why(error: BaseException) -> str:
    """In the database's words, a line of them; what was to be written is not among them."""
    said = str(getattr(error, "orig", None) or error).splitlines() or [""]
    return f"{said[0]}" or type(error).__name__


def tell_failure(log: Any, event: str, error: BaseException, **more: object) -> None:
    """Writes it to the log: trouble with the database as a line, anything else, which is our fault, with its traceback."""
    if is_trouble(error):
        log.warning(event, why=why(error), **more)
    else:
        log.error(event, exc_info=error, **more)


def _is(error: BaseException, sqlite: set[int], postgres: tuple[str, ...]) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in sqlite
    return str(getattr(error.orig, "sqlstate", None) or "").startswith(postgres)


class Excuses:
    """What was tried in vain for a reason that is not its own, by numbers of rows."""

    MOST = 5
    """So often in a row a cut connection is an excuse."""

    def __init__(self) -> None:
        self._cuts: Counter[int] = Counter()

    def excuse(self, number: int, error: BaseException) -> bool:
        """Is it tried again as if it had not been tried?"""
        if not is_cut(error):
            return is_trouble(error)
        self._cuts[number] += 1
        return self._cuts[number] <= self.MOST

    def forget(self, number: int) -> None:
        """It went well, or is given up."""
        self._cuts.pop(number, None)
