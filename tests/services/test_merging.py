"""Merging, on every database."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.case import CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.place import Place
from bot.services.claims import claim_task
from bot.services.following import follow_case
from bot.services.merging import merge_cases
from bot.services.reports import Report, file_report
from bot.storage.database import Database
from bot.storage.decisions import Decisions
from tests.services.cast import NOW, cards_in, newcomer, said_to

HERE = Place("源昌鑫海湾", "3号楼")


async def test_everybody_who_waited_for_one_waits_for_the_other_and_nobody_twice(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        mei, qiang, lin = [await newcomer(uow, name) for name in ("梅阿姨", "阿强", "林伯")]
        for reporter in (mei, qiang):
            await file_report(uow, Report("楼道漏水", HERE, "leak"), reporter, now=NOW)
        for follower in (mei, lin):
            await follow_case(uow, await uow.cases.get(2), follower, now=NOW)
        await merge_cases(uow, 2, 1, wang, now=NOW)
    async with database.look() as uow:
        assert await uow.cases.followers(1) == {qiang.id, lin.id}
        assert (await uow.cases.get(1)).followers == 2
        assert await Decisions(uow.session).merged_into(1) == [2]
    assert [key for key, _ in await said_to(database, qiang.telegram_id)] == ["merged-told"]
    assert "followed" in await cards_in(database, qiang.telegram_id)


async def test_who_was_on_the_way_for_the_merged_one_is_told(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        chen = await newcomer(uow, "陈姐", team="爱禾缘志愿者")
        for _ in range(2):
            await file_report(uow, Report("楼道漏水", HERE, "leak"), None, now=NOW)
        await claim_task(uow, 2, by=chen, now=NOW)
        await merge_cases(uow, 2, 1, wang, now=NOW)
    assert "task-merged" in [key for key, _ in await said_to(database, chen.telegram_id) if key]


async def test_two_cases_merged_into_each_other_at_once_leave_one(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        for _ in range(2):
            await file_report(uow, Report("楼道漏水", HERE, "leak"), None, now=NOW)

    async def merge(one: int, other: int) -> str:
        try:
            async with database.work() as uow:
                await merge_cases(uow, one, other, await uow.members.get(wang.id), now=NOW)
            return "merged"
        except RuleError as no:
            return no.key

    assert sorted(await asyncio.gather(merge(1, 2), merge(2, 1))) == ["merged", "no-case-over"]
    async with database.look() as uow:
        assert [(await uow.cases.get(n)).state for n in (1, 2)].count(CaseState.MERGED) == 1


async def test_a_resident_merges_nothing(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        for _ in range(2):
            await file_report(uow, Report("楼道漏水", HERE, "leak"), mei, now=NOW)
        with pytest.raises(RuleError, match="no-coordinators-only"):
            await merge_cases(uow, 2, 1, mei, now=NOW)
