"""Reading everything of one kind a slice at a time, so that an export does not stop the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

from sqlalchemy import select

from bot.domain.case import Case
from bot.storage import tables
from bot.storage.database import Database

SLICE = 500


async def every_case(database: Database) -> AsyncIterator[Case]:
    """All cases, by number."""
    last = 0
    while True:
        async with database.look() as uow:
            query = select(Case).where(tables.case.c.id > last).order_by(tables.case.c.id).limit(SLICE)
            cases = list(await uow.session.scalars(query))
        for case in cases:
            yield case
            last = case.id or last
        if len(cases) < SLICE:
            return
