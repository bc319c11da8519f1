"""Who asked to be forgotten, so that a backup from before does not bring them back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from bot.disk import make_folder, write_whole
from bot.domain.member import Member
from bot.storage import tables
from bot.storage.crypto import Keychain, WrongKeyError
from bot.storage.machinery import event
from bot.storage.work import UnitOfWork

FORGOTTEN = "forgotten"
"""The kind of event, and the name of the list that lies beside the backups, outside the database."""
LIST = f"{FORGOTTEN}.linli"


@dataclass(frozen=True)
class Erasure:
    """A member of that number was erased then and is called by the pseudonym; open reports went on, or were withdrawn."""

    member_id: int
    at: datetime
    pseudonym: str
    kept_open: bool


async def erasures(uow: UnitOfWork, since: datetime | None = None) -> list[Erasure]:
    """All that the record still holds, or those after that moment, oldest first."""
    kind = select(event).where(event.c.kind == FORGOTTEN).order_by(event.c.id)
    rows = (await uow.session.execute(kind if since is None else kind.where(event.c.at > since))).all()
    numbers = {int(row.subject.removeprefix("member:")): row for row in rows}
    people = await uow.session.scalars(select(Member).where(tables.member.c.id.in_(sorted(numbers))))
    names = {one.id: one.name for one in people}
    return [
        Erasure(number, row.at, names.get(number) or "", bool((row.detail or {}).get("kept_open")))
        for number, row in numbers.items()
    ]


async def last_erasure(uow: UnitOfWork, after: int) -> int | None:
    """The number of the newest event of that kind behind number `after`, if any."""
    query = select(func.max(event.c.id)).where(event.c.id > after, event.c.kind == FORGOTTEN)
    found: int | None = await uow.session.scalar(query)
    return found


async def note_erasures(uow: UnitOfWork, folder: Path) -> None:
    """Puts the list into the folder, where it outlives the database. Raises OSError.

    Who is on it already stays: after a restore the record may know nothing of them, and another backup bring them back.
    A list that cannot be read is kept beside the new one.
    """
    file = folder / LIST
    try:
        noted = read_list(file, uow.keychain)
    except (ValueError, WrongKeyError):
        file.replace(file.with_name(f"{LIST}.unreadable"))
        noted = []
    found = {(one.member_id, one.at): one for one in [*noted, *await erasures(uow)]}
    write_list(file, sorted(found.values(), key=lambda one: one.at), uow.keychain)


def write_list(file: Path, found: list[Erasure], keychain: Keychain) -> None:
    """Puts them, sealed, in the place of the list that is there, in one step. Raises OSError."""
    said = [[one.member_id, one.at.isoformat(), one.pseudonym, one.kept_open] for one in found]
    make_folder(file.parent)
    write_whole(file, keychain.close(json.dumps(said).encode()))


def read_list(file: Path, keychain: Keychain) -> list[Erasure]:
    """None where there is no list. Raises ValueError, WrongKeyError, OSError."""
    if not file.exists():
        return []
    said = json.loads(keychain.open(file.read_bytes()))
    return [Erasure(number, datetime.fromisoformat(at), name, kept) for number, at, name, kept in said]
