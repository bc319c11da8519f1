"""What types cannot tell about a playbook's visits: who does not exist, who may not know, and a ladder without an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.playbook import VOLUNTEERS, Who
from bot.playbooks.lines import Path
from bot.playbooks.mistakes import did_you_mean
from bot.playbooks.sheet import Sheet
from bot.playbooks.visit_tables import DiscontentTable, ProgrammeTable

SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=2)
Found = Iterator[tuple[Path, str]]


def visit_mistakes(sheet: Sheet) -> Found:
    """Every mistake in the tables of visits."""
    yield from _rungs(sheet)
    yield from _steps(sheet)
    for position, one in enumerate(sheet.programme):
        at: Path = ("programme", position)
        yield from _reason(at, one)
        yield from _names(at, one, sheet)
        yield from _hidden(at, one, sheet)
    categories = [one.key for one in sheet.category]
    for check, category in sheet.visits.findings.model_dump().items():
        where: Path = ("visits", "findings", check)
        yield from _unknown(where, "findings: there is no category", category, categories)
    households = [kind.key for kind in sheet.household_category]
    no_answer = sheet.visits.no_answer
    for name, keys in (("ill", no_answer.ill), ("alone", no_answer.alone)):
        for number, key in enumerate(keys):
            where = ("visits", "no_answer", name, number)
            yield from _unknown(where, "no_answer: there is no household_category", key, households)


def _steps(sheet: Sheet) -> Found:
    """Too often is a nuisance, too seldom no safety."""
    for position, one in enumerate(sheet.team):
        if one.lone_step is not None and not SHORTEST <= one.lone_step <= LONGEST:
            yield ("team", position, "lone_step"), f"team “{one.name}”: lone_step must be between 5m and 2h"


def _rungs(sheet: Sheet) -> Found:
    charges = [one.key for one in sheet.charge]
    posts = {one.key for one in sheet.charge if one.whole}
    for position, one in enumerate(sheet.rung):
        at: Path = ("rung", position)
        if (one.who is Who.CHARGE) != (one.charge is not None):
            yield at, f'rung “{one.key}”: a charge goes with who = "charge", and only there'
        yield from _unknown((*at, "charge"), f"rung “{one.key}”: there is no charge", one.charge, charges)
        if one.charge in posts and not one.whole_compound:
            what = f"rung “{one.key}”: charge “{one.charge}” is of a whole compound, so it must be whole_compound = true"
            yield (*at, "charge"), what
    known = {one.key: one.who for one in sheet.rung}
    ladder = sheet.visits.ladder
    for number, key in enumerate(ladder):
        yield from _unknown(("visits", "ladder", number), "ladder: there is no rung", key, list(known))
    if (ladder or sheet.programme) and (not ladder or known.get(ladder[-1]) is not Who.COORDINATOR):
        what = "the ladder must end with a rung of coordinators: somebody has to answer"
        yield ("visits", "ladder"), what


def _reason(at: Path, one: ProgrammeTable) -> Found:
    name = f"programme “{one.key}”"
    if not one.categories and one.event is None:
        yield at, f"{name} must name categories of households or an event"
    if one.categories and one.event is not None and one.cadence is None:
        yield at, f"{name}: categories of households are visited by a cadence, also where an event begins it"
    ways = [one.cadence, one.within, one.before]
    begins = one.cases or one.discontent != DiscontentTable()
    if one.event is None and (one.cadence is None or one.within or one.before or begins):
        yield (
            at,
            f"{name}: households are visited by a cadence; within, before, cases and discontent go with an event",
        )
    if one.event is not None and sum(way is not None for way in ways) != 1:
        yield at, f"{name}: an event takes exactly one of cadence, within and before"


def _names(at: Path, one: ProgrammeTable, sheet: Sheet) -> Found:
    name = f"programme “{one.key}”"
    yield from _unknown(
        (*at, "rung"), f"{name}: there is no rung", one.rung, [rung.key for rung in sheet.rung]
    )
    teams = [team.name for team in sheet.team]
    yield from _unknown((*at, "team"), f"{name}: there is no team", one.team, teams)
    households = [kind.key for kind in sheet.household_category]
    for number, key in enumerate(one.categories):
        where = (*at, "categories", number)
        yield from _unknown(where, f"{name}: there is no household_category", key, households)
    cases = [category.key for category in sheet.category]
    for number, key in enumerate(one.cases):
        yield from _unknown((*at, "cases", number), f"{name}: there is no category", key, cases)


def _hidden(at: Path, one: ProgrammeTable, sheet: Sheet) -> Found:
    """What only coordinators may know must not reach volunteers by way of a visit."""
    secret = {kind.key for kind in sheet.household_category if kind.hidden_from_volunteers}
    if not one.hidden and (found := secret & set(one.categories)):
        key = min(found)
        yield at, f"programme “{one.key}”: household_category “{key}” is hidden, so it must be hidden = true"
    who = next((rung.who for rung in sheet.rung if rung.key == one.rung), None)
    if one.hidden and who in VOLUNTEERS:
        what = f"programme “{one.key}” is hidden: its rung must be coordinators or a charge"
        yield (*at, "rung"), what


def _unknown(path: Path, what: str, name: str | None, known: list[str]) -> Found:
    if name is not None and name not in known:
        yield path, f"{what} “{name}”" + did_you_mean(name, known)
