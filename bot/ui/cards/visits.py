"""A visit: on the team's card without a building, in private to who is asked, in whole only to who goes."""

from __future__ import annotations

from bot.domain.household import Household
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.visit import Outcome, Visit, VisitHold, VisitState
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import NobodyOpensButton
from bot.ui.buttons.lone import StartLoneButton
from bot.ui.buttons.standing_in import StandInsButton
from bot.ui.buttons.visits import (
    AskVisitButton,
    NoVisitButton,
    OutcomeButton,
    RoundsButton,
    StillVisitButton,
    VisitTimesButton,
)
from bot.ui.cards.findings import after_visit
from bot.ui.cards.knocks import knock_lines, knock_rows
from bot.ui.cards.pausing import absent_rows
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Key, Reader, Rows, Screen


async def visit(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the team's group: compound and time only. No building, no name, not why."""
    found = await uow.visits.get(ref)
    lines = [await visit_head(uow, found, reader)]
    if found.is_over:
        lines.append(reader.words("visit-over"))
    elif found.active:
        names = [hold.name for hold in found.active]
        few = found.free > 0
        lines.append(reader.words("task-goes-too-few" if few else "task-goes", names=names, count=found.free))
    elif found.wanted > 1:
        lines.append(reader.words("task-free", count=found.free))
    open_ = found.state in (VisitState.OFFERED, VisitState.CLAIMED) and found.free > 0
    if open_:
        lines.append(reader.words("task-needs-entry"))
    rows = [[reader.key("button-claim", AskVisitButton(ref))]] if open_ else []
    return Screen(Markup("\n".join(lines)), rows)


async def visit_details(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whom, where, which number: for who goes, as long as they do; then 已收走."""
    found, person = await uow.visits.get(ref), await person_of(uow, reader)
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
    lines += [*await knock_lines(uow, found, reader), words("visit-nobody-opens"), words("details-rule")]
    rows = knock_rows(found, reader) or _holder_rows(found, reader)
    if is_asked_still(hold):
        lines.insert(0, words("visit-still"))
        rows.insert(0, [reader.key("button-still", StillVisitButton(ref))])
    return Screen(Markup("\n".join(lines)), rows, protect=True)


def is_asked_still(hold: VisitHold) -> bool:
    """Is 还是您去吗 unanswered?"""
    asked, promised = hold.asked_still_at, hold.promised_at
    return asked is not None and not (promised and promised > asked)


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


def who_lives(home: Household) -> list[str]:
    """Everybody behind that door."""
    return [one.name for one in home.present]


async def person_of(uow: UnitOfWork, reader: Reader) -> Member | None:
    """Whoever reads it in private."""
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
