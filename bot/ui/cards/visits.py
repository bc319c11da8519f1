"""A visit: on the team's card without a building, in private to who is asked, in whole only to who goes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.household import Household
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.visit import Outcome, Visit, VisitHold, VisitPlan, VisitState
from bot.domain.visit.asking import NOTICE, is_daytime, times_to_go, wished_time
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import NobodyOpensButton
from bot.ui.buttons.lone import StartLoneButton
from bot.ui.buttons.standing_in import KnowButton, StandInsButton
from bot.ui.buttons.visits import (
    AskVisitButton,
    NoVisitButton,
    OpenVisitButton,
    OutcomeButton,
    RoundsButton,
    StillVisitButton,
    VisitTimeButton,
    VisitTimesButton,
)
from bot.ui.cards.findings import after_visit
from bot.ui.cards.pausing import absent_rows
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Key, Reader, Rows, Screen

_LEAD = timedelta(minutes=70)


async def visit(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the team's group: compound and time only. No building, no name, not why."""
    found = await uow.visits.get(ref)
    lines = [await visit_head(uow, found, reader)]
    if found.is_over:
        lines.append(reader.words("visit-over"))
    elif found.active:
        names = "、".join(hold.name for hold in found.active)
        few = found.free > 0
        lines.append(reader.words("task-goes-too-few" if few else "task-goes", names=names, count=found.free))
    elif found.wanted > 1:
        lines.append(reader.words("task-free", count=found.free))
    open_ = found.state in (VisitState.OFFERED, VisitState.CLAIMED) and found.free > 0
    if open_:
        lines.append(reader.words("task-needs-entry"))
    rows = [[reader.key("button-claim", AskVisitButton(ref))]] if open_ else []
    return Screen(Markup("\n".join(lines)), rows)


