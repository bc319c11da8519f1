"""Who goes is one person only, and nothing of a visit is left lying, on either database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.marks import MAY_ENTER, Mark
from bot.domain.member import Member, Role
from bot.domain.task import HoldState
from bot.domain.visit import Outcome, Visit, VisitState
from bot.services.occurrences import open_due_visits
from bot.services.visits import visiting
from bot.services.visits.listing import send_lists
from bot.services.visits.pairing import pair_helper
from bot.services.visits.promising import claim_visit, hand_back_visit, tell_outcome
from bot.services.visits.visiting import move_visits
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, cards_in, newcomer
from tests.services.rosters import bring, household
from tests.town import TEAM

LATER = NOW + timedelta(hours=3)


async def _helper(uow: UnitOfWork, name: str) -> Member:
    member = await newcomer(uow, name, team=TEAM)
    member.teams[0].marks = (Mark(MAY_ENTER, NOW),)
    return member


async def _weekly(uow: UnitOfWork) -> Visit:
    [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
    [visit] = await uow.visits.of_plan(plan.id)
    return visit


async def _tick(database: Database, now: datetime) -> None:
    async with database.work() as uow:
        await move_visits(uow, now=now)
    async with database.work() as uow:
        await send_lists(uow, now=now)


async def _offered(database: Database) -> tuple[int, int, int]:
    """This week's visit, asked of its paired helper; and another who may enter homes."""
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        lin, chen = await _helper(uow, "林伯"), await _helper(uow, "陈姐")
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await pair_helper(uow, 1, lin.id or 0, by=wang, now=NOW)
        await open_due_visits(uow, now=NOW)
    await _tick(database, NOW)
    async with database.look() as uow:
        visit = await _weekly(uow)
    assert visit.state is VisitState.OFFERED
    return visit.id or 0, lin.id or 0, chen.id or 0


async def test_the_helper_is_asked_and_a_second_tick_asks_nobody_again(database: Database) -> None:
    await _offered(database)
    await _tick(database, NOW)
    assert (await cards_in(database, 6_100_000_001)).count("my_visits") == 1


async def test_a_large_team_is_asked_about_a_few_visits_at_a_time_and_in_the_end_about_all(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visiting, "ASKED", 2)
    await bring(
        database, "households", *(household(f"住户{n}", room=f"{n}01", kinds="独居") for n in range(1, 4))
    )
    async with database.work() as uow:
        for name in ("林伯", "陈姐"):
            await _helper(uow, name)
        await open_due_visits(uow, now=NOW)
    rounds = []
    for more in (True, True, False):
        async with database.work() as uow:
            assert await move_visits(uow, now=NOW) is more
        async with database.look() as uow:
            plans = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
            visits = [(await uow.visits.of_plan(one.id))[0] for one in plans]
            rounds.append(sum(one.state is VisitState.OFFERED for one in visits))
    assert rounds == [1, 2, 3]


async def test_who_has_been_before_goes_alone_and_the_next_is_told_so(database: Database) -> None:
    number, lin, chen = await _offered(database)
    async with database.work() as uow:
        visit = await uow.visits.get(number)
        held = visit.claim(lin, "林伯", LATER, NOW)
        held.state = HoldState.DONE  # once before
    async with database.work() as uow:
        await claim_visit(uow, number, LATER, by=await uow.members.get(lin), now=NOW)
        with pytest.raises(RuleError, match="no-already-claimed"):
            await claim_visit(uow, number, LATER, by=await uow.members.get(chen), now=NOW)


async def test_who_may_not_enter_homes_cannot_claim(database: Database) -> None:
    number, _, _ = await _offered(database)
    async with database.work() as uow:
        other = await newcomer(uow, "小林", team=TEAM)
        with pytest.raises(RuleError, match="no-needs-entry"):
            await claim_visit(uow, number, LATER, by=other, now=NOW)
        stranger = await newcomer(uow, "路人")
        with pytest.raises(RuleError, match="no-visit-not-asked"):
            await claim_visit(uow, number, LATER, by=stranger, now=NOW)


async def test_a_visit_handed_back_asks_the_next_at_once(database: Database) -> None:
    number, lin, _ = await _offered(database)
    async with database.work() as uow:
        await claim_visit(uow, number, LATER, by=await uow.members.get(lin), now=NOW)
        await hand_back_visit(uow, number, by=await uow.members.get(lin), now=NOW)
    await _tick(database, NOW)
    assert "my_visits" in await cards_in(database, 6_100_000_002)


async def test_two_periods_in_a_row_cannot_both_be_phoned(database: Database) -> None:
    number, lin, _ = await _offered(database)
    async with database.work() as uow:
        by = await uow.members.get(lin)
        await claim_visit(uow, number, LATER, by=by, now=NOW)
        plan = await uow.visits.plan((await uow.visits.get(number)).plan_id)
        plan.phoned_last = True
        assert not await tell_outcome(uow, number, Outcome.PHONED, by=by, now=NOW)
        assert (await uow.visits.get(number)).is_waiting


async def test_what_nobody_did_is_missed_and_owned_by_a_call_the_same_day(database: Database) -> None:
    number, _, _ = await _offered(database)
    async with database.work() as uow:
        visit = await uow.visits.get(number)
        await move_visits(uow, now=visit.closes_at)
        assert visit.state is VisitState.MISSED
    await _tick(database, visit.closes_at + timedelta(minutes=1))
    await _tick(database, visit.closes_at + timedelta(minutes=2))
    assert (await cards_in(database, 6_100_000_003)).count("calls") == 1
