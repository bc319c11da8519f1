"""A team without a group: a few are asked at a time, those asked longest ago first, until somebody claims."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.domain.member import Member, Role
from bot.domain.task import Task, TaskState
from bot.services.asking import ask_member
from bot.services.claims import claim_task, release_task
from bot.services.offering import widen_offers
from bot.services.resting import end_rests, rest
from bot.services.routing import offer_task
from bot.storage.database import Database
from bot.storage.machinery import placement
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, TEAM, newcomer, said_to

STEP = timedelta(minutes=15)
SATURDAY = timedelta(days=3)


async def offered(uow: UnitOfWork, *, urgent: bool = False) -> Task:
    """A task of the team, offered now."""
    task = Task(TEAM, None, NOW)
    uow.add(task)
    await uow.numbered()
    await offer_task(uow, task, None, now=NOW, urgent=urgent)
    return task


async def team_of(uow: UnitOfWork, size: int) -> list[Member]:
    """So many volunteers."""
    return [await newcomer(uow, f"志愿者{n}", team=TEAM) for n in range(size)]


async def asked(database: Database, task_id: int) -> list[int]:
    """The private chats in which the task is, or is to be."""
    async with database.look() as uow:
        rows = await uow.session.scalars(
            select(placement.c.chat_id)
            .where(placement.c.card == "task", placement.c.ref == task_id)
            .order_by(placement.c.id)
        )
        return list(rows)


async def test_five_are_asked_then_the_next_five_until_somebody_claims(database: Database) -> None:
    async with database.work() as uow:
        people = await team_of(uow, 12)
        task = await offered(uow)
    chats = [person.telegram_id for person in people]
    assert await asked(database, 1) == chats[:5]
    async with database.work() as uow:
        assert not await widen_offers(uow, now=NOW + STEP - timedelta(seconds=1))
    async with database.work() as uow:
        assert await widen_offers(uow, now=NOW + STEP)
    assert await asked(database, 1) == chats[:10]
    async with database.work() as uow:
        task = await claim_task(uow, 1, await uow.members.get(people[7].id), now=NOW + STEP)
        assert task.state is TaskState.CLAIMED
    async with database.work() as uow:
        assert not await widen_offers(uow, now=NOW + 3 * STEP)
        await release_task(uow, 1, await uow.members.get(people[7].id), now=NOW + 3 * STEP)
    async with database.work() as uow:
        assert await widen_offers(uow, now=NOW + 3 * STEP)
    assert await asked(database, 1) == chats


async def test_the_next_task_goes_to_those_who_were_not_asked_about_the_last(database: Database) -> None:
    async with database.work() as uow:
        people = await team_of(uow, 8)
        await offered(uow)
    async with database.work() as uow:
        task = await offered(uow)
    chats = [person.telegram_id for person in people]
    assert sorted(await asked(database, task.id or 0)) == sorted(chats[5:] + chats[:2])


async def test_who_was_asked_by_name_has_had_their_turn(database: Database) -> None:
    async with database.work() as uow:
        people = await team_of(uow, 6)
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        other = Task(TEAM, None, NOW)
        uow.add(other)
        await uow.numbered()
        await ask_member(uow, other.id or 0, people[0].id or 0, wang, now=NOW - STEP)
    async with database.work() as uow:
        task = await offered(uow)
    assert people[0].telegram_id not in await asked(database, task.id or 0)


async def test_what_is_urgent_goes_to_all_at_once_also_outside_their_hours(database: Database) -> None:
    async with database.work() as uow:
        people = await team_of(uow, 7)
        people[0].hours = ("weekend_morning",)
        people[1].rest(True, NOW)
        await offered(uow, urgent=True)
    expected = [person.telegram_id for person in people if not person.resting]
    assert sorted(await asked(database, 1)) == sorted(expected)


async def test_where_nobody_wants_to_be_asked_now_the_card_waits_for_their_hours(database: Database) -> None:
    async with database.work() as uow:
        (lin,) = await team_of(uow, 1)
        lin.hours = ("weekend_morning",)
        await offered(uow)
    async with database.look() as uow:
        (at,) = list(await uow.session.scalars(select(placement.c.not_before)))
    assert at == NOW + SATURDAY - timedelta(hours=4)  # Saturday at six
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐", team=TEAM)
        await claim_task(uow, 1, chen, now=NOW)
    assert lin.telegram_id not in await asked(database, 1)


async def test_a_rest_of_a_week_ends_by_itself_and_is_told_once(database: Database) -> None:
    async with database.work() as uow:
        (lin,) = await team_of(uow, 1)
        await rest(uow, lin, True, now=NOW, days=7)
    for days, told in ((6, []), (7, ["rest-over"]), (8, ["rest-over"])):
        async with database.work() as uow:
            await end_rests(uow, now=NOW + timedelta(days=days))
        async with database.look() as uow:
            assert (await uow.members.get(lin.id)).resting is (days < 7)
        assert [key for key, _ in await said_to(database, lin.telegram_id)] == told


async def test_with_nobody_able_the_coordinators_have_it_and_who_is_back_is_asked_then(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        (lin,) = await team_of(uow, 1)
        lin.rest(True, NOW)
        await offered(uow)
    assert await asked(database, 1) == [wang.telegram_id]
    async with database.work() as uow:
        (await uow.members.get(lin.id)).rest(False, NOW)
    async with database.work() as uow:
        await widen_offers(uow, now=NOW + STEP)
    assert await asked(database, 1) == [wang.telegram_id, lin.telegram_id]
