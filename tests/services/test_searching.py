"""A door nobody opens is somebody's until a person says how she was found: on either database, whatever is pressed."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import update

from bot.domain.errors import RuleError
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.marks import MAY_ENTER, Mark
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.visit import FollowUpCall, Found, Outcome, Press, Sign, Stage, Unanswered, VisitState
from bot.domain.visit.unanswered import QUIET
from bot.services.charges import give_charge
from bot.services.letting_go import let_go_of_everything
from bot.services.occurrences import open_due_visits
from bot.services.visits import knocking, opening
from bot.services.visits.pairing import pair_helper
from bot.services.visits.searching import move_searches
from bot.storage.care import CareList
from bot.storage.database import Database
from bot.storage.machinery import placement
from bot.storage.searches import Searches
from tests.services.cast import NOW, cards_in, newcomer, said_to
from tests.services.rosters import bring, household
from tests.town import BUILDING, COMPOUND, TEAM

HERE = Place(COMPOUND, BUILDING)
MINUTE = timedelta(minutes=1)


@dataclass
class Scene:
    """Ids: who stands there, daughter, building head, two coordinators, a stranger; and the visit."""

    lin: int
    min_: int
    wu: int
    wang: int
    li: int
    stranger: int
    visit: int = 0

    @property
    def everybody(self) -> tuple[int, ...]:
        return (self.lin, self.min_, self.wu, self.wang, self.li, self.stranger)


async def at_the_door(database: Database) -> Scene:
    """林伯 has promised to look in on 郑奶奶."""
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        lin = await newcomer(uow, "林伯", team=TEAM)
        lin.teams[0].marks = (Mark(MAY_ENTER, NOW),)
        each = [await newcomer(uow, name) for name in ("小敏", "吴师傅")]
        office = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        stranger = await newcomer(uow, "路人")
        await give_charge(uow, each[1], "head", [HERE], None, now=NOW)
        uow.add(Kinship(each[0].id or 0, Tie.CHILD, NOW, Consent.GIVEN, household_id=1))
        await pair_helper(uow, 1, lin.id or 0, by=office[0], now=NOW)
        await open_due_visits(uow, now=NOW)
        people: list[Member] = [lin, *each, *office, stranger]
    scene = Scene(*(one.id or 0 for one in people))
    async with database.work() as uow:
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        [visit] = await uow.visits.of_plan(plan.id)
        visit.claim(scene.lin, "林伯", NOW + MINUTE, NOW)
        scene.visit = visit.id or 0
    return scene


async def _opened(database: Database) -> Scene:
    scene = await at_the_door(database)
    async with database.work() as uow:
        await opening.open_search(uow, scene.visit, by=await uow.members.get(scene.lin), now=NOW)
    return scene


async def _press(database: Database, who: int, press: Press, now: datetime, stage: int | None = None) -> None:
    async with database.work() as uow:
        state = await Searches(uow.session).get(1)
        by = await uow.members.get(who)
        asked = state.stage if stage is None else stage
        await knocking.press_search(uow, 1, press, asked, by=by, now=now)


async def _tick(database: Database, now: datetime) -> None:
    async with database.work() as uow:
        while await move_searches(uow, now=now):
            pass


async def _state(database: Database) -> Unanswered:
    async with database.look() as uow:
        return await Searches(uow.session).get(1)


def chat(who: int) -> int:
    """Telegram's number of the scene's people."""
    return 6_100_000_000 + who


async def test_who_stands_there_is_asked_at_once_with_the_priority_of_danger_and_a_second_press_is_the_same(
    database: Database,
) -> None:
    scene = await _opened(database)
    async with database.work() as uow:
        again = await opening.open_search(
            uow, scene.visit, by=await uow.members.get(scene.lin), now=NOW + MINUTE
        )
        urgent = await uow.session.scalar(
            placement.select().with_only_columns(placement.c.priority).where(placement.c.card == "door")
        )
    assert (again.id, urgent) == (1, Priority.DANGER)
    assert (await cards_in(database, chat(scene.lin))).count("door") == 1


async def test_of_two_coordinators_at_once_one_has_it(database: Database) -> None:
    scene = await _opened(database)

    async def take(who: int) -> bool:
        with contextlib.suppress(RuleError):
            await _press(database, who, Press.TAKE, NOW + MINUTE)
            return True
        return False

    assert sorted(await asyncio.gather(take(scene.wang), take(scene.li))) == [False, True]
    assert (await _state(database)).taken_by in (scene.wang, scene.li)


async def test_in_silence_each_is_called_once_a_step_whatever_the_number_of_ticks(database: Database) -> None:
    scene = await _opened(database)
    for minute in range(1, 41):
        await _tick(database, NOW + minute * MINUTE)
        await _tick(database, NOW + minute * MINUTE)
    assert (await cards_in(database, chat(scene.lin))).count("door") == 3  # 0, 5, 10
    assert (await cards_in(database, chat(scene.min_))).count("door_kin") == 3  # 15, 20, 25
    assert (await cards_in(database, chat(scene.wang))).count("door_call") == 3  # 30, 35, 40
    assert (await cards_in(database, chat(scene.li))).count("door_call") == 3
    assert "door_look" in await cards_in(database, chat(scene.wu))


async def test_how_she_was_found_is_written_to_visit_and_plan_and_told_to_all_who_were_called(
    database: Database,
) -> None:
    scene = await _opened(database)
    await _tick(database, NOW + 31 * MINUTE)
    then = NOW + 32 * MINUTE
    async with database.work() as uow:
        await knocking.end_search(uow, 1, Found.AT_HOME, by=await uow.members.get(scene.wu), now=then)
    async with database.look() as uow:
        visit = await uow.visits.get(scene.visit)
        plan = await uow.visits.plan(visit.plan_id)
    assert (visit.state, visit.outcome, visit.next_at) == (VisitState.DONE, Outcome.NO_ANSWER, None)
    assert plan.last_met_at == then
    for who in (scene.lin, scene.min_, scene.wang, scene.li):
        assert "search-over-told" in [key for key, _ in await said_to(database, chat(who))]
    assert "search-over-told" not in [key for key, _ in await said_to(database, chat(scene.stranger))]
    await _tick(database, then + timedelta(days=1))
    assert (await cards_in(database, chat(scene.wang))).count("door_call") == 1


async def test_found_by_telephone_after_a_period_that_was_only_phoned_the_visit_is_still_to_be_made(
    database: Database,
) -> None:
    scene = await _opened(database)
    async with database.work() as uow:
        visit = await uow.visits.get(scene.visit)
        (await uow.visits.plan(visit.plan_id)).phoned_last = True
        await knocking.end_search(uow, 1, Found.PHONED, by=await uow.members.get(scene.lin), now=NOW + MINUTE)
    async with database.look() as uow:
        visit = await uow.visits.get(scene.visit)
    assert visit.is_waiting
    assert visit.next_at is not None


async def test_a_call_nobody_answers_after_a_missed_visit_is_a_search_too(database: Database) -> None:
    scene = await at_the_door(database)
    async with database.work() as uow:
        call = FollowUpCall(scene.visit, 1, NOW, NOW)
        uow.add(call)
        await uow.numbered()
        wang = await uow.members.get(scene.wang)
        call.take(scene.wang, "王社工", NOW)
        await opening.open_after_call(uow, call.id or 0, by=wang, now=NOW)
    assert "door_kin" in await cards_in(database, chat(scene.min_))
    await _tick(database, NOW + 31 * MINUTE)
    assert "door_look" in await cards_in(database, chat(scene.wu))
    await _press(database, scene.wu, Press.COMING, NOW + 32 * MINUTE)
    with pytest.raises(RuleError, match="no-already-claimed"):
        await _press(database, scene.li, Press.COMING, NOW + 33 * MINUTE)
    async with database.work() as uow:
        then, wu = NOW + 34 * MINUTE, await uow.members.get(scene.wu)
        await knocking.end_search(uow, 1, Found.AT_HOME, by=wu, now=then)
        assert all(plan.last_met_at == then for plan in await uow.visits.plans_of(1))


async def test_who_has_no_right_changes_nothing(database: Database) -> None:
    scene = await _opened(database)
    for press in Press:
        with pytest.raises(RuleError):
            await _press(database, scene.stranger, press, NOW + MINUTE)
    with pytest.raises(RuleError, match="no-coordinators-only"):
        await _press(database, scene.lin, Press.TAKE, NOW + MINUTE)
    async with database.work() as uow:
        stranger = await uow.members.get(scene.stranger)
        for refused in (
            knocking.end_search(uow, 1, Found.AT_HOME, by=stranger, now=NOW),
            opening.undo_search(uow, 1, by=stranger, now=NOW),
            knocking.hear_sign(uow, 1, Sign.TV, by=stranger, now=NOW),
            opening.open_search(uow, scene.visit, by=stranger, now=NOW),
        ):
            with pytest.raises(RuleError):
                await refused
    state = await _state(database)
    assert (state.stage, state.tried, state.ended_at) == (Stage.DOOR, [], None)


async def test_a_coordinator_who_is_one_no_more_has_it_no_longer(database: Database) -> None:
    scene = await _opened(database)
    await _press(database, scene.wang, Press.TAKE, NOW + MINUTE)
    async with database.work() as uow:
        (await uow.members.get(scene.wang)).lose(Role.COORDINATOR, NOW + MINUTE)
    await _tick(database, NOW + 32 * MINUTE)
    assert (await _state(database)).taken_by is None
    assert "door_call" in await cards_in(database, chat(scene.li))


async def test_who_is_suspended_hands_a_search_to_all_at_once(database: Database) -> None:
    scene = await _opened(database)
    await _press(database, scene.wang, Press.TAKE, NOW + MINUTE)
    async with database.work() as uow:
        await let_go_of_everything(uow, await uow.members.get(scene.wang), now=NOW + 2 * MINUTE)
    assert (await _state(database)).taken_by is None
    assert "door_call" in await cards_in(database, chat(scene.li))


async def test_a_household_that_is_forgotten_is_searched_for_no_more(database: Database) -> None:
    scene = await _opened(database)
    async with database.work() as uow:
        await CareList(uow.session).forget(1, NOW + MINUTE)
    await _tick(database, NOW + timedelta(hours=1))
    assert "door_call" not in await cards_in(database, chat(scene.wang))


async def test_a_clock_set_back_by_a_day_does_not_silence_it(database: Database) -> None:
    scene = await _opened(database)
    await _tick(database, NOW + 31 * MINUTE)
    async with database.work() as uow:
        await uow.session.execute(update(placement).values(created_at=NOW - timedelta(days=2)))
    await _tick(database, NOW - timedelta(days=1))
    assert (await cards_in(database, chat(scene.wang))).count("door_call") == 2


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_anybody_presses_somebody_has_it_with_a_next_time(
    database: Database, seed: int
) -> None:
    scene, chance, now = await _opened(database), Random(seed), NOW
    for _ in range(25):
        now += chance.choice([0, 1, 3, 20, 90]) * MINUTE
        await _tick(database, now)
        who, press = chance.choice(scene.everybody), chance.choice(list(Press))
        with contextlib.suppress(RuleError):
            await _press(database, who, press, now, chance.choice([None, 0, 2]))
        state = await _state(database)
        assert state.ended_at is None
        assert now <= state.next_at <= now + QUIET
        async with database.look() as uow:
            assert await Searches(uow.session).asked(1), "somebody reads it"
    async with database.work() as uow:
        wang = await uow.members.get(scene.wang)
        await knocking.end_search(uow, 1, Found.IN_HOSPITAL, by=wang, now=now)
    assert (await _state(database)).found is Found.IN_HOSPITAL
