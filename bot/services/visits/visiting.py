"""The clock's part of visits: who is asked next, whose promise was not kept, what was missed."""

from __future__ import annotations

from datetime import datetime

from bot.domain.member import Member
from bot.domain.playbook import Programme, Rung, Who
from bot.domain.priority import Priority
from bot.domain.visit import Broken, Candidate, Visit, VisitPlan, climbs_at, follow_up, next_asked
from bot.domain.visit.asking import is_daytime, looks_at, morning_after
from bot.services.visits.pairing import may_enter
from bot.storage.calls import CALLS
from bot.storage.charges import Charges
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork

SLICE = 100
"""Visits of one transaction."""


async def move_visits(uow: UnitOfWork, *, now: datetime) -> bool:
    """Whatever is due about visits; each person is asked in one message. True: there may be more."""
    visits = await uow.visits.to_look_at(now, SLICE)
    asked: dict[int, tuple[Member, list[Visit]]] = {}
    missed = False
    for visit in visits:
        plan = await uow.visits.plan(visit.plan_id)
        programme = uow.playbook.visits.programme(visit.programme)
        if programme is None:
            visit.next_at = None
            continue
        if now >= visit.closes_at:
            _miss(uow, visit, now)
            missed = True
            continue
        await _check_promises(uow, visit, now)
        for person in await _climb(uow, visit, plan, programme, now):
            asked.setdefault(person.id or 0, (person, []))[1].append(visit)
    for person, theirs in asked.values():
        _offer(uow, person, theirs, now)
    if missed:
        await _call_out(uow, now)
    return len(visits) == SLICE


def look_again(uow: UnitOfWork, visit: Visit) -> None:
    """Says when the clock is to look at it next; asked for after every move."""
    programme = uow.playbook.visits.programme(visit.programme)
    rungs = uow.playbook.visits.rungs_for(programme) if programme else ()
    visit.next_at = looks_at(visit, rungs, uow.playbook.visits) if rungs else None


def _miss(uow: UnitOfWork, visit: Visit, now: datetime) -> None:
    """A fact that stays; a coordinator phones the same day."""
    visit.miss(now)
    visit.next_at = None
    uow.add(follow_up(visit.id or 0, visit.household_id, visit.closes_at, now))
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_missed", f"visit:{visit.id}", now=now)


async def _call_out(uow: UnitOfWork, now: datetime) -> None:
    for person in await uow.members.reachable_coordinators():
        for message_id in await Placements(uow.session).take_down("calls", person.telegram_id, now):
            uow.delete_message(person.telegram_id, message_id, now=now)
        uow.place(
            "calls", 0, person.telegram_id, subject=CALLS, now=now, priority=Priority.REMINDER,
            round_=int(now.timestamp()),
        )  # fmt: skip


async def _check_promises(uow: UnitOfWork, visit: Visit, now: datetime) -> None:
    for hold in visit.active:
        broken = visit.check_promise(hold, uow.playbook.visits, now)
        if broken is None:
            continue
        uow.touch(f"visit:{visit.id}")
        if broken is Broken.RETURN:
            visit.rung_at, visit.tried = None, (*visit.tried, hold.member_id)
            uow.record("visit_returned", f"visit:{visit.id}", now=now, of=hold.member_id)
            continue
        holder = await uow.members.find(hold.member_id)
        if holder is not None and holder.reachable:
            uow.place(
                "visit_still", visit.id, holder.telegram_id, subject=f"visit:{visit.id}", now=now,
                priority=Priority.REMINDER, round_=int(now.timestamp()),
            )  # fmt: skip


async def _climb(
    uow: UnitOfWork, visit: Visit, plan: VisitPlan, programme: Programme, now: datetime
) -> list[Member]:
    """The next people, by day only; all of the rung's in their group where the team has one."""
    book = uow.playbook
    rungs = book.visits.rungs_for(programme)
    due = climbs_at(visit, rungs, book.visits)
    if due is None or now < due:
        look_again(uow, visit)
        return []
    if not is_daytime(now, book.zone):
        visit.next_at = min(visit.closes_at, morning_after(now, book.zone))
        return []
    people = {rung.key: await _on_rung(uow, visit, plan, programme, rung, now) for rung in rungs}
    standing = {
        key: [Candidate(one.id or 0, one.resting, one.reachable and one.active) for one in each]
        for key, each in people.items()
    }
    asked = next_asked(rungs, visit.rung, visit.tried, standing)
    visit.offer(asked.rung, asked.members, now)
    look_again(uow, visit)
    uow.touch(f"visit:{visit.id}")
    uow.record("visit_offered", f"visit:{visit.id}", now=now, rung=rungs[asked.rung].key)
    if rungs[asked.rung].who is Who.TEAM and await _in_group(uow, visit, programme, now):
        return []
    return [one for one in people[rungs[asked.rung].key] if one.id in asked.members]


async def _on_rung(
    uow: UnitOfWork, visit: Visit, plan: VisitPlan, programme: Programme, rung: Rung, now: datetime
) -> list[Member]:
    ids: list[int] = []
    match rung.who:
        case Who.PAIRED:
            ids = [one.member_id for one in plan.helpers]
        case Who.TEAM:
            team = await uow.members.in_team(programme.team)
            return [one for one in team if may_enter(uow, one, now)]
        case Who.LEADER:
            return await uow.members.leaders_of(programme.team)
        case Who.COORDINATOR:
            return await uow.members.reachable_coordinators()
        case Who.FAMILY:
            links = await uow.kin.family_of(household_id=visit.household_id)
            ids = [link.family_id for link in links]
        case Who.CHARGE:
            home = await uow.households.get(visit.household_id)
            held = await Charges(uow.session).at(home.place)
            ids = [one.member_id for one in held if one.duty == rung.charge and one.member_id]
    known = await uow.members.many(ids) if ids else {}
    return [known[number] for number in ids if number in known]


async def _in_group(uow: UnitOfWork, visit: Visit, programme: Programme, now: datetime) -> bool:
    groups = await uow.chats.of_team(programme.team)
    for group in groups:
        uow.place("visit", visit.id, group.chat_id, now=now)
    return bool(groups)


def _offer(uow: UnitOfWork, person: Member, visits: list[Visit], now: datetime) -> None:
    """One visit as its own question, several as one list; whoever is asked again has it anew once a day."""
    round_ = now.astimezone(uow.playbook.zone).date().toordinal()
    if len(visits) == 1:
        uow.place(
            "visit_offer", visits[0].id, person.telegram_id, subject=f"visit:{visits[0].id}", now=now,
            priority=Priority.REMINDER, round_=round_,
        )  # fmt: skip
    else:
        uow.place(
            "my_visits", person.id, person.telegram_id, subject=f"member:{person.id}", now=now,
            priority=Priority.REMINDER, round_=round_,
        )  # fmt: skip
