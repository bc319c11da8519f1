"""Everything that waits for a coordinator, wherever it is kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.engine import CursorResult

from bot.domain.alarm import Alarm
from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.playbook import DEFAULT_LANGUAGE
from bot.domain.playbook.visits import ARRIVED
from bot.domain.rights import Subject, Verb, may
from bot.domain.visit import CallState
from bot.domain.waiting import DISCONTENT, LONE, Wait, WaitKind
from bot.storage.arrivals import left_alone, unheard
from bot.storage.calls import CALLS, Calls
from bot.storage.listed import ListedPeople
from bot.storage.machinery import InboxState, inbox
from bot.storage.searches import Searches
from bot.storage.unagreed import unagreed
from bot.storage.unconfirmed import unconfirmed
from bot.storage.undelivered import lost_groups, lost_posts, refused_cards
from bot.storage.watches import Watches
from bot.storage.work import UnitOfWork

WAITING = CALLS
"""The subject of every list of what waits: who deals with one thing takes it off everybody's list."""
_MOST = 100


def leaves_lists(uow: UnitOfWork, *dues: datetime | None, now: datetime) -> None:
    """What was due by one of these times has moved; where that has passed it was, or comes, on everybody's list."""
    if any(due is not None and due <= now for due in dues):
        uow.touch(WAITING)


async def waits_for(uow: UnitOfWork, member: Member, now: datetime) -> list[Wait]:
    """What this person may deal with: everything but a notice of their own, or what is of the teams they lead; most urgent
    first."""
    found = await waits(uow, now)
    found = [one for one in found if one.kind is not WaitKind.NOTICE or one.no != str(member.id)]
    if not may(member, Verb.TODO):
        found = [one for one in found if one.team and may(member, Verb.TODO, Subject(team=one.team))]
    return [*found, *await unconfirmed(uow, member)]


async def waits(uow: UnitOfWork, now: datetime) -> list[Wait]:
    """All of it but hours, most urgent first."""
    found = await _searches(uow)
    found += [_alarm(a) for a in await uow.alarms.untaken(now)]
    found += [*await _arrivals(uow), *await _calls(uow)]
    found += [_unclear(c) for c in await uow.cases.unrouted()]
    found += [_overdue(c, now) for c in await uow.cases.overdue(now)]
    found += [*await _drafts(uow, now), *await _tasks(uow, now)]
    found += await unagreed(uow, DEFAULT_LANGUAGE)
    found += [*await lost_groups(uow), *await _untold(uow), *await _kin(uow, now), *await _joins(uow)]
    found += [*await _listed(uow), *await _moved(uow)]
    found += [*await lost_posts(uow), *await refused_cards(uow), *await dead_updates(uow)]
    return sorted(found, key=lambda wait: wait.order)


async def _searches(uow: UnitOfWork) -> list[Wait]:
    """Until she is found, also while somebody has it; and who visits alone and does not answer."""
    going = await Searches(uow.session).open()
    alone = await Watches(uow.session).calling()
    numbers = [one.household_id for one in going] + [one.household_id for one in alone]
    homes = {one.id: one for one in await uow.households.many(numbers)}
    lone = [
        Wait(
            WaitKind.SEARCH,
            one.id or 0,
            one.started_at,
            place=homes[one.household_id].place.public,
            what=LONE,
        )
        for one in alone
    ]
    return lone + [
        Wait(
            WaitKind.SEARCH,
            one.id or 0,
            one.started_at,
            place=homes[one.household_id].place.public,
            who=one.taken_name or None,
        )
        for one in going
    ]


def _alarm(a: Alarm) -> Wait:
    place = Place(a.compound) if a.private_only else a.place
    return Wait(WaitKind.ALARM, a.id or 0, a.raised_at, place=place, what=a.danger)


async def _arrivals(uow: UnitOfWork) -> list[Wait]:
    """Somebody arrives within a day: so long a coordinator has to say at which door."""
    kinds = {kind for one in uow.playbook.visits.programmes for kind in one.cases}
    since = await unheard(uow.session)
    numbers = [*await left_alone(uow.session, kinds), *since]
    cases = await uow.cases.many(numbers) if numbers else {}
    return [_arrival(c, since.get(c.id or 0)) for c in cases.values()]


def _arrival(c: Case, said_at: datetime | None) -> Wait:
    """`said_at`: since when they are discontented."""
    by = (said_at or c.reported_at) + ARRIVED
    what = None if said_at is None else DISCONTENT
    return Wait(WaitKind.ARRIVAL, c.id or 0, by, c.number, c.place.public, c.category, why=what)


def _unclear(c: Case) -> Wait:
    at = c.accept_due_at or c.reported_at
    return Wait(WaitKind.UNCLEAR, c.id or 0, at, c.number, c.place.public, c.category)


