"""A whole database in one sealed file, and out of it again.

Inside stands a line about the copy; then each table: a line with its columns, its rows, a line with how many they were
and the sum of their hashes; and a last line that says that this was all.
"""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from bot.config.versions import ID_LENGTH
from bot.storage.copying.rows import Row, Tally, pack, unpack
from bot.storage.copying.snapshot import PAGE, Snapshot
from bot.storage.copying.strongbox import DamagedError, Strongbox, open_strongbox
from bot.storage.crypto import ID_AT, Keychain, WrongKeyError

_COMMUNITY = 2
"""With what byte a value begins that is sealed under DATA_KEY."""
_AHEAD = 4 * 1024 * 1024


@dataclass(frozen=True)
class About:
    """When a copy was made (what was committed by then is in it), and of which schema."""

    made_at: datetime
    schema: str


async def dump(source: Snapshot, file: IO[bytes], keychain: Keychain, now: datetime) -> dict[str, Tally]:
    """Writes everything into the file and gives the tallies. What an older version of the key sealed is sealed anew.

    Raises WrongKeyError where our key does not open the database.
    """
    tallies: dict[str, Tally] = {}
    with Strongbox(file, keychain) as box:
        box.write(_line(made_at=now.isoformat(), schema=source.schema))
        for name, columns in source.tables.items():
            tallies[name] = tally = Tally()
            box.write(_line(table=name, columns=columns))
            key_at = columns.index("data_key") if "data_key" in columns else None
            async for page in source.pages(name):
                for row in page:
                    packed = pack(_ours(row, key_at, keychain))
                    tally.add(packed)
                    box.write(packed)
            box.write(_line(rows=tally.rows, sum=tally.sum))
        box.write(_line(tables=len(tallies)))
    return tallies


def _ours(row: Row, key_at: int | None, keychain: Keychain) -> Row:
    """With everything under the newest version of our key."""
    if key_at is not None and row[key_at] is not None and _sealed_under(row[key_at]) not in keychain.ids:
        keychain.refresh()
        if _sealed_under(row[key_at]) not in keychain.ids:
            raise WrongKeyError("DATA_KEY does not open this database")
    return tuple(_newest(value, keychain) if isinstance(value, bytes) else value for value in row)


def _newest(value: bytes, keychain: Keychain) -> bytes:
    under = _sealed_under(value)
    if under is None or under == keychain.newest or under not in keychain.ids:
        return value
    return keychain.close(keychain.open(value))


def _sealed_under(value: bytes) -> bytes | None:
    return bytes(value[ID_AT : ID_AT + ID_LENGTH]) if value[:1] == bytes([_COMMUNITY]) else None


def _line(**said: object) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode("ascii") + b"\n"


class Dump:
    """A file that is being read, from its beginning to its end."""

    def __init__(self, opened: io.BufferedReader) -> None:
        self._opened = opened
        said = self._next()
        try:
            self.about = About(datetime.fromisoformat(said["made_at"]), str(said["schema"]))
        except (KeyError, TypeError, ValueError):
            raise DamagedError("it does not say what it is") from None
        self.tallies: dict[str, Tally] = {}
        """Of the tables read so far."""

    def tables(self) -> Iterator[tuple[str, list[str]]]:
        """One after the other, with their columns; all `pages` of one must be read before the next."""
        while "table" in (said := self._next()):
            self.tallies[said["table"]] = Tally()
            yield said["table"], said["columns"]
        if said.get("tables") != len(self.tallies) or self._opened.read(1):
            raise DamagedError("tables are missing")

    def pages(self, name: str) -> Iterator[list[Row]]:
        """The rows of the table that was begun. Raises DamagedError, at the end also where the sum is another."""
        tally, page, size = self.tallies[name], list[Row](), 0
        while isinstance(said := self._next(), list):
            row = unpack(said, self._bytes)
            packed = pack(row)
            tally.add(packed)
            page.append(row)
            size += len(packed)
            if len(page) >= PAGE or size >= _AHEAD:
                yield page
                page, size = [], 0
        if page:
            yield page
        if said != {"rows": tally.rows, "sum": tally.sum}:
            raise DamagedError(f"rows of {name} are missing or were changed")

    def to_the_end(self) -> None:
        """Reads all of it, to see whether it is whole. Raises DamagedError."""
        for name, _ in self.tables():
            for _page in self.pages(name):
                pass

    def _next(self) -> Any:
        line = self._opened.readline()
        try:
            return json.loads(line)
        except ValueError:
            raise DamagedError("the file ends too early") from None

    def _bytes(self, length: int) -> bytes:
        found = self._opened.read(length)
        if len(found) < length:
            raise DamagedError("the file ends too early")
        return found


@contextmanager
def open_dump(path: Path, keychain: Keychain) -> Iterator[Dump]:
    """Opens a backup. Raises DamagedError, ForeignKeyError, OSError."""
    with path.open("rb") as file:
        yield Dump(open_strongbox(file, keychain))


async def paged(pages: Iterator[list[Row]]) -> AsyncIterator[list[Row]]:
    """Pages of a file as a database gives them."""
    for page in pages:
        yield page
