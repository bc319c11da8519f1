"""Results from paper, entered by a coordinator: each line for itself, all of them taken back with one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.domain.visit import CallState, Outcome, Visit, VisitState, start_unanswered
from bot.domain.visit.entering import Entry
from bot.domain.visit.entry import PaperEntry
from bot.services.visits.opening import is_ill
from bot.services.visits.searching import step_search
from bot.services.visits.visiting import look_again
from bot.storage.calls import CALLS
from bot.storage.paper_entries import PaperEntries
from bot.storage.pauses import Pauses
from bot.storage.searches import subject_of
from bot.storage.work import UnitOfWork


@dataclass
class Entered:
    """What came of a batch: `refused` holds a line and the rule's no."""

    entry: PaperEntry | None = None
    done: list[int] = field(default_factory=list)
    late: list[str] = field(default_factory=list)  # missed stays a fact; the contact counts
    again: list[str] = field(default_factory=list)  # phoned as the time before: still to be visited
    refused: list[tuple[str, RuleError]] = field(default_factory=list)


async def enter_results(uow: UnitOfWork, entries: Sequence[Entry], *, by: Member, now: datetime) -> Entered:
    """What was done without Telegram. A line that cannot be is named; the others count. Raises RuleError without the right.

    没人应 on paper is danger as it is at the door: the search begins at the family.
    """
    must(by, Verb.PLAN_VISITS)
    made, numbers = Entered(), []
    for one in entries:
        try:
            number = await _visit_of(uow, one)
            visit = await uow.visits.get(number, lock=True)
            if visit.state is VisitState.MISSED:
                await _contact(uow, visit, one.outcome, by, now)
                made.late.append(one.label)
            elif await _tell(uow, visit, one.outcome, by, now):
                made.done.append(number)
            else:
                made.again.append(one.label)
        except RuleError as error:
            made.refused.append((one.line, error))
            continue
        numbers.append(number)
    if made.done:
        made.entry = PaperEntry(by.id or 0, now, tuple(made.done))
        uow.add(made.entry)
        await uow.numbered()
    uow.record("paper_entered", "visits:0", now=now, by=by.id, visits=numbers)
    return made


async def undo_entry(uow: UnitOfWork, entry_id: int, *, by: Member, now: datetime) -> int:
    """撤销, by who entered it, within the hour; how many visits are as they were. A search goes on until a person's word.

    Raises RuleError for others, later, and the second time.
    """
    must(by, Verb.PLAN_VISITS)
    entry = await PaperEntries(uow.session).get(entry_id, lock=True)
    entry.undo(by.id or 0, now)
    count = 0
    for number in entry.visits:
        visit = await uow.visits.get(number, lock=True)
        theirs = visit.outcome_by == by.id and visit.outcome_at == entry.at
        if visit.state is not VisitState.DONE or not theirs or visit.outcome is Outcome.NO_ANSWER:
            continue
        visit.undo(by.id or 0, now, now - entry.at)
        plan = await uow.visits.plan(visit.plan_id, lock=True)
        plan.recount(await uow.visits.contacts_of(plan.id), now)
        _moved(uow, visit)
        count += 1
    uow.record("paper_undone", f"entry:{entry.id}", now=now, by=by.id)
    uow.touch(f"entry:{entry.id}")
    return count


async def _visit_of(uow: UnitOfWork, entry: Entry) -> int:
    """Its number; of one that was printed before its window opened, that of the plan's visit of that day.

    Raises RuleError where that window has not opened yet, or never did.
    """
    if not entry.opens:
        return entry.number
    for visit in await uow.visits.of_plan(entry.number):
        if f"{uow.playbook.day(visit.opens_at):%m%d}" == entry.opens:
            return visit.id or 0
    raise RuleError("no-such-visit")


async def _tell(uow: UnitOfWork, visit: Visit, outcome: Outcome, by: Member, now: datetime) -> bool:
    """False where a call was not enough this time."""
    plan, who, enough = await uow.visits.plan(visit.plan_id, lock=True), by.id or 0, True
    if outcome is Outcome.MET:
        visit.meet(who, now, for_them=True)
    elif outcome is Outcome.PHONED:
        enough = visit.phone(who, now, phoned_last=plan.phoned_last, for_them=True)
    elif outcome is Outcome.REFUSED:
        visit.turn_away(who, now, for_them=True)
    elif outcome is Outcome.NO_ANSWER:
        visit.knock_unanswered(who, now, for_them=True)
        visit.next_at = None
        ill = await is_ill(uow, visit.household_id)
        state = start_unanswered(visit.id, visit.household_id, None, now, ill=ill)
        uow.add(state)
        await uow.numbered()
        uow.record("search_opened", subject_of(state.id), now=now, by=by.id)
        await step_search(uow, state, now=now)
        uow.touch(f"visit:{visit.id}")
        return True
    else:
        raise RuleError("no-entry-word")
    plan.note(outcome, now)
    _moved(uow, visit)
    return enough


async def _contact(uow: UnitOfWork, visit: Visit, outcome: Outcome, by: Member, now: datetime) -> None:
    """Too late for this period, which stays missed; but somebody was reached, and need not be phoned."""
    if outcome not in (Outcome.MET, Outcome.PHONED):
        raise RuleError("no-visit-over")
    (await uow.visits.plan(visit.plan_id, lock=True)).note(outcome, now)
    for call in await Pauses(uow.session).calls(visit.household_id, CallState.OPEN, CallState.TAKEN):
        if call.visit_id == visit.id:
            call.drop(now)
    uow.touch(CALLS)


def _moved(uow: UnitOfWork, visit: Visit) -> None:
    look_again(uow, visit)
    for hold in visit.holds:
        uow.touch(f"rounds:{hold.member_id}")
    uow.touch(f"visit:{visit.id}")
