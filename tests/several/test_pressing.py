"""认领 pressed by two at once, where each part of the bot is a process of its own; and again when one of them is killed."""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.faults.crowd import WORDS, Crowd
from tests.faults.people import Shown
from tests.several.crew import Crew, crew, in_order
from tests.storage.stores import empty_postgres

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
REPORTS = 3


def _cards(them: Crew, crowd: Crowd) -> list[tuple[Shown, str]]:
    """Tasks nobody has, as the team's group sees them, oldest first."""
    return sorted(them.people.showing("认领", crowd.team), key=lambda card: int(card[0]["id"]))


async def _report(them: Crew, crowd: Crowd) -> None:
    """Some reports in one group, and the team sees all of them."""
    for number in range(REPORTS):
        text = f"/report {WORDS}，第{number + 1}次"
        await them.people.acts("say", person=crowd.residents[0], chat=crowd.groups[0], text=text)
    await them.until(lambda: len(_cards(them, crowd)) == REPORTS, "the team sees what is to be done")
    async with them.database.work() as uow:  # of its kind two would go
        for task in (await uow.tasks.many(range(1, REPORTS + 1))).values():
            task.set_slots(1, datetime.now(UTC))


async def _race(them: Crew, crowd: Crowd, task: tuple[Shown, str]) -> None:
    """Two press at the same moment: one hears that it is theirs, the other who has it."""
    message, data = task
    before = len(them.people.toasts)
    press = {"chat": crowd.team, "message": message["id"], "data": data}
    both = crowd.volunteers[:2]
    await asyncio.gather(*(them.people.acts("press", person=one, **press) for one in both))
    await them.until(lambda: len(them.people.toasts) >= before + len(both), "both are answered")
    heard = dict(them.people.toasts[before:])
    assert sorted(heard) == sorted(both), "each once"
    [winner] = [one for one, text in heard.items() if "已经接了" not in text]
    [loser] = [one for one in both if one != winner]
    assert "交给您了" in heard[winner]
    assert heard[loser].startswith(f"志愿者{crowd.volunteers.index(winner)}已经接了")
    assert await _holders(them.database, data) == [winner]


async def _holders(database: Database, data: str) -> list[int]:
    async with database.look() as uow:
        task = await uow.tasks.get(int(data.split(":")[1]))
        held = [await uow.members.get(holding.member_id) for holding in task.holders]
    return [one.telegram_id for one in held]


async def test_of_two_who_claim_at_once_one_wins_and_the_other_hears_who_though_a_worker_is_killed(
    tmp_path: Path, migrated_postgres: str
) -> None:
    empty_postgres(migrated_postgres)
    async with crew(tmp_path, migrated_postgres, limits=False) as them:
        crowd = Crowd(them.people, random.Random(1))
        await crowd.move_in(them.database)
        born = await them.births("intake", "worker", "worker", "dispatcher", "clock")
        await _report(them, crowd)
        first, second, third = _cards(them, crowd)
        await _race(them, crowd, first)
        them.kill(born[1])
        await _race(them, crowd, second)
        await _race(them, crowd, third)
        assert await in_order(them.database)
