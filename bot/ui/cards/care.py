"""/visits: the care list, and one household of it, for coordinators in private."""

from __future__ import annotations

import html
from datetime import timedelta

from bot.domain.household import Household
from bot.domain.marks import MAY_ENTER
from bot.domain.member import Member
from bot.domain.month import month_of
from bot.domain.rights import Subject, Verb, may
from bot.domain.visit import PauseReason, VisitPlan
from bot.domain.visit.surge import CHANGED_WITHIN
from bot.storage.care import CareList
from bot.storage.surges import Surges
from bot.storage.work import UnitOfWork
from bot.ui.buttons.care import (
    CareHomeButton,
    CarePageButton,
    PairButton,
    PairListButton,
    PauseButton,
    PauseListButton,
    UnpairButton,
    WishListButton,
)
from bot.ui.buttons.coverage import CoverageButton
from bot.ui.buttons.events import EventsButton
from bot.ui.buttons.pausing import AnswerPauseButton, BackButton
from bot.ui.buttons.plans import PlanListButton
from bot.ui.buttons.surge import SoonButton
from bot.ui.cards.events import end_rows
from bot.ui.cards.status import place_line
from bot.ui.cards.wishes import wish_line
from bot.ui.grid import turning
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

PAGE = 6
_MOST = 12
_DAYS = {PauseReason.HOSPITAL: 14, PauseReason.AWAY: 30, PauseReason.WITH_CHILDREN: 90}


