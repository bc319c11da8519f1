"""What a list tells of a case, a task or a visit: without names, phones and flats, or whole."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from bot.domain.case import Case
from bot.domain.household import Household
from bot.domain.masking import masked
from bot.domain.playbook import DEFAULT_LANGUAGE, Playbook
from bot.domain.task import HoldState, Task
from bot.domain.visit import Outcome, Visit

Row = dict[str, Any]

COLUMNS = {
    "cases": (
        *("number", "text", "state", "how", "category", "team", "party"),
        *("compound", "building", "reported_at", "closed_at", "told_at"),
    ),
    "tasks": (
        *("number", "case", "team", "category", "kind", "state"),
        *("slots", "holders", "created_at", "ended_at"),
    ),
    "visits": (
        *("number", "programme", "period", "compound", "building", "state", "outcome"),
        *("helpers", "opens_at", "due_at", "outcome_at", "ended_at"),
    ),
}
MORE = {
    "cases": ("unit", "room"),
    "tasks": ("names", "remarks"),
    "visits": ("unit", "room", "people", "names"),
}
_COUNTED = (Outcome.MET, Outcome.PHONED, Outcome.NO_ANSWER)
"""What came of a visit, as far as it says nothing of how somebody is."""


def case_row(case: Case, playbook: Playbook, *, full: bool) -> Row:
    """One case; times in the community's zone."""
    category = playbook.category(case.category)
    row: Row = {
        "number": case.number,
        "text": case.text if full else masked(case.text, playbook),
        "state": case.state.value,
        "how": case.how.value if case.how else None,
        "category": category.name(DEFAULT_LANGUAGE) if category else case.category,
        "team": case.team,
        "party": case.party,
        "compound": case.compound,
        "building": case.building,
        "reported_at": _local(case.reported_at, playbook.zone),
        "closed_at": _local(case.closed_at, playbook.zone),
        "told_at": _local(case.told_at, playbook.zone),
    }
    return row | ({"unit": case.unit, "room": case.room} if full else {})


def task_row(task: Task, playbook: Playbook, *, full: bool) -> Row:
    """One task; who took it on, and what they remarked, only in a full list."""
    category = playbook.category(task.category)
    row: Row = {
        "number": task.number,
        "case": str(task.case_id) if task.case_id else None,
        "team": task.team,
        "category": category.name(DEFAULT_LANGUAGE) if category else task.category,
        "kind": task.kind.value,
        "state": task.state.value,
        "slots": str(task.slots),
        "holders": str(len(task.holders)),
        "created_at": _local(task.created_at, playbook.zone),
        "ended_at": _local(task.ended_at, playbook.zone),
    }
    if not full:
        return row
    remarks = "；".join(one.remark for one in task.holdings if one.remark)
    return row | {"names": "、".join(one.name for one in task.holders) or None, "remarks": remarks or None}


def visit_row(visit: Visit, home: Household, playbook: Playbook, *, full: bool) -> Row:
    """One visit; behind which door, whom and by whom, only in a full list, and so what it says of their health."""
    programme = playbook.visits.programme(visit.programme)
    outcome = visit.outcome if full or visit.outcome in _COUNTED else None
    went = [one for one in visit.holds if one.state in (HoldState.HOLDING, HoldState.DONE)]
    row: Row = {
        "number": str(visit.id),
        "programme": programme.name(DEFAULT_LANGUAGE) if programme else visit.programme,
        "period": visit.period_key,
        "compound": home.place.compound,
        "building": home.place.building,
        "state": visit.state.value,
        "outcome": outcome.value if outcome else None,
        "helpers": str(len(went)),
        "opens_at": _local(visit.opens_at, playbook.zone),
        "due_at": _local(visit.due_at, playbook.zone),
        "outcome_at": _local(visit.outcome_at, playbook.zone),
        "ended_at": _local(visit.ended_at, playbook.zone),
    }
    if not full:
        return row
    people = "、".join(one.name for one in home.dwellers) or None
    names = "、".join(one.name for one in went) or None
    return row | {"unit": home.place.unit, "room": home.place.room, "people": people, "names": names}


def _local(at: datetime | None, zone: tzinfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None
