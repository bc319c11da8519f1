"""A backup is put back: everything as it was, but nobody who asked to be forgotten since, and nothing sent twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.services.halting import halt_work
from bot.services.leaving import forget_again
from bot.storage.copying.afterwards import bury_what_waited, park_what_waited
from bot.storage.copying.dump import Dump, paged
from bot.storage.copying.filling import Target
from bot.storage.forgotten import Erasure
from bot.storage.schema import upgrade
from bot.storage.shared import stand_alone
from bot.storage.work import UnitOfWork

_MARGIN = timedelta(hours=1)
"""Who was forgotten so shortly before a backup may be in it all the same: they asked, and it was done while it was made."""


@dataclass(frozen=True)
class Restored:
    """So many rows are back; so many posts and cards, and so many updates (`dead`), wait for a person; so much long
    work does not go on by itself; so many people were erased again."""

    rows: int
    parked: int
    dead: int
    halted: int
    erased: int


async def restore_copy(
    uow: UnitOfWork, dump: Dump, erasures: Iterable[Erasure], *, now: datetime
) -> Restored:
    """In the place of whatever the database holds, and brought to the newest schema.

    Raises AtWorkError, DamagedError, MismatchError, SchemaTooNewError: then nothing has changed.
    """
    await stand_alone(uow.session)
    connection = await uow.session.connection()
    target = Target(connection)
    await target.lay_out(dump.about.schema)
    for name, columns in dump.tables():
        await target.fill(name, columns, paged(dump.pages(name)))
    await target.check(dump.tallies)
    await target.go_on_counting()
    await connection.run_sync(upgrade)
    parked, dead = await park_what_waited(uow, now), await bury_what_waited(uow, now)
    halted = await halt_work(uow, now)
    erased = 0
    for one in erasures:
        if one.at > dump.about.made_at - _MARGIN:
            erased += await forget_again(uow, one, now=now)
    uow.record("restored", "backup:0", now=now, made_at=dump.about.made_at.isoformat())
    rows = sum(one.rows for one in dump.tallies.values())
    return Restored(rows, parked, dead, halted, erased)
