"""One list a person: two a day at most, whatever is not taken, and the older one is never edited for ever."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.domain.marks import MAY_ENTER, Mark
from bot.domain.member import Role
from bot.domain.visit import VisitState
from bot.services.occurrences import open_due_visits
from bot.services.visits.listing import open_rounds, send_lists
from bot.services.visits.visiting import move_visits
from bot.storage.database import Database
from bot.storage.machinery import PlaceState, placement
from bot.storage.tables import visit
from tests.services.cast import NOW, cards_in, newcomer
from tests.services.rosters import bring, household
from tests.storage.stores import open_database
from tests.town import PLAYBOOK, TEAM

MIDNIGHT = datetime(2026, 3, 8, 16, tzinfo=UTC)  # Monday 00:00 in Xiamen
_p = placement.c


async def _people(database: Database, homes: int) -> None:
    rows = [household(f"老人{n}", room=str(500 + n), kinds="独居") for n in range(homes)]
    await bring(database, "households", *rows)
    async with database.work() as uow:
        for name, leads in (("林伯", False), ("陈姐", False), ("吴队长", True)):
            member = await newcomer(uow, name, team=TEAM, leads=leads)
            member.teams[0].marks = (Mark(MAY_ENTER, NOW),)
        await newcomer(uow, "王社工", Role.COORDINATOR)
        await newcomer(uow, "李社工", Role.COORDINATOR)


async def _tick(database: Database, now: datetime) -> Counter[int]:
    """One tick, and everything shown; how many standing messages it edited, by chat."""
    for happen in (open_due_visits, move_visits, send_lists):
        more = True
        while more:
            async with database.work() as uow:
                more = await happen(uow, now=now)
    async with database.work() as uow:
        behind = (_p.state == PlaceState.LIVE, _p.wanted > _p.shown)
        stale = list(await uow.session.scalars(select(_p.chat_id).where(*behind, _p.shown > 0)))
        await uow.session.execute(update(placement).where(*behind).values(shown=_p.wanted, message_id=_p.id))
    return Counter(stale)


async def test_twenty_visits_nobody_takes_for_three_weeks_are_two_lists_a_day_and_hardly_an_edit(
    sqlite_url: str,
) -> None:
    database = open_database(sqlite_url)
    await _people(database, 20)
    edits: Counter[tuple[int, int]] = Counter()
    hours = [24 * day + hour for day in range(21) for hour in (8.5, 16.5, 18.1)]
    for hour in hours:
        now = MIDNIGHT + timedelta(hours=hour)
        for chat, count in (await _tick(database, now)).items():
            edits[chat, PLAYBOOK.day(now).toordinal()] += count
    async with database.look() as uow:
        query = select(_p.chat_id, _p.created_at).where(_p.card.in_(("my_visits", "calls", "visit_offer")))
        lists = Counter(
            (row.chat_id, PLAYBOOK.day(row.created_at)) for row in await uow.session.execute(query)
        )
        live = select(_p.chat_id).where(_p.state == PlaceState.LIVE, _p.card == "my_visits")
        standing = Counter(await uow.session.scalars(live))
        weekly = select(visit.c.state).where(
            visit.c.programme == "lonely", visit.c.closes_at < MIDNIGHT + timedelta(days=21)
        )
        states = Counter(await uow.session.scalars(weekly))
    assert max(lists.values()) <= 2
    assert max(edits.values(), default=0) <= 3
    assert set(standing.values()) == {1}
    assert states == {VisitState.MISSED: 80}
    days = {day for chat, day in lists if chat == 6_100_000_004}
    assert len(days) >= 12, "the office is asked again and again"
    await database.close()


async def test_after_two_days_of_standstill_there_is_one_list(database: Database) -> None:
    await _people(database, 20)
    await _tick(database, MIDNIGHT + timedelta(hours=58))
    for chat in (6_100_000_001, 6_100_000_002):
        assert await cards_in(database, chat) == ["my_visits"]


async def test_by_night_nobody_is_told_anything(database: Database) -> None:
    await _people(database, 1)
    await _tick(database, MIDNIGHT + timedelta(hours=3))
    assert await cards_in(database, 6_100_000_001) == []
    await _tick(database, MIDNIGHT + timedelta(hours=8, minutes=30))
    assert await cards_in(database, 6_100_000_001) == ["my_visits"]


async def test_whoever_looks_has_seen_what_is_new(database: Database) -> None:
    await _people(database, 1)
    now = MIDNIGHT + timedelta(hours=8, minutes=31)
    async with database.work() as uow:
        await open_due_visits(uow, now=now)
    async with database.work() as uow:
        await move_visits(uow, now=now)
        await open_rounds(uow, await uow.members.get(1), now=now, round_=1)
    await _tick(database, now)
    assert await cards_in(database, 6_100_000_001) == ["my_visits"]
