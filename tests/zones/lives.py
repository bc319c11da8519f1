"""Ten years of a plan under a clock that stops, jumps and is set back, and what the calendar says there should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.domain.cadence import Festival, WindowRule, cadence_of, festival_on
from bot.domain.visit import VisitPlan

BEGIN, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2034, 1, 1, tzinfo=UTC)
STEPS = [timedelta(hours=-1), timedelta(hours=1), timedelta(days=-1), timedelta(days=1)]
NAMED: dict[str, Callable[[date], str]] = {
    "weekly": lambda day: day.strftime("%G-W%V"),
    "monthly": lambda day: day.strftime("%Y-%m"),
    "quarterly": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "half-yearly": lambda day: f"{day.year}-H{1 if day.month < 7 else 2}",
    "yearly": lambda day: str(day.year),
}
CADENCES = [*NAMED, "2 weeks", "3 weeks+1", *Festival]


def live(zone: ZoneInfo, cadence: str, rule: WindowRule, random: Random) -> Counter[str]:
    """How often each period was given, by two tickers of which one at times acts on what it read before."""
    plan = VisitPlan(7, "lonely", cadence_of(cadence), "paired", BEGIN)
    plan.begin(rule, zone, BEGIN)
    given: Counter[str] = Counter()
    now = BEGIN
    while now < END:
        stale = deepcopy(plan) if random.random() < 0.05 else None
        windows = plan.give_due(rule, zone, now)
        given.update(window.key for window in windows)
        if stale is not None:
            assert [one.key for one in stale.give_due(rule, zone, now)] == [one.key for one in windows]
        now += random.choice(STEPS) if random.random() < 0.2 else _gap(random)
    given.update(window.key for window in plan.give_due(rule, zone, END))
    return given


def expected(cadence: str, zone: ZoneInfo) -> set[str]:
    """The periods that begin and end in those years, counted day by day from the calendar alone."""
    first, last = BEGIN.astimezone(zone).date(), END.astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if cadence in tuple(Festival):
        held = {f"{year}-{cadence}": festival_on(Festival(cadence), year) for year in range(2024, 2034)}
        return {key for key, day in held.items() if first + timedelta(days=7) < day < last}
    if cadence in NAMED:
        names = [NAMED[cadence](day) for day in days]
        return set(names) - {names[0], names[-1]}
    weeks, _, phase = cadence.removesuffix(" weeks").replace(" weeks", "").partition("+")
    blocks: dict[int, str] = {}
    for day in days:
        blocks.setdefault(
            ((day.toordinal() - 1) // 7 - int(phase or 0)) // int(weeks), day.strftime("%G-W%V")
        )
    return set(list(blocks.values())[1:-1])


def _gap(random: Random) -> timedelta:
    """Mostly a tick each day, at times a long standstill."""
    longest = 60 * 24 * 60 if random.random() < 0.03 else 2 * 24 * 60
    return timedelta(minutes=random.randint(1, longest))
