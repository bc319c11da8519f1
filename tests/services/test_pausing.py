"""Nobody goes while two people say that nobody is there; afterwards the visits go on by themselves, on either database."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.visit import PauseReason, VisitState
from bot.services.occurrences import open_due_visits
from bot.services.visits.pausing import answer_pause, ask_pause, resume_visits
from bot.storage.database import Database
from bot.storage.pauses import Pauses
from tests.services.cast import NOW, newcomer
from tests.services.rosters import bring, household

DAY = timedelta(days=1)


async def _asked(database: Database) -> tuple[int, int, int]:
    """This week's visit is open; 王社工 has said that she is in hospital for a week. The pause, him, and 李社工."""
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        await open_due_visits(uow, now=NOW)
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        until = uow.playbook.day(NOW + 7 * DAY)
        pause = await ask_pause(uow, 1, PauseReason.AWAY, until, by=wang, now=NOW)
        return pause.id or 0, wang.id or 0, li.id or 0


async def _states(database: Database) -> set[VisitState]:
    async with database.look() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        return {one.state for one in await uow.visits.of_plan(plan.id)}


async def _answer(database: Database, pause: int, who: int) -> None:
    async with database.work() as uow:
        await answer_pause(uow, pause, agree=True, by=await uow.members.get(who), now=NOW)


async def test_a_pause_holds_by_a_second_persons_word_given_once_and_is_over_by_itself(
    database: Database,
) -> None:
    number, wang, li = await _asked(database)
    with pytest.raises(RuleError):
        await _answer(database, number, wang)
    refused = 0

    async def presses() -> None:
        nonlocal refused
        with contextlib.suppress(RuleError):
            await _answer(database, number, li)
            return
        refused += 1

    await asyncio.gather(*(presses() for _ in range(4)))
    assert refused == 3
    assert await _states(database) == {VisitState.PAUSED}
    for days, held in ((7, True), (8, False), (9, False)):
        async with database.work() as uow:
            await resume_visits(uow, now=NOW + days * DAY)
            [pause] = await Pauses(uow.session).of(1)
            assert pause.holds is held
    async with database.work() as uow:
        await open_due_visits(uow, now=NOW + 9 * DAY)
    assert VisitState.OPEN in await _states(database)
