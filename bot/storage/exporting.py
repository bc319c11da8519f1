"""Reading everything of one kind a slice at a time, so that an export does not stop the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import selectinload

from bot.domain.case import Case
from bot.domain.household import Household
from bot.domain.marks import CERTIFIED, MAY_ENTER, STRONG
from bot.domain.member import Member
from bot.domain.task import Task
from bot.domain.visit import Visit
from bot.rosters.rows import HouseholdRow, MemberRow
from bot.storage import tables
from bot.storage.database import Database

SLICE = 500


async def every_case(database: Database) -> AsyncIterator[Case]:
    """All cases, by number."""
    last = 0
    while True:
        async with database.look() as uow:
            query = select(Case).where(tables.case.c.id > last).order_by(tables.case.c.id).limit(SLICE)
            cases = list(await uow.session.scalars(query))
        for case in cases:
            yield case
            last = case.id or last
        if len(cases) < SLICE:
            return


async def every_task(database: Database) -> AsyncIterator[Task]:
    """All tasks with who took them on, by number."""
    last = 0
    while True:
        async with database.look() as uow:
            whole = select(Task).options(selectinload(Task.holdings))  # type: ignore[arg-type]
            query = whole.where(tables.task.c.id > last).order_by(tables.task.c.id).limit(SLICE)
            tasks = list(await uow.session.scalars(query))
        for task in tasks:
            yield task
            last = task.id or last
        if len(tasks) < SLICE:
            return


async def every_visit(database: Database) -> AsyncIterator[tuple[Visit, Household]]:
    """All visits with who went, and the household, by number."""
    last = 0
    while True:
        async with database.look() as uow:
            whole = select(Visit).options(selectinload(Visit.holds))  # type: ignore[arg-type]
            query = whole.where(tables.visit.c.id > last).order_by(tables.visit.c.id).limit(SLICE // 5)
            visits = list(await uow.session.scalars(query))
            homes = {one.id: one for one in await uow.households.many({v.household_id for v in visits})}
        for one in visits:
            yield one, homes[one.household_id]
            last = one.id or last
        if not visits:
            return


async def listed_households(database: Database) -> AsyncIterator[HouseholdRow]:
    """Everybody behind every door who is on the newest roster."""
    async for row in _listed(database, "households", tables.dweller):
        yield row


async def listed_members(database: Database) -> AsyncIterator[MemberRow]:
    """The volunteers of the newest roster, then those who joined without one."""
    async for row in _listed(database, "members", tables.roster_member):
        yield row
    async with database.look() as uow:
        linked = set(await uow.session.scalars(select(tables.roster_member.c.member_id)))
        teams = [await uow.members.in_team(team.name) for team in uow.playbook.teams]
    for member in {one.id: one for people in teams for one in people if one.id not in linked}.values():
        yield _as_listed(member)


async def _listed(database: Database, kind: str, table: Table) -> AsyncIterator[Any]:
    last = 0
    while True:
        async with database.look() as uow:
            there = (table.c.id > last, table.c.left_at.is_(None))
            query = select(table.c.id).where(*there).order_by(table.c.id).limit(SLICE // 5)
            numbers = list(await uow.session.scalars(query))
            rows = await uow.rosters.register(kind).rows(numbers) if numbers else {}
        for number in sorted(rows):
            yield rows[number]
        if not numbers:
            return
        last = numbers[-1]


def _as_listed(member: Member) -> MemberRow:
    """Somebody who joined in the bot, as a roster would have them."""
    places = [place for place in member.teams if member.in_team(place.team) is place]
    marks = {mark.kind for place in places for mark in place.marks}
    return MemberRow(
        row=0,
        name=member.name,
        phones=(member.phone,) if member.phone else (),
        teams=tuple(place.team for place in places),
        leads=any(place.leads for place in places),
        certified=CERTIFIED in marks or None,
        may_enter=MAY_ENTER in marks or None,
        strong=STRONG in marks or None,
        compound=member.compound,
        building=member.building,
    )