async def visit_offer(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which day? To the paired helper by name, to everybody else as the team's card says it."""
    found, person = await uow.visits.get(ref), await _person(uow, reader)
    if person is None:
        return None
    plan = await uow.visits.plan(found.plan_id)
    if (hold := found.held_by(person.id)) is not None:
        text = reader.words("visit-yours", at=hold.promised_at or found.due_at)
        return Screen(text, [[reader.key("button-details", OpenVisitButton(ref))], [back_key(reader)]])
    if not found.is_waiting or found.free <= 0:
        names = "、".join(one.name for one in found.active)
        gone = reader.words("task-goes", names=names) if names else reader.words("visit-over")
        return Screen(gone, [[back_key(reader)]])
    if plan.is_helper(person.id):
        home = await uow.households.get(found.household_id)
        key = "visit-offer" if plan.last_contact_at else "visit-offer-first"
        head = reader.words(key, name=person.name, who=who_lives(home), last=plan.last_contact_at or "")
    else:
        head = Markup(f"{await visit_head(uow, found, reader)}\n{reader.words('visit-which-day')}")
    if found.wanted > 1:
        head = Markup(f"{head}\n{reader.words('task-free', count=found.free)}")
    rows = [*_day_rows(found, plan, reader), [back_key(reader)]]
    wished = wished_time(plan, found, reader.playbook.zone, reader.now)
    if wished is not None:
        head = Markup(f"{head}\n{reader.words('visit-wished-time')}")
        rows.insert(0, [_time_key(found, wished, reader)])
    return Screen(head, rows, protect=True, until=_stale_at(found, reader))


async def visit_times(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """选时间: what is left of the window."""
    found = await uow.visits.get(ref)
    if not found.is_waiting:
        return Screen(reader.words("visit-over"))
    plan, zone = await uow.visits.plan(found.plan_id), reader.playbook.zone
    times = times_to_go(found, zone, reader.now)
    if (wished := wished_time(plan, found, zone, reader.now)) is not None:
        times = sorted({wished, *times})
    keys = [_time_key(found, at, reader) for at in times]
    rows = [keys[i : i + 3] for i in range(0, len(keys), 3)]
    back = [reader.key("button-back", OpenVisitButton(ref))]
    return Screen(reader.words("visit-which-time"), [*rows, back], protect=True)


async def visit_details(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whom, where, which number: for who goes, as long as they do; then 已收走."""
    found, person = await uow.visits.get(ref), await _person(uow, reader)
    hold = found.held_by(person.id) if person else None
    if hold is not None and found.state is VisitState.NO_ANSWER:
        return Screen(reader.words("visit-door-open"))
    if hold is not None and found.state is VisitState.AWAITING:
        return Screen(reader.words("visit-awaits"))
    if hold is None or not found.is_waiting:
        return await after_visit(uow, found, person, reader)
    home = await uow.households.get(found.household_id)
    words = reader.words
    lines = [words("visit-details", at=hold.promised_at or found.due_at)]
    lines.append(words("details-whom", name=who_lives(home), place=place_line(home.place, reader)))
    lines += [
        words("visit-phone", name=one.name, phone=dialable(one.phones[0]))
        for one in home.present
        if one.phones
    ]
    if hold.newcomer and len(found.active) < 2:
        lines.append(words("visit-in-twos"))
    lines += [words("visit-nobody-opens"), words("details-rule")]
    rows = _holder_rows(found, reader)
    if is_asked_still(hold):
        lines.insert(0, words("visit-still"))
        rows.insert(0, [reader.key("button-still", StillVisitButton(ref))])
    return Screen(Markup("\n".join(lines)), rows, protect=True)


async def visit_evening(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """19:00 the evening before; nothing once it is that day, or when they do not go any more."""
    found, hold = await _held(uow, ref, reader)
    if hold is None or hold.promised_at is None:
        return None
    zone = reader.playbook.zone
    day = hold.promised_at.astimezone(zone).date()
    late = reader.now.astimezone(zone).date() != day - timedelta(days=1)
    if late or not is_daytime(reader.now, zone):
        return None
    return _reminder("visit-evening", found, hold.promised_at, reader)


async def visit_soon(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """An hour ahead."""
    found, hold = await _held(uow, ref, reader)
    if hold is None or hold.promised_at is None:
        return None
    if not hold.promised_at - _LEAD <= reader.now < hold.promised_at:
        return None
    return _reminder("visit-soon", found, hold.promised_at, reader)


async def visit_still(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """还是您去吗? once, after a promised hour went by."""
    found, hold = await _held(uow, ref, reader)
    if hold is None:
        return Screen(reader.words("visit-off"))
    if not is_asked_still(hold):
        return Screen(reader.words("visit-yours", at=hold.promised_at or found.due_at))
    rows = [
        [reader.key("button-still", StillVisitButton(ref))],
        [reader.key("button-details", OpenVisitButton(ref))],
        [reader.key("button-release", NoVisitButton(ref))],
    ]
    return Screen(reader.words("visit-still"), rows, protect=True)


def is_asked_still(hold: VisitHold) -> bool:
    """Is 还是您去吗 unanswered?"""
    asked, promised = hold.asked_still_at, hold.promised_at
    return asked is not None and not (promised and promised > asked)


def _reminder(key: str, found: Visit, at: datetime, reader: Reader) -> Screen:
    ref = found.id or 0
    rows: Rows = [[reader.key("button-know", KnowButton(ref))]]
    rows.append([reader.key("button-details", OpenVisitButton(ref))])
    if not found.postponed:
        rows.append([reader.key("button-move-visit", VisitTimesButton(found.id or 0))])
    return Screen(reader.words(key, at=at), rows, protect=True)


def _holder_rows(found: Visit, reader: Reader) -> Rows:
    ref = found.id or 0
    rows = [
        [reader.key("button-met", OutcomeButton(ref, Outcome.MET))],
        [reader.key("button-nobody-opens", NobodyOpensButton(ref))],
        [reader.key("button-phoned", OutcomeButton(ref, Outcome.PHONED))],
        [reader.key("button-declined", OutcomeButton(ref, Outcome.REFUSED))],
        *absent_rows(ref, reader),
    ]
    programme = reader.playbook.visits.programme(found.programme)
    team = reader.playbook.team(programme.team) if programme else None
    if team is not None and team.lone_step is not None:
        rows.insert(0, [reader.key("button-lone-start", StartLoneButton(ref))])
    if not found.postponed:
        rows.append([reader.key("button-move-visit", VisitTimesButton(ref))])
    rows.append([reader.key("button-stand-in", StandInsButton(ref, 0))])
    return [*rows, [reader.key("button-release", NoVisitButton(ref))]]


def _day_rows(found: Visit, plan: VisitPlan, reader: Reader) -> Rows:
    zone, ref = reader.playbook.zone, found.id or 0
    today = reader.now.astimezone(zone).date()
    days: dict[date, datetime] = {}
    theirs = times_to_go(found, zone, reader.now, hour=plan.hour) if plan.hour else []
    for at in [*theirs, *times_to_go(found, zone, reader.now)]:
        days.setdefault(at.astimezone(zone).date(), at)
    soon = []
    for label, day in (("button-today", today), ("button-tomorrow", today + timedelta(days=1))):
        if day in days:
            soon.append(reader.key(label, VisitTimeButton(ref, _minute(days[day]))))
    return [
        soon,
        [reader.key("button-choose-time", VisitTimesButton(ref))],
        [reader.key("button-cannot-visit", NoVisitButton(ref))],
    ]


def _stale_at(found: Visit, reader: Reader) -> datetime | None:
    """From then on the first hour on its buttons is too soon to promise."""
    first = times_to_go(found, reader.playbook.zone, reader.now, limit=1)[0] - NOTICE
    return first if first > reader.now else None


def _time_key(found: Visit, at: datetime, reader: Reader) -> Key:
    return reader.key("visit-time", VisitTimeButton(found.id or 0, _minute(at)), at=at)


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60


async def visit_head(uow: UnitOfWork, found: Visit, reader: Reader) -> Markup:
    """ "上门探望 · 源昌鑫海湾 · 周四前 · 约 20 分钟": no building, no name."""
    [home] = await uow.households.many([found.household_id])
    programme = reader.playbook.visits.programme(found.programme)
    place = place_line(Place(home.place.compound), reader)
    minutes = programme.minutes if programme else 20
    return reader.words("visit-head", place=place, by=found.due_at, minutes=minutes)


def back_key(reader: Reader) -> Key:
    """To one's list."""
    return reader.key("button-back", RoundsButton(0))


def who_lives(home: Household) -> str:
    """Everybody behind that door."""
    return "、".join(one.name for one in home.present)


async def _held(uow: UnitOfWork, ref: int, reader: Reader) -> tuple[Visit, VisitHold | None]:
    found, person = await uow.visits.get(ref), await _person(uow, reader)
    return found, found.held_by(person.id) if person and found.is_waiting else None


async def _person(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