def _overdue(c: Case, now: datetime) -> Wait:
    passed = [due for due in (c.promised_at, c.resolve_due_at) if due is not None and due <= now]
    return Wait(WaitKind.OVERDUE, c.id or 0, min(passed), c.number, c.place.public, c.category)


async def _drafts(uow: UnitOfWork, now: datetime) -> list[Wait]:
    lying = await uow.drafts.unsent_since(now - uow.playbook.limits.draft_to_coordinator)
    writers = await uow.members.many([draft.member_id for draft in lying]) if lying else {}
    return [
        Wait(
            WaitKind.DRAFT,
            d.id or 0,
            d.last_at,
            place=d.place.public,
            what=d.category,
            who=writers[d.member_id].name,
        )
        for d in lying
    ]


async def _calls(uow: UnitOfWork) -> list[Wait]:
    """Whom nobody visited in time, and nobody has phoned."""
    found = [one for one in await Calls(uow.session).open(_MOST) if one.state is CallState.OPEN]
    homes = {one.id: one for one in await uow.households.many([one.household_id for one in found])}
    return [
        Wait(WaitKind.CALL, one.id or 0, one.due_at, place=homes[one.household_id].place.public)
        for one in found
    ]


async def _tasks(uow: UnitOfWork, now: datetime) -> list[Wait]:
    unclaimed = await uow.tasks.unclaimed_since(now)
    ids = [task.case_id for task in unclaimed if task.case_id is not None]
    cases = await uow.cases.many(ids) if ids else {}
    return [
        Wait(
            WaitKind.UNCLAIMED,
            task.id or 0,
            task.claim_due_at or task.created_at,
            task.number,
            cases[task.case_id].place.public if task.case_id in cases else Place(),
            task.category,
            team=task.team,
        )
        for task in unclaimed
    ]


async def _untold(uow: UnitOfWork) -> list[Wait]:
    """Over, and who has no Telegram was not told. Who they are is on the card, for whoever opens it."""
    left = await uow.proxies.for_coordinators()
    cases = await uow.cases.many([one.case_id for one in left if one.case_id]) if left else {}
    return [
        Wait(WaitKind.UNTOLD, one.id or 0, one.due_at, case.number, case.place.public)
        for one in left
        if one.due_at is not None and one.case_id and (case := cases.get(one.case_id)) is not None
    ]


async def _kin(uow: UnitOfWork, now: datetime) -> list[Wait]:
    """Somebody asks to be linked to an old person without Telegram, whom nobody has asked at the door."""
    return [
        Wait(WaitKind.KIN, one.id or 0, one.asked_at, place=one.place.public)
        for one in await uow.kin.for_coordinators(now)
    ]


async def _joins(uow: UnitOfWork) -> list[Wait]:
    return [
        Wait(
            WaitKind.JOIN,
            place.id or 0,
            place.changed_at,
            what=place.team,
            who=member.name,
            no=str(member.id),
            team=place.team,
        )
        for member, place in await uow.members.asking()
        if place.changed_at is not None
    ]


async def _listed(uow: UnitOfWork) -> list[Wait]:
    """A new roster says something else of a volunteer who is linked."""
    asking = await ListedPeople(uow.session, uow.keychain).asking()
    people = await uow.members.many([member for _, member, _ in asking]) if asking else {}
    return [Wait(WaitKind.LISTED, number, at, who=people[member].name) for number, member, at in asking]


async def _moved(uow: UnitOfWork) -> list[Wait]:
    """A new roster has nobody any more behind the door somebody is linked to."""
    links = await ListedPeople(uow.session, uow.keychain).at_empty_doors()
    homes = {one.id: one for one in await uow.households.many([one.household_id for one in links])}
    return [
        Wait(WaitKind.MOVED, one.id or 0, one.asks_at, place=homes[one.household_id].place.public)
        for one in links
        if one.asks_at is not None
    ]


async def dead_updates(uow: UnitOfWork) -> list[Wait]:
    """What was sent to us and could not be dealt with."""
    rows = await uow.session.execute(
        select(inbox.c.id, inbox.c.received_at, inbox.c.reference)
        .where(inbox.c.state == InboxState.DEAD)
        .order_by(inbox.c.id)
        .limit(_MOST)
    )
    return [Wait(WaitKind.UPDATE, row.id, row.received_at, row.reference or "") for row in rows]


async def settle_dead(uow: UnitOfWork, row_id: int, *, retry: bool, now: datetime) -> None:
    """A dead update: tried again from the start, or put away. Raises RuleError when it is dead no longer."""
    values = (
        {"state": InboxState.PENDING, "attempts": 0, "not_before": None, "done_at": None}
        if retry
        else {"state": InboxState.IGNORED, "done_at": now}
    )
    result = await uow.session.execute(
        update(inbox).where(inbox.c.id == row_id, inbox.c.state == InboxState.DEAD).values(**values)
    )
    if isinstance(result, CursorResult) and result.rowcount == 0:
        raise RuleError("no-update-settled")
