"""Processes of one bot on one PostgreSQL, killed (-9) one after the other: nothing is lost, nothing waits for long."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.case import Case
from bot.storage.machinery import InboxState, inbox
from tests.faults.checking import pending
from tests.faults.crowd import WORDS, Crowd
from tests.several.crew import Crew, crew, in_order
from tests.storage.stores import empty_postgres

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
AT_MOST_S = 30.0
POLLER, CLOCK = "seat='poller", "seat=clock"


async def _reports(them: Crew, crowd: Crowd, rounds: int) -> None:
    """Everybody reports in every group, one after the other."""
    for _ in range(rounds):
        for group in crowd.groups:
            words = f"{WORDS}，第{len(crowd.said) + 1}次"
            crowd.said.append(words)
            person = crowd.dice.choice(crowd.residents)
            await them.people.acts("say", person=person, chat=group, text=f"/report {words}")


async def _at_rest(them: Crew) -> float:
    """Until everything is dealt with and sent; how long that took. Lists that are edited again and again may go on."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    while await pending(them.database):
        assert loop.time() - began < 2 * AT_MOST_S, "it does not come to rest"
        await asyncio.sleep(0.1)
    return loop.time() - began


async def _dealt_with(them: Crew) -> float:
    """Until every update is dealt with; how long that took."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    while True:
        async with them.database.look() as uow:
            states = list(await uow.session.scalars(select(inbox.c.state)))
        if len(states) >= them.people.acted and InboxState.PENDING not in states:
            return loop.time() - began
        assert loop.time() - began < 2 * AT_MOST_S, f"{len(states)} of {them.people.acted} updates came"
        await asyncio.sleep(0.1)


async def test_whoever_is_killed_another_takes_over_and_every_chat_keeps_its_order(
    tmp_path: Path, migrated_postgres: str
) -> None:
    empty_postgres(migrated_postgres)
    async with crew(tmp_path, migrated_postgres) as them:
        crowd = Crowd(them.people, random.Random(1))
        await crowd.move_in(them.database)
        first = await them.births("intake", "worker", "worker", "dispatcher", "dispatcher", "clock")
        await _dealt_with(them)
        await _reports(them, crowd, 2)
        _, worker, _, dispatcher, _, clock = first
        them.kill(worker)
        took = {"worker": await _dealt_with(them)}
        await _reports(them, crowd, 2)
        them.kill(dispatcher)
        took["dispatcher"] = await _at_rest(them)
        await them.births("intake", "clock")
        assert not them.holds("6-intake", POLLER), "one polls"
        assert not them.holds("7-clock", CLOCK), "one has the clock"
        them.kill(first[0])
        them.kill(clock)
        await _reports(them, crowd, 1)
        took["clock"] = await them.until(lambda: them.holds("7-clock", CLOCK), "the clock is taken over")
        took["intake"] = await _dealt_with(them)
        print(took)
        assert max(took.values()) < AT_MOST_S
        assert await in_order(them.database)
        async with them.database.look() as uow:
            texts = [case.text for case in await uow.session.scalars(select(Case))]
        assert sorted(texts) == sorted(crowd.said)
