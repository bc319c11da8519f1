"""Each period of a plan has exactly one visit, whatever the clock did; plans follow from the care list."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, select

from bot.domain.visit import Pause, PauseReason, Visit, VisitPlan, VisitState
from bot.services.occurrences import open_due_visits
from bot.services.visits.beginning import start_event
from bot.services.visits.planning import plan_everybody, plan_people
from bot.storage import tables
from bot.storage.database import Database
from tests.services.cast import NOW
from tests.services.rosters import apply, bring, household, read, undo

MONDAY = datetime(2026, 3, 8, 16, 0, tzinfo=UTC)  # 00:00 in Xiamen, when a week begins
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


async def plans_of(database: Database, programme: str = "lonely") -> list[VisitPlan]:
    """The plans of a programme."""
    async with database.look() as uow:
        return [one for one in await uow.visits.running(0, 1000) if one.programme == programme]


async def visits_of(database: Database, programme: str = "lonely") -> list[Visit]:
    """A programme's visits, oldest first."""
    async with database.look() as uow:
        found = []
        for plan in await uow.visits.running(0, 1000):
            if plan.programme == programme:
                found += (await uow.visits.of_plan(plan.id))[::-1]
        return found


async def tick(database: Database, now: datetime) -> None:
    """Until nothing is due."""
    more = True
    while more:
        async with database.work() as uow:
            more = await open_due_visits(uow, now=now)


async def test_a_roster_gives_each_household_its_plans_once(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"), household("住户乙", room="502"))
    assert {plan.programme for plan in await plans_of(database)} == {"lonely"}
    async with database.look() as uow:
        keys = {plan.programme for plan in await uow.visits.running(0, 100)}
    assert {"lonely", "lonely_leaders", "festival_spring", "festival_aged"} <= keys
    await bring(database, "households", household("郑奶奶", kinds="独居", remark="腿不好"))
    assert len(await plans_of(database)) == 1


async def test_a_roster_that_is_taken_back_takes_its_plans_along(database: Database) -> None:
    roster = await read(database, "households", household("郑奶奶", kinds="独居"))
    await apply(database, roster)
    await undo(database, roster)
    async with database.look() as uow:
        assert await uow.visits.running(0, 100) == []
        assert await uow.session.scalar(select(func.count()).select_from(tables.household)) == 0


async def test_once_somebody_is_to_be_visited_the_door_stays(database: Database) -> None:
    roster = await read(database, "households", household("郑奶奶", kinds="独居"))
    await apply(database, roster)
    await tick(database, MONDAY)
    await undo(database, roster)
    assert len(await visits_of(database)) == 2


async def test_a_plan_somebody_stopped_is_not_begun_again_by_the_day(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        for plan in await uow.visits.running(0, 100):
            plan.stopped_at, plan.next_at = NOW, None
        assert await plan_everybody(uow, now=NOW) == 0
        assert await plan_people(uow, [1], now=NOW) == 0


async def test_who_was_visited_once_for_a_reason_is_not_on_the_list_for_ever(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        await start_event(uow, 1, "quarrel", NOW, by=None, now=NOW)
        await plan_everybody(uow, now=NOW + timedelta(hours=1))
    assert [one.event for one in await plans_of(database, "quarrel")] == ["quarrel"], (
        "somebody has still to go"
    )
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.event]
        [visit] = await uow.visits.of_plan(plan.id)
        visit.meet(1, NOW, for_them=True)
    async with database.work() as uow:
        await plan_everybody(uow, now=NOW + DAY)
    assert await plans_of(database, "quarrel") == []
    assert len(await plans_of(database)) == 1


async def test_after_a_return_come_the_days_before_the_day_itself_and_then_every_half_year(
    database: Database,
) -> None:
    await bring(database, "households", household("甲", kinds="残疾"))
    back = NOW + timedelta(days=20)
    async with database.work() as uow:
        await start_event(uow, 1, "release", back, by=None, now=NOW)
    await tick(database, NOW)
    async with database.look() as uow:
        plans = {one.programme: one for one in await uow.visits.running(0, 100) if one.event == "release"}
        visits = {key: await uow.visits.of_plan(one.id) for key, one in plans.items()}
    assert set(plans) == {"release_before", "release_day", "resettled"}
    assert [len(visits[key]) for key in ("release_before", "release_day", "resettled")] == [1, 1, 0]
    assert visits["release_before"][0].closes_at == back == visits["release_day"][0].opens_at
    opens = plans["resettled"].next_at
    assert opens is not None
    assert opens > back


async def test_a_week_has_one_visit_however_often_the_clock_ticks(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    await tick(database, NOW)
    for minutes in (0, 0, 1, 30, 60 * 24, -60, 60 * 24 * 6):
        await tick(database, MONDAY + timedelta(minutes=minutes))
    [first, visit] = await visits_of(database)
    assert first.period_key == "2026-W10"
    assert (visit.period_key, visit.state) == ("2026-W11", VisitState.OPEN)
    assert visit.next_at == MONDAY


async def test_after_a_standstill_every_week_has_its_visit_and_only_the_last_asks_for_anybody(
    database: Database,
) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    await tick(database, MONDAY + 3 * WEEK + DAY)
    visits = await visits_of(database)
    assert [visit.period_key for visit in visits] == [f"2026-W{week}" for week in range(10, 15)]
    assert [visit.state for visit in visits] == [VisitState.MISSED] * 4 + [VisitState.OPEN]
    assert [visit.next_at is None for visit in visits] == [True] * 4 + [False]


async def test_two_tickers_that_both_saw_the_same_week_leave_one_visit(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    await tick(database, MONDAY)
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        plan.next_at, plan.given_at, plan.given_key = MONDAY, None, None
    await tick(database, MONDAY)
    assert len(await visits_of(database)) == 2


async def test_ten_days_after_the_last_contact_at_the_latest(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    await tick(database, NOW)
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        plan.last_contact_at = MONDAY - 8 * DAY
    await tick(database, MONDAY)
    [_, visit] = await visits_of(database)
    assert visit.due_at == MONDAY + 2 * DAY
    assert visit.closes_at > visit.due_at


async def test_a_week_for_which_two_people_said_pause_is_paused_and_the_next_is_not(
    database: Database,
) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        pause = Pause(PauseReason.HOSPITAL, 1, NOW, date(2026, 3, 15), household_id=plan.household_id)
        pause.agree(2, NOW)
        uow.add(pause)
    await tick(database, NOW)
    await tick(database, MONDAY)
    await tick(database, MONDAY + WEEK)
    states = [visit.state for visit in await visits_of(database)]
    assert states == [VisitState.PAUSED, VisitState.PAUSED, VisitState.OPEN]
    [plan] = await plans_of(database)
    assert plan.pauses[0].reason is PauseReason.HOSPITAL


async def test_what_came_of_a_visit_is_sealed(database: Database) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    await tick(database, MONDAY)
    async with database.work() as uow:
        visit = await uow.visits.get((await visits_of(database))[-1].id)
        visit.claim(1, "林伯", MONDAY + DAY, MONDAY)
        visit.turn_away(1, MONDAY + DAY)
    async with database.look() as uow:
        raw = await uow.session.connection()
        row = (await raw.exec_driver_sql("select outcome from visit where outcome is not null")).one()
        assert b"refused" not in bytes(row.outcome)
        assert (await uow.visits.get(visit.id)).outcome == "refused"
