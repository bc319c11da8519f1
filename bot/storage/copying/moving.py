"""One database into another."""

from __future__ import annotations

from bot.storage.copying.filling import Target, is_empty
from bot.storage.copying.rows import Tally, pack
from bot.storage.copying.snapshot import Snapshot, snapshot
from bot.storage.database import Database
from bot.storage.schema import LATEST
from bot.storage.shared import stand_alone


class NotEmptyError(Exception):
    """The other database holds something else."""


async def move_everything(
    source: Database, target: Database, *, replace: bool
) -> tuple[dict[str, Tally], bool]:
    """The tallies of both sides, which are the same, and whether everything was there already.

    All of it arrives or nothing. Raises NotEmptyError (not with `replace`), AtWorkError, MismatchError.
    """
    async with snapshot(source) as whole:
        expected = await tallies_of(whole)
        async with snapshot(target) as there:
            if there.schema == LATEST and await tallies_of(there) == expected:
                return expected, True
        async with target.work() as uow:
            await stand_alone(uow.session)
            connection = await uow.session.connection()
            if not replace and not await is_empty(connection):
                raise NotEmptyError
            filling = Target(connection)
            await filling.lay_out(LATEST)
            for name, columns in whole.tables.items():
                await filling.fill(name, columns, whole.pages(name))
            await filling.check(expected)
            await filling.go_on_counting()
    return expected, False


async def tallies_of(whole: Snapshot) -> dict[str, Tally]:
    """Of every table."""
    found: dict[str, Tally] = {}
    for name in whole.tables:
        found[name] = Tally()
        async for page in whole.pages(name):
            for row in page:
                found[name].add(pack(row))
    return found