async def care(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The list at page `ref`: who is due when, who was last reached when; empty, what to do next."""
    if not await _coordinator(uow, reader):
        return None
    cares = CareList(uow.session)
    count = await cares.count()
    if not count:
        return Screen(reader.words("care-none"))
    page = min(max(0, ref), (count - 1) // PAGE)
    found = await cares.page(page * PAGE, PAGE)
    homes = {one.id: one for one in await uow.households.many([line.household_id for line in found])}
    lines, rows = [reader.words("care-head", count=count)], []
    compound = None
    for line in found:
        home = homes[line.household_id]
        if line.compound != compound:
            compound = line.compound
            lines.append(reader.words("care-compound", compound=_compound(compound, reader)))
        said = reader.words("care-line" if line.last_contact_at else "care-line-never",
            who=_who(home), place=_door(home, reader), last=line.last_contact_at or "", due=line.due_at or "",
        )  # fmt: skip
        lines.append(Markup(said if line.helped else f"{said} {reader.words('care-alone')}"))
        rows.append([Key(_label(home, reader), CareHomeButton(home.id).pack())])
    turn = turning(reader, page, PAGE, count, CarePageButton)
    month = CoverageButton(month_of(reader.playbook.day(reader.now)), 0)
    rows += [turn, [reader.key("button-coverage", month)]]
    return Screen(Markup("\n".join(lines)), rows, protect=True)


async def care_home(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One household: its plans, its helpers, its pause; a pause that waits is put to the reader."""
    person = await _person(uow, reader)
    if person is None or not await _may_see(uow, ref, person):
        return None
    home = await uow.households.get(ref)
    plans = [one for one in await uow.visits.plans_of(ref) if _is_now(one, reader)]
    lines = [reader.words("care-home", who=_who(home), place=place_line(home.place, reader))]
    lines += [_plan_line(plan, reader) for plan in plans]
    helpers = {one.member_id: one.name for plan in plans for one in plan.helpers}
    names = list(helpers.values())
    lines.append(reader.words("care-helpers", names=names) if names else reader.words("care-no-helpers"))
    lines += await wish_line(uow, ref, reader)
    asked = next((plan.pause_asked for plan in plans if plan.pause_asked), None)
    held = next((plan.pause for plan in plans if plan.pause), None)
    rows: Rows = []
    if asked is not None:
        key = "care-pause-asked" if asked.until_on else "care-pause-asked-for-good"
        lines.append(reader.words(key, reason=str(asked.reason), until=asked.until_on or ""))
        if asked.by_id != person.id:
            rows.append([reader.key("button-pause-yes", AnswerPauseButton(asked.id or 0, 1))])
        rows.append([reader.key("button-pause-no", AnswerPauseButton(asked.id or 0, 0))])
    elif held is not None:
        lines.append(reader.words("care-paused", reason=str(held.reason), until=held.until_on or ""))
        rows.append([reader.key("button-back-early", BackButton(held.id or 0))])
    if plans and may(person, Verb.PLAN_VISITS):
        rows.append([reader.key("button-pair", PairListButton(ref))])
        rows += [
            [Key(reader.words.plain("care-unpair", name=name[:12]), UnpairButton(ref, number).pack())]
            for number, name in helpers.items()
        ]
        rows.append(
            [
                reader.key("button-plans", PlanListButton(ref)),
                reader.key("button-wishes", WishListButton(ref)),
            ]
        )
        rows += [*end_rows(plans, reader), [reader.key("button-events", EventsButton(ref))]]
        if asked is None and held is None:
            rows.append([reader.key("button-pause", PauseListButton(ref))])
        if ref in await Surges(uow.session).changed_since(reader.now - CHANGED_WITHIN):
            rows.append([reader.key("button-soon", SoonButton(ref))])
    return Screen(Markup("\n".join(lines)), rows, protect=True)


async def care_pair(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """结对: whom? Those who may enter homes and can be reached."""
    if not await _coordinator(uow, reader):
        return None
    able = await uow.members.marked(MAY_ENTER, reader.playbook.day(reader.now))
    back = [reader.key("button-back", CareHomeButton(ref))]
    if not able:
        return Screen(reader.words("care-nobody"), [back])
    keys = [[Key(one.name[:24], PairButton(ref, one.id or 0).pack())] for one in able[:_MOST]]
    return Screen(reader.words("care-pair-whom"), [*keys, back])


async def care_pause(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """暂停: why, and until when at the latest."""
    if not await _coordinator(uow, reader):
        return None
    rows = [
        [reader.key("button-pause-reason", PauseButton(ref, reason, _DAYS.get(reason)), reason=str(reason))]
        for reason in PauseReason
    ]
    return Screen(reader.words("care-pause-why"), [*rows, [reader.key("button-back", CareHomeButton(ref))]])


def _plan_line(plan: VisitPlan, reader: Reader) -> Markup:
    programme = reader.playbook.visits.programme(plan.programme)
    name = programme.name(reader.language) if programme else plan.programme
    if plan.next_at is None:
        return reader.words("care-plan-once", name=name)
    return reader.words("care-plan", name=name, due=plan.next_at)


def _is_now(plan: VisitPlan, reader: Reader) -> bool:
    """Goes on; a single visit is shown until the day after."""
    on = plan.cadence.on
    return plan.stopped_at is None and (
        on is None or on >= reader.playbook.day(reader.now) - timedelta(days=1)
    )


async def _may_see(uow: UnitOfWork, household_id: int, person: Member) -> bool:
    if may(person, Verb.PLAN_VISITS):
        return True
    family = await uow.kin.family_of(household_id=household_id)
    return may(person, Verb.SECOND_PAUSE, Subject(own=any(one.family_id == person.id for one in family)))


async def _coordinator(uow: UnitOfWork, reader: Reader) -> bool:
    person = await _person(uow, reader)
    return person is not None and may(person, Verb.PLAN_VISITS)


async def _person(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)


def _who(home: Household) -> list[str]:
    return [one.name for one in home.present]


def _door(home: Household, reader: Reader) -> Markup:
    parts = (home.place.building, home.place.unit, home.place.room)
    return Markup(html.escape("-".join(part for part in parts if part)))


def _label(home: Household, reader: Reader) -> str:
    return " ".join(
        filter(None, (home.place.building, home.place.room, reader.words.listed(_who(home)).plain[:12]))
    )


def _compound(name: str, reader: Reader) -> str:
    found = reader.playbook.compound(name)
    return found.title(reader.language) if found else name
