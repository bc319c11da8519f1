"""What must be true of a year that went by, and its figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from bot.domain.cadence import windows_between
from bot.domain.visit import CallState, Outcome, VisitPlan, VisitState
from bot.storage import tables
from bot.storage.database import Database
from bot.storage.machinery import placement
from bot.storage.work import UnitOfWork

LISTS = ("my_visits", "visit_offer", "calls", "todo")
"""Cards that come as a list of what there is to do; danger and what somebody asked for themselves are apart."""
SETTLED = timedelta(days=2)
"""So long after its window an occurrence has ended, and its phone call with it."""
_v, _c, _p = tables.visit.c, tables.follow_up_call.c, tables.visit_plan.c


@dataclass
class Figures:
    """`ended`: how many occurrences ended how. `wrong`: what must not be, with an example each."""

    plans: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    lists: Counter[int] = field(default_factory=Counter)
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def fault(self, what: str, example: str) -> None:
        """Something that must not be."""
        self.wrong.setdefault(what, []).append(example)

    def told(self) -> list[str]:
        """As lines."""
        total = sum(self.ended.values())
        lines = [f"{self.plans:,} plans, {total:,} occurrences that are over"]
        lines += [f"  {how}: {n:,} ({n / total:.1%})" for how, n in self.ended.most_common()]
        lines.append(
            "phone calls after a missed visit: " + ", ".join(f"{k} {n:,}" for k, n in self.calls.items())
        )
        days = ", ".join(f"{n}: {count:,}" for n, count in sorted(self.lists.items()))
        lines.append(f"days of a person with so many lists: {days}")
        lines += [f"WRONG {what}: {len(found)}, as {found[0]}" for what, found in self.wrong.items()]
        return lines


async def check(database: Database, begin: datetime, end: datetime) -> Figures:
    """All of it."""
    figures = Figures()
    async with database.look() as uow:
        await _occurrences(uow, figures, end)
        await _calls(uow, figures, end)
        await _periods(uow, figures, begin, end)
        await _lists(uow, figures)
    return figures


async def _occurrences(uow: UnitOfWork, figures: Figures, end: datetime) -> None:
    called = set(await uow.session.scalars(select(_c.visit_id)))
    before: dict[int, Outcome | None] = {}
    rows = await uow.session.execute(
        select(_v.id, _v.plan_id, _v.state, _v.outcome, _v.closes_at).order_by(_v.plan_id, _v.opens_at)
    )
    for row in rows:
        name = f"visit {row.id} of plan {row.plan_id}"
        if row.state is VisitState.DONE:
            if row.outcome is Outcome.PHONED and before.get(row.plan_id) is Outcome.PHONED:
                figures.fault("phoned twice running", name)
            before[row.plan_id] = row.outcome
        if row.closes_at > end - SETTLED:
            continue
        if row.state is VisitState.DONE:
            figures.ended[str(row.outcome)] += 1
        elif row.state is VisitState.MISSED and row.id in called:
            figures.ended["missed, and a coordinator phoned"] += 1
        elif row.state in (VisitState.PAUSED, VisitState.STOPPED):
            figures.ended[str(row.state)] += 1
        else:
            figures.fault(f"left as {row.state}", name)


async def _calls(uow: UnitOfWork, figures: Figures, end: datetime) -> None:
    for row in await uow.session.execute(select(_c.id, _c.state, _c.opened_at)):
        figures.calls[str(row.state)] += 1
        if row.state in (CallState.OPEN, CallState.TAKEN) and row.opened_at < end - SETTLED:
            figures.fault("a call nobody made", f"call {row.id}")


async def _periods(uow: UnitOfWork, figures: Figures, begin: datetime, end: datetime) -> None:
    """Each period of each plan has one occurrence: none is missing between the first and the last."""
    given: dict[int, list[str]] = {}
    for row in await uow.session.execute(select(_v.plan_id, _v.period_key)):
        given.setdefault(row.plan_id, []).append(row.period_key)
    book = uow.playbook
    query = select(VisitPlan).options(selectinload(VisitPlan.helpers), selectinload(VisitPlan.pauses))  # type: ignore[arg-type]
    for plan in await uow.session.scalars(query):
        programme = book.visits.programme(plan.programme)
        if programme is None:
            continue
        figures.plans += 1
        keys = given.get(plan.id or 0, [])
        first = max(begin, plan.started_at)
        windows = windows_between(plan.cadence, programme.window, first, end, book.zone)
        ends = plan.ends_on or end.date()
        wanted = {
            one.key
            for one in windows
            if (plan.stopped_at is None or one.opens_at < plan.stopped_at)
            and one.opens_at.astimezone(book.zone).date() <= ends
        }
        if missing := wanted - set(keys):
            figures.fault("a period without an occurrence", f"plan {plan.id}: {min(missing)}")
        if len(keys) != len(set(keys)):
            figures.fault("a period with two", f"plan {plan.id}")


async def _lists(uow: UnitOfWork, figures: Figures) -> None:
    p, zone = placement.c, uow.playbook.zone
    had: Counter[tuple[int, str]] = Counter()
    query = select(p.chat_id, p.created_at).where(p.card.in_(LISTS), p.chat_id > 0)
    for row in await uow.session.execute(query):
        had[row.chat_id, row.created_at.astimezone(zone).date().isoformat()] += 1
    for (chat, day), count in had.items():
        figures.lists[count] += 1
        if count > 2:
            figures.fault("more than two lists on one day", f"chat {chat} on {day}: {count}")
