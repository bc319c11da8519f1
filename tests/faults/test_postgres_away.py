"""PostgreSQL is started again while people go on writing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import func, select, text

from bot.clock import Clock
from bot.domain.case import Case
from bot.storage.database import Database
from bot.storage.machinery import inbox
from tests.faults.checking import pending
from tests.faults.nursery import UNHURRIED
from tests.postgres import away
from tests.storage.stores import empty_postgres, open_database
from tests.town import Town

REPORTS = 20
REST_S = 180
"""What a connection that was cut had in hand waits until its lease runs out; a busy machine adds to that."""


@pytest.mark.postgres
async def test_every_report_becomes_one_case_though_the_server_is_gone_for_a_while(
    migrated_postgres: str,
) -> None:
    empty_postgres(migrated_postgres)
    town = Town(migrated_postgres, playbook=UNHURRIED, clock=Clock())  # it goes: what was put off comes due
    await town.open()
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    town.sandbox.on_action = None
    process = asyncio.create_task(town.linli.run())
    gone = away(migrated_postgres)
    for n in range(REPORTS):
        await mei.says(f"/report 电梯坏了，第{n}次", in_=group)
        await asyncio.sleep(0.01)
        if n == REPORTS // 2:
            await asyncio.to_thread(gone.__enter__)
    await asyncio.sleep(0.5)
    await asyncio.to_thread(gone.__exit__, None, None, None)
    looking = open_database(migrated_postgres)  # its connections have not been cut
    try:
        async with asyncio.timeout(REST_S):
            while await _count(looking, Case) < REPORTS or await pending(looking):  # noqa: ASYNC110
                await asyncio.sleep(0.2)
    except TimeoutError:
        pytest.fail(await _what_stands(looking))
    assert not process.done()
    assert await _count(looking, inbox) == REPORTS + 1
    assert await _count(looking, Case) == REPORTS
    process.cancel()
    await asyncio.wait([process])
    await looking.close()
    await town.close()


async def _count(database: Database, what: Any) -> int:
    async with database.look() as uow:
        return await uow.session.scalar(select(func.count()).select_from(what)) or 0


async def _what_stands(database: Database) -> str:
    """What is still waiting and for what, by the rows and by the server."""
    asked = (
        "SELECT id, lane, state, attempts, not_before, lease, lease_until, reference FROM inbox WHERE state <> 'done'",
        "SELECT id, kind, state, attempts, not_before, lease, lease_until FROM outbox WHERE state <> 'sent'",
        "SELECT id, card, state, wanted, shown, attempts, not_before, lease, lease_until FROM placement",
        "SELECT pid, state, wait_event, left(query, 90), now() - xact_start FROM pg_stat_activity"
        " WHERE datname = current_database()",
        "SELECT pid, locktype, mode, granted FROM pg_locks WHERE NOT granted OR locktype = 'advisory'",
    )
    lines = [f"{await _count(database, Case)} cases"]
    async with database.look() as uow:
        for query in asked:
            lines += [query, *(f"  {tuple(row)}" for row in await uow.session.execute(text(query)))]
    return "\n".join(lines)
