"""Backups as files: made while everything goes on, read back before they count, and not kept for ever."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from sqlalchemy import func, select

from bot.disk import make_folder, onto_disk
from bot.domain.backup import AHEAD, Keeping, made_at
from bot.storage.copying.dump import dump, open_dump
from bot.storage.copying.rows import Tally
from bot.storage.copying.snapshot import snapshot
from bot.storage.crypto import Keychain
from bot.storage.database import Database
from bot.storage.machinery import event
from bot.storage.work import UnitOfWork

_MADE = "backed_up"
_DRAFT = ".part"


@dataclass(frozen=True)
class Made:
    """A backup that was read back."""

    file: Path
    tallies: dict[str, Tally]

    @property
    def rows(self) -> int:
        """All of them."""
        return sum(one.rows for one in self.tallies.values())


async def make_backup(database: Database, file: Path, now: datetime) -> Made:
    """Of what is committed now, of whatever schema. Under its name it stands only when it is whole and on the disk.

    Raises WrongKeyError, DamagedError (the disk gave back something else), OSError.
    """
    make_folder(file.parent)
    _sweep(file.parent)
    draft = file.with_name(f".{file.name}{_DRAFT}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX)
            async with snapshot(database) as source:
                tallies = await dump(source, opened, database.keychain, now)
            opened.flush()
            os.fsync(opened.fileno())
        check_backup(draft, database.keychain)
        draft.replace(file)
        onto_disk(file.parent)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return Made(file, tallies)


def _sweep(folder: Path) -> None:
    """Half a backup of whoever died making it goes; one that is being made is held by its process."""
    for draft in folder.glob(f".*.backup{_DRAFT}"):
        with suppress(OSError), draft.open("rb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            draft.unlink()


def check_backup(file: Path, keychain: Keychain) -> datetime:
    """Reads all of it; when it was made. Raises DamagedError, ForeignKeyError, OSError."""
    with open_dump(file, keychain) as opened:
        opened.to_the_end()
        return opened.about.made_at


def newest_in(folder: Path, now: datetime) -> datetime | None:
    """When the newest backup there was made, by its name."""
    made = (made_at(one.name) for one in _files(folder))
    return max((at for at in made if at is not None and at <= now + AHEAD), default=None)


def drop_old(folder: Path, keeping: Keeping, zone: tzinfo, now: datetime) -> list[str]:
    """Deletes what need not be kept; the names. Anything that is not ours is left alone."""
    gone = keeping.too_many([one.name for one in _files(folder)], zone, now)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    return gone


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def record_backup(uow: UnitOfWork, made: Made, *, now: datetime) -> None:
    """That there is one, for those who ask how old it is."""
    uow.record(_MADE, "backup:0", now=now, rows=made.rows)


async def last_backup_at(uow: UnitOfWork, now: datetime) -> datetime | None:
    """When the last one was made of this database."""
    ours = (event.c.subject == "backup:0", event.c.kind == _MADE, event.c.at <= now + AHEAD)
    found: datetime | None = await uow.session.scalar(select(func.max(event.c.at)).where(*ours))
    return found
