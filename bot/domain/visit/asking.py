"""When people are asked about visits and which times are put to them: by day only, and inside the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from bot.domain.cadence import Window, suggested_at
from bot.domain.moment import moment_on
from bot.domain.playbook import Rung, Visits
from bot.domain.visit.ladder import climbs_at
from bot.domain.visit.plan import VisitPlan
from bot.domain.visit.promises import broken_at
from bot.domain.visit.states import VisitState
from bot.domain.visit.visit import Visit

FIRST, LAST = time(8, 30), time(20, 30)
"""The hours of a day at which people are asked: one list in the morning, nothing in the evening."""
EVENING = time(19, 0)
SOON = timedelta(hours=1)
_HOURS = (time(10, 0), time(15, 0), time(17, 0))
NOTICE = timedelta(minutes=30)
"""Nobody is asked to go sooner than that."""


def is_daytime(now: datetime, zone: tzinfo) -> bool:
    """May people be asked about what can wait?"""
    return FIRST <= now.astimezone(zone).time() < LAST


def morning_after(now: datetime, zone: tzinfo) -> datetime:
    """The next 08:30."""
    local = now.astimezone(zone)
    day = local.date() if local.time() < FIRST else local.date() + timedelta(days=1)
    return moment_on(day, FIRST, zone)


def looks_at(visit: Visit, rungs: Sequence[Rung], rules: Visits) -> datetime | None:
    """When the clock has something to do about it: ask further, ask after a promise, or see that it was missed."""
    if visit.is_over or visit.state in (VisitState.NO_ANSWER, VisitState.AWAITING):
        return None
    broken = [at for hold in visit.active if (at := broken_at(hold, rules))]
    climbs = climbs_at(visit, rungs, rules)
    return min([visit.closes_at, *broken, *([climbs] if climbs else [])])


def wished_time(plan: VisitPlan, visit: Visit, zone: tzinfo, now: datetime) -> datetime | None:
    """The household's own day and hour, where what is left of the window has it."""
    window = Window(visit.period_key, visit.opens_at, visit.due_at, visit.closes_at)
    return suggested_at(window, plan.weekday, plan.hour or _HOURS[0], zone, now + NOTICE)


def times_to_go(
    visit: Visit, zone: tzinfo, now: datetime, *, hour: time | None = None, limit: int = 9
) -> list[datetime]:
    """Moments that can be promised, the soonest first; at least one while the window is open. `hour`: the household's."""
    hours = (hour,) if hour is not None else _HOURS
    day = now.astimezone(zone).date()
    found: list[datetime] = []
    while len(found) < limit and moment_on(day, time(0), zone) <= visit.closes_at:
        moments = (moment_on(day, at, zone) for at in hours)
        found += [at for at in moments if now + NOTICE <= at <= visit.closes_at]
        day += timedelta(days=1)
    return found[:limit] or [visit.closes_at]


def evening_before(promised_at: datetime, zone: tzinfo) -> datetime:
    """19:00 of the day before."""
    return moment_on(promised_at.astimezone(zone).date() - timedelta(days=1), EVENING, zone)
