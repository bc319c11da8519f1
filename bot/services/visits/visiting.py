"""The clock's part of visits: who is asked next, whose promise was not kept, what was missed."""

from __future__ import annotations

from datetime import datetime

from bot.domain.playbook import Programme, Who
from bot.domain.priority import Priority
from bot.domain.visit import Broken, Visit, climbs_at, follow_up, next_asked
from bot.domain.visit.asking import is_daytime, looks_at, morning_after
from bot.domain.visit.office import waits_for_office
from bot.services.visits.listing import Asking, want_calls
from bot.services.visits.rungs import OnRung, Rungs, helpers_of, standing_on
from bot.storage.visit_lists import Told, VisitLists
from bot.storage.wishes import Wishes
from bot.storage.work import UnitOfWork

SLICE = 100
"""Visits of one transaction, as long as"""
ASKED = 3000
"""no more people are asked in it than about so many: a team may have a thousand, and nobody waits while they are noted."""


async def move_visits(uow: UnitOfWork, *, now: datetime) -> bool:
    """Whatever is due about visits, by day; whoever is asked has it on their list. True: there may be more."""
    visits = await uow.visits.to_look_at(now, SLICE)
    plans = await uow.visits.plans([visit.plan_id for visit in visits]) if visits else {}
    asking, still, missed, left = Asking(uow, now), Still(), False, len(visits)
    wishes = await Wishes(uow.session).of_many([visit.household_id for visit in visits]) if visits else {}
    rungs = Rungs(uow, wishes, await helpers_of(uow, plans.values()), now)
    for visit in visits:
        programme = uow.playbook.visits.programme(visit.programme)
        if programme is None:
            visit.next_at = None
        elif now >= visit.closes_at:
            _miss(uow, visit, now)
            missed = True
        elif not is_daytime(now, uow.playbook.zone):
            visit.next_at = min(visit.closes_at, morning_after(now, uow.playbook.zone))
        else:
            await _check_promises(uow, visit, still, now)
            await _climb(uow, visit, programme, rungs.of(visit, plans[visit.plan_id], programme), asking, now)
        left -= 1
        if asking.count >= ASKED:
            break
    for visit in await asking.write():
        look_again(uow, visit)
    await _ask_still(uow, still, now)
    if missed:
        await want_calls(uow, now=now)
    return left > 0 or len(visits) == SLICE


def look_again(uow: UnitOfWork, visit: Visit) -> None:
    """Says when the clock is to look at it next; asked for after every move."""
    programme = uow.playbook.visits.programme(visit.programme)
    rungs = uow.playbook.visits.rungs_for(programme, visit.rung_from) if programme else ()
    visit.next_at = looks_at(visit, rungs, uow.playbook.visits) if rungs else None


def _miss(uow: UnitOfWork, visit: Visit, now: datetime) -> None:
    """A fact that stays; a coordinator phones the same day."""
    visit.miss(now)
    visit.next_at = None
    uow.add(follow_up(visit.id or 0, visit.household_id, visit.closes_at, now))
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_missed", f"visit:{visit.id}", now=now)


Still = dict[int, list[int]]
"""Who is asked 还是您去吗, and about which visits."""


async def _check_promises(uow: UnitOfWork, visit: Visit, still: Still, now: datetime) -> None:
    for hold in visit.active:
        broken = visit.check_promise(hold, uow.playbook.visits, now)
        if broken is None:
            continue
        uow.touch(f"visit:{visit.id}")
        uow.touch(f"rounds:{hold.member_id}")
        if broken is Broken.RETURN:
            visit.rung_at, visit.tried = None, (*visit.tried, hold.member_id)
            uow.record("visit_returned", f"visit:{visit.id}", now=now, of=hold.member_id)
            continue
        still.setdefault(hold.member_id, []).append(visit.id or 0)


async def _ask_still(uow: UnitOfWork, still: Still, now: datetime) -> None:
    """还是您去吗? of one visit; of several, after a standstill, their list says so."""
    people = await uow.members.many(still) if still else {}
    for number, visits in still.items():
        holder = people.get(number)
        if holder is None or not holder.reachable:
            continue
        if len(visits) > 1:
            await VisitLists(uow.session).ask([Told(visit, number, now) for visit in visits], now)
            continue
        uow.place(
            "visit_still", visits[0], holder.telegram_id, subject=f"visit:{visits[0]}", now=now,
            priority=Priority.REMINDER, round_=int(now.timestamp()),
        )  # fmt: skip


async def _climb(
    uow: UnitOfWork, visit: Visit, programme: Programme, people_on: OnRung, asking: Asking, now: datetime
) -> None:
    """The next people: on their lists, and all of a team in its group where it has one.

    Where nobody is left who was not asked, they are asked again with their next list, until a person takes it. An
    office is asked on workdays, unless it cannot wait.
    """
    book = uow.playbook
    rungs = book.visits.rungs_for(programme, visit.rung_from)
    due = climbs_at(visit, rungs, book.visits)
    if due is None or now < due:
        look_again(uow, visit)
        return
    people, standing = await standing_on(visit, rungs, people_on)
    before = (visit.rung, visit.tried)
    asked = next_asked(rungs, visit.rung, visit.tried, standing)
    rung = rungs[asked.rung]
    if (later := waits_for_office(rungs[0], rung, visit.due_at, now, book.zone)) is not None:
        visit.next_at = later
        return
    visit.offer(asked.rung, asked.members, now)
    in_group = rung.who is Who.TEAM and await _in_group(uow, visit, programme, now)
    asking.ask(visit, [one for one in people[rung.key] if one.id in asked.members], in_group=in_group)
    if (visit.rung, visit.tried) != before:
        uow.touch(f"visit:{visit.id}")
        uow.record("visit_offered", f"visit:{visit.id}", now=now, rung=rung.key)


async def _in_group(uow: UnitOfWork, visit: Visit, programme: Programme, now: datetime) -> bool:
    groups = await uow.chats.of_team(programme.team)
    for group in groups:
        uow.place("visit", visit.id, group.chat_id, now=now)
    return bool(groups)
