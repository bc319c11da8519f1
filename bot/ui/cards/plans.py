"""频次时间: a household's plans, each to be changed by buttons; for coordinators."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.domain.cadence import Cadence, Every
from bot.domain.pages import row_and_page
from bot.domain.playbook import Programme
from bot.domain.rights import Verb, may
from bot.domain.visit import VisitPlan
from bot.domain.visit.choices import CADENCES, HOURS, MOST_TOGETHER, programmes_to_add, rungs_to_choose
from bot.storage.work import UnitOfWork
from bot.ui.buttons.care import CareHomeButton
from bot.ui.buttons.plans import PlanAddButton, PlanAddListButton, PlanButton, PlanListButton, PlanSetButton
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

OFTEN, WEEKDAY, HOUR, RUNG, ONCE, SLOTS = 1, 2, 3, 4, 5, 6
"""The pages of a plan's card."""
_DAYS = (0, 1, 2, 3, 5, 7, 14, 30)


async def care_plans(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which plan?"""
    if not await _plans_visits(uow, reader):
        return None
    lines, rows = [reader.words("plans-head")], []
    for plan in await uow.visits.plans_of(ref):
        programme = _regular(plan, reader)
        if programme is not None:
            lines.append(_line(plan, programme, reader))
            rows.append([choice(programme.name(reader.language), PlanButton(plan.id or 0, 0))])
    rows.append([reader.key("button-plan-add", PlanAddListButton(ref))])
    return Screen(
        Markup("\n".join(lines)), [*rows, [reader.key("button-back", CareHomeButton(ref))]], protect=True
    )


async def care_plan(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One plan, or on its later pages what it may be."""
    number, page = row_and_page(ref)
    plan = await uow.visits.plan(number)
    programme = _regular(plan, reader)
    if not await _plans_visits(uow, reader) or programme is None:
        return None
    text = _line(plan, programme, reader)
    if page in _PAGES:
        rows = _PAGES[page](plan, programme, reader)
        back = PlanButton(number, 0)
        return Screen(
            Markup(f"{text}\n{reader.words('plan-which')}"), [*rows, [reader.key("button-back", back)]],
            protect=True,
        )  # fmt: skip
    rows = [
        [
            reader.key("button-plan-often", PlanButton(number, OFTEN)),
            reader.key("button-plan-rung", PlanButton(number, RUNG)),
        ],
        [
            reader.key("button-plan-weekday", PlanButton(number, WEEKDAY)),
            reader.key("button-plan-hour", PlanButton(number, HOUR)),
        ],
        [
            reader.key("button-plan-slots", PlanButton(number, SLOTS)),
            reader.key("button-plan-once", PlanButton(number, ONCE)),
        ],
        [reader.key("button-back", PlanListButton(plan.household_id))],
    ]
    return Screen(text, rows, protect=True)


async def care_plan_add(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """加一项: which of those the household is not visited for yet?"""
    if not await _plans_visits(uow, reader):
        return None
    visits = reader.playbook.visits
    running = {plan.programme for plan in await uow.visits.plans_of(ref)}
    keys = [
        choice(one.name(reader.language), PlanAddButton(ref, visits.programmes.index(one)))
        for one in programmes_to_add(visits, running)
    ]
    back = [reader.key("button-back", PlanListButton(ref))]
    return Screen(
        reader.words("plan-add-which" if keys else "plan-add-none"), [*grid(keys, 2), back], protect=True
    )


def cadence_name(cadence: Cadence, reader: Reader) -> str:
    """每周, 每 3 周, 春节前."""
    if cadence.every is Every.WEEKS and cadence.weeks > 1:
        return reader.words.plain("cadence-weeks", n=cadence.weeks)
    return reader.words.plain("cadence-name", every=str(cadence))


def _line(plan: VisitPlan, programme: Programme, reader: Reader) -> Markup:
    rungs = reader.playbook.visits.rungs_for(programme, plan.rung)
    hour = plan.hour
    return reader.words(
        "plan-line",
        name=programme.name(reader.language),
        often=cadence_name(plan.cadence, reader),
        who=rungs[0].name(reader.language),
        weekday=_weekday(plan.weekday, reader),
        hour=f"{hour.hour}:{hour.minute:02}" if hour else reader.words.plain("plan-any-hour"),
        slots=plan.slots or programme.slots,
    )


def _weekday(weekday: int | None, reader: Reader) -> str:
    return reader.words.plain("plan-weekday", day=7 if weekday is None else weekday)


def _often(plan: VisitPlan, programme: Programme, reader: Reader) -> Rows:
    keys = [
        choice(cadence_name(one, reader), PlanSetButton(plan.id or 0, OFTEN, n), chosen=one == plan.cadence)
        for n, one in enumerate(CADENCES)
    ]
    return grid(keys, 3)


def _weekdays(plan: VisitPlan, programme: Programme, reader: Reader) -> Rows:
    now = 7 if plan.weekday is None else plan.weekday
    keys = [
        choice(
            reader.words.plain("plan-weekday", day=day),
            PlanSetButton(plan.id or 0, WEEKDAY, day),
            chosen=day == now,
        )
        for day in range(8)
    ]
    return grid(keys, 4)


def _hours(plan: VisitPlan, programme: Programme, reader: Reader) -> Rows:
    keys = [
        choice(
            f"{hour.hour}:{hour.minute:02}", PlanSetButton(plan.id or 0, HOUR, n), chosen=hour == plan.hour
        )
        for n, hour in enumerate(HOURS)
    ]
    free = choice(
        reader.words.plain("plan-any-hour"),
        PlanSetButton(plan.id or 0, HOUR, len(HOURS)),
        chosen=plan.hour is None,
    )
    return [*grid(keys, 4), [free]]


def _who(plan: VisitPlan, programme: Programme, reader: Reader) -> Rows:
    first = plan.rung or programme.rung
    rungs = rungs_to_choose(reader.playbook.visits, programme)
    keys = [
        choice(one.name(reader.language), PlanSetButton(plan.id or 0, RUNG, n), chosen=one.key == first)
        for n, one in enumerate(rungs)
    ]
    return grid(keys, 2)


def _slots(plan: VisitPlan, programme: Programme, reader: Reader) -> Rows:
    now = plan.slots or programme.slots
    keys = [
        choice(reader.words.plain("plan-slots", n=n), PlanSetButton(plan.id or 0, SLOTS, n), chosen=n == now)
        for n in range(1, MOST_TOGETHER + 1)
    ]
    return grid(keys, 2)


def _days(plan: VisitPlan, programme: Programme, reader: Reader) -> Rows:
    keys: list[Key] = [
        reader.key("event-in-days", PlanSetButton(plan.id or 0, ONCE, n), days=n) for n in _DAYS
    ]
    return grid(keys, 2)


_PAGES: Mapping[int, Callable[[VisitPlan, Programme, Reader], Rows]] = {
    OFTEN: _often,
    WEEKDAY: _weekdays,
    HOUR: _hours,
    RUNG: _who,
    ONCE: _days,
    SLOTS: _slots,
}


def _regular(plan: VisitPlan, reader: Reader) -> Programme | None:
    """Its programme, where it goes on and is more than a single visit."""
    if plan.stopped_at is not None or plan.cadence.on is not None:
        return None
    return reader.playbook.visits.programme(plan.programme)


async def _plans_visits(uow: UnitOfWork, reader: Reader) -> bool:
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return member is not None and may(member, Verb.PLAN_VISITS)
