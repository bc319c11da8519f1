"""PostgreSQL is started again while people go on writing."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select

from bot.domain.case import Case
from bot.storage.machinery import inbox
from tests.faults.checking import pending
from tests.faults.nursery import UNHURRIED
from tests.postgres import away
from tests.storage.stores import empty_postgres
from tests.town import Town

REPORTS = 20
REST_S = 60


@pytest.mark.postgres
async def test_every_report_becomes_one_case_though_the_server_is_gone_for_a_while(
    migrated_postgres: str,
) -> None:
    empty_postgres(migrated_postgres)
    town = Town(migrated_postgres, playbook=UNHURRIED)
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
    async with asyncio.timeout(REST_S):
        while await _cases(town) < REPORTS or await pending(town.linli.database):  # noqa: ASYNC110
            await asyncio.sleep(0.2)
    assert not process.done()
    async with town.linli.database.look() as uow:
        assert await uow.session.scalar(select(func.count()).select_from(inbox)) == REPORTS + 1
    assert await _cases(town) == REPORTS
    process.cancel()
    await asyncio.wait([process])
    await town.close()


async def _cases(town: Town) -> int:
    async with town.linli.database.look() as uow:
        return await uow.session.scalar(select(func.count()).select_from(Case)) or 0
