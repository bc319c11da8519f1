"""A hundred people press at once: one winner a slot, everybody answered, on every database."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.task import TaskState
from bot.services.claims import claim_task
from bot.storage.database import Database
from tests.services.cast import NOW
from tests.services.doing import CREW, SOLO, helper, member, reported

LATER = NOW + timedelta(minutes=5)


@pytest.mark.parametrize(("category", "team", "winners"), [("recycle", SOLO, 1), ("carry", CREW, 2)])
async def test_a_hundred_presses_in_as_many_transactions_have_one_winner_a_slot(
    database: Database, category: str, team: str, winners: int
) -> None:
    async with database.work() as uow:
        people = [(await helper(uow, f"队员{n}", team)).id for n in range(100)]
        _, task = await reported(uow, None, category)
    answers: list[str] = []

    async def press(member_id: int | None) -> None:
        try:
            async with database.work() as uow:
                person = await uow.members.get(member_id)
                await claim_task(uow, task.id or 0, person, now=NOW)
            answers.append("won")
        except RuleError as no:
            answers.append(no.key)

    await asyncio.gather(*(press(one) for one in people))
    assert sorted(answers) == ["no-already-claimed"] * (100 - winners) + ["won"] * winners
    async with database.look() as uow:
        found = await uow.tasks.get(task.id)
        assert (len(found.holders), found.state) == (winners, TaskState.CLAIMED)


async def test_a_hundred_presses_in_one_transaction_have_one_winner(database: Database) -> None:
    async with database.work() as uow:
        people = [await helper(uow, f"队员{n}") for n in range(100)]
        _, task = await reported(uow, None)
        answers = []
        for person in people:
            try:
                await claim_task(uow, task.id or 0, person, now=NOW)
                answers.append("won")
            except RuleError as no:
                answers.append(no.key)
    assert answers == ["won"] + ["no-already-claimed"] * 99
    assert (await member(database, people[0].id)).name == "队员0"
