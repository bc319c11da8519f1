"""What goes into a column comes out as the rules expect it, on either database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError

from bot.domain.member import Member, Role
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.machinery import occurrence

NOON = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)


async def _kept(database: Database, at: datetime) -> datetime | None:
    async with database.work() as uow:
        await uow.session.execute(insert(occurrence).values(period_key="once", at=at))
    async with database.look() as uow:
        return await uow.session.scalar(select(occurrence.c.at))


@pytest.mark.parametrize(
    "at",
    [
        NOON,
        NOON.astimezone(timezone(timedelta(hours=8))),
        NOON + timedelta(microseconds=1),
        datetime(1987, 4, 12, 3, 30, tzinfo=UTC),
    ],
)
async def test_an_instant_comes_back_as_the_same_moment_aware_in_utc(
    database: Database, at: datetime
) -> None:
    kept = await _kept(database, at)
    assert kept == at
    assert kept is not None
    assert kept.utcoffset() == timedelta()


async def test_a_naive_instant_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="naive"):
        await _kept(database, NOON.replace(tzinfo=None))


async def test_moments_of_different_zones_are_compared_as_moments(database: Database) -> None:
    await _kept(database, NOON.astimezone(timezone(timedelta(hours=-11))))
    async with database.look() as uow:
        before = select(occurrence.c.at).where(occurrence.c.at < NOON + timedelta(seconds=1))
        after = select(occurrence.c.at).where(occurrence.c.at > NOON)
        assert await uow.session.scalar(before) == NOON
        assert await uow.session.scalar(after) is None


async def test_a_role_is_found_among_several_and_not_by_a_part_of_its_name(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(1, "一", roles=frozenset({Role.RESIDENT, Role.COORDINATOR})))
        uow.add(Member(2, "二", roles=frozenset({Role.BUILDING_HEAD})))
        uow.add(Member(3, "三", roles=frozenset()))
    async with database.look() as uow:
        assert [m.telegram_id for m in await uow.members.coordinators()] == [1]
        query = select(tables.member.c.telegram_id).where(tables.member.c.roles.holding("head"))
        assert (await uow.session.scalars(query)).all() == []
        people = await uow.members.by_telegram([1, 2, 3])
        assert people[1].roles == {Role.RESIDENT, Role.COORDINATOR}
        assert people[3].roles == frozenset()


async def test_a_telegram_number_beyond_32_bits_is_kept(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(2**52 - 1, "远"))
    async with database.look() as uow:
        assert (2**52 - 1) in await uow.members.by_telegram([2**52 - 1])
