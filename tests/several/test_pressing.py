"""认领 pressed by two at once, where each part of the bot is a process of its own; and again when one of them is killed.

And 停用 pressed in one of them: it holds in the other, which was not there when that happened.
"""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.consent import TEXT
from bot.domain.member import Member, Role
from bot.storage.database import Database
from bot.ui.buttons.access import SuspendButton
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


async def _coordinator(them: Crew) -> int:
    """王社工; returns his number."""
    wang: int = (await them.people.does("person", name="王社工"))["id"]
    await them.people.acts("start", person=wang)
    hats = frozenset({Role.RESIDENT, Role.COORDINATOR})
    async with them.database.work() as uow:
        uow.add(Member(wang, "王社工", roles=hats, consented=TEXT, started_at=datetime.now(UTC)))
    return wang


async def _suspension(them: Crew, wang: int, person: int) -> tuple[Shown, str]:
    """A card of his to press on, and what the last 停用 about somebody holds; the steps up to it are left out."""
    async with them.database.look() as uow:
        member = (await uow.members.by_telegram([person]))[person]
    await them.people.acts("say", person=wang, chat=wang, text="/people")
    await them.until(lambda: them.people.showing("王社工", wang), "he sees who there is")
    [(card, _)] = them.people.showing("王社工", wang)
    return card, SuspendButton(member.id or 0).pack()


async def _press(them: Crew, person: int, card: tuple[Shown, str]) -> str:
    """What they hear at once."""
    message, data = card
    before = len(them.people.toasts)
    body = {"chat": message["chat"], "message": message["id"], "data": data}
    await them.people.acts("press", person=person, **body)
    await them.until(lambda: len(them.people.toasts) > before, "they are answered")
    [(who, heard)] = them.people.toasts[before:]
    assert who == person
    return heard


async def _holders(database: Database, data: str) -> list[int]:
    async with database.look() as uow:
        task = await uow.tasks.get(int(data.split(":")[1]))
        held = [await uow.members.get(holding.member_id) for holding in task.holders]
    return [one.telegram_id for one in held]


async def test_of_two_claims_one_wins_and_whom_one_process_suspended_the_other_refuses_when_that_is_killed(
    tmp_path: Path, migrated_postgres: str
) -> None:
    empty_postgres(migrated_postgres)
    async with crew(tmp_path, migrated_postgres, limits=False) as them:
        crowd = Crowd(them.people, random.Random(1))
        await crowd.move_in(them.database)
        wang, fang = await _coordinator(them), crowd.volunteers[3]
        born = await them.births("intake", "worker", "worker", "dispatcher", "clock")
        suspension, _ = await asyncio.gather(_suspension(them, wang, fang), _report(them, crowd))
        first, second, third = _cards(them, crowd)
        await _race(them, crowd, first)
        async with them.asleep(born[1]):
            assert "已经接了" in await _press(them, fang, first), "the other process has met them"
        async with them.asleep(born[2]):
            assert "停用了" in await _press(them, wang, suspension)
            them.kill(born[1])
        assert "您的账号停用了" in await _press(them, fang, second)
        await _race(them, crowd, second)
        await _race(them, crowd, third)
        assert await in_order(them.database)
