"""A reported case with its task, and the people around it, for tests of what becomes of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.domain.case import Case
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.task import Task
from bot.services.claims import claim_task
from bot.services.reports import Report, file_report
from bot.services.results import finish_task
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.machinery import outbox, placement
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, newcomer
from tests.town import BUILDING, COMPOUND

CREW = "退役军人应急突击队"  # does what is "carry": two people, nothing else needed
SOLO = "绿禾缘快乐环保社"  # does what is "recycle": one person
FLAT = Place(COMPOUND, BUILDING, "2", "1502")


async def reported(
    uow: UnitOfWork,
    by: Member | None,
    category: str = "recycle",
    text: str = "旧沙发没地方扔",
    files: tuple[File, ...] = (),
    now: datetime = NOW,
) -> tuple[Case, Task]:
    """A case in a team's hands, and its task."""
    case = await file_report(uow, Report(text, FLAT, category, files=files), by, now=now)
    [task] = await uow.tasks.of_case(case.id)
    return case, task


async def done(
    uow: UnitOfWork, by: Member | None, category: str = "recycle", now: datetime = NOW
) -> tuple[Case, Task]:
    """A case said to be done at `now`."""
    chen = await helper(uow)
    case, task = await reported(uow, by, category)
    await claim_task(uow, task.id or 0, chen, now=now)
    await finish_task(uow, task.id or 0, chen, now=now)
    return case, task


async def resident(uow: UnitOfWork, name: str = "梅阿姨", *, started: bool = True) -> Member:
    """Who reports."""
    return await newcomer(uow, name, started=started)


async def coordinator(uow: UnitOfWork, name: str = "王社工") -> Member:
    """Who answers for the community."""
    return await newcomer(uow, name, Role.COORDINATOR)


async def helper(uow: UnitOfWork, name: str = "陈姐", team: str = SOLO, *, leads: bool = False) -> Member:
    """Who may claim."""
    return await newcomer(uow, name, team=team, leads=leads)


async def member(database: Database, member_id: int | None) -> Member:
    """As a new transaction finds them."""
    async with database.look() as uow:
        return await uow.members.get(member_id)


async def rounds_of(database: Database, card: str, chat_id: int) -> int:
    """How often a card was put in a chat."""
    async with database.look() as uow:
        rows = await uow.session.scalars(
            select(placement.c.id).where(placement.c.card == card, placement.c.chat_id == chat_id)
        )
        return len(rows.all())


async def keys_to(database: Database, chat_id: int) -> list[str]:
    """Keys of all that was said or sent to a chat."""
    async with database.look() as uow:
        rows = await uow.session.scalars(
            select(outbox.c.body).where(outbox.c.chat_id == chat_id).order_by(outbox.c.id)
        )
        return [body["key"] for body in rows if body.get("key")]
