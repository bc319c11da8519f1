"""Results from paper count line by line and are taken back together, on either database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.visit import Outcome, VisitState
from bot.domain.visit.entering import Entry
from bot.services.occurrences import open_due_visits
from bot.services.visits.entering import enter_results, undo_entry
from bot.storage.database import Database
from bot.storage.searches import Searches
from tests.services.cast import NOW, newcomer
from tests.services.rosters import bring, household

MINUTE = timedelta(minutes=1)


async def test_each_line_counts_for_itself_and_all_are_taken_back_but_the_search(database: Database) -> None:
    lines = [household(f"住户{n}", room=f"{n}01", kinds="独居") for n in range(1, 4)]
    await bring(database, "households", *lines)
    async with database.work() as uow:
        await open_due_visits(uow, now=NOW)
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        plans = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        first, second, third = [(await uow.visits.of_plan(one.id))[0].id or 0 for one in plans]
    entries = [
        Entry(first, Outcome.MET, f"{first} 见到了"),
        Entry(first, Outcome.PHONED, f"{first} 电话"),
        Entry(second, Outcome.PHONED, f"{second} 电话"),
        Entry(third, Outcome.NO_ANSWER, f"{third} 没人应"),
        Entry(999, Outcome.MET, "999 见到了"),
    ]
    async with database.work() as uow:
        with pytest.raises(RuleError):
            await enter_results(uow, entries, by=await newcomer(uow, "路人"), now=NOW)
        made = await enter_results(uow, entries, by=wang, now=NOW)
        assert made.done == [first, second, third]
        assert [line for line, _ in made.refused] == [f"{first} 电话", "999 见到了"]
        assert made.entry is not None
        entry = made.entry.id or 0
    async with database.work() as uow:
        with pytest.raises(RuleError, match="no-entry-undo"):
            await undo_entry(uow, entry, by=li, now=NOW + MINUTE)
        assert await undo_entry(uow, entry, by=wang, now=NOW + MINUTE) == 2
        with pytest.raises(RuleError, match="no-entry-undo"):
            await undo_entry(uow, entry, by=wang, now=NOW + MINUTE)
    async with database.look() as uow:
        states = [(await uow.visits.get(number)).state for number in (first, second, third)]
        assert states == [VisitState.OFFERED, VisitState.OFFERED, VisitState.NO_ANSWER]
        assert len(await Searches(uow.session).open()) == 1, "only a person's word ends that"


async def test_a_second_period_only_phoned_is_still_to_be_visited_and_the_line_says_so(
    database: Database,
) -> None:
    await bring(database, "households", household("郑奶奶", kinds="独居"))
    async with database.work() as uow:
        await open_due_visits(uow, now=NOW)
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        [plan] = [one for one in await uow.visits.running(0, 100) if one.programme == "lonely"]
        plan.phoned_last = True
        [visit] = await uow.visits.of_plan(plan.id)
        number = visit.id or 0
        made = await enter_results(uow, [Entry(number, Outcome.PHONED, "电话")], by=wang, now=NOW)
        assert (made.done, made.again, made.entry) == ([], [str(number)], None)
        assert visit.is_waiting
