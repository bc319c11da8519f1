"""Lists that leave the house: without names, phones and flats, or, with a reason that is kept, whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.household import Household
from bot.domain.masking import masked
from bot.domain.member import Member
from bot.domain.playbook import DEFAULT_LANGUAGE, Playbook
from bot.domain.rights import Verb, must
from bot.domain.task import HoldState, Task
from bot.domain.visit import Outcome, Visit
from bot.rosters.rows import HouseholdRow, MemberRow
from bot.rosters.tables import HOUSEHOLD_HEADINGS, MEMBER_HEADINGS, Say, household_table, member_table
from bot.services.jobs import start_job
from bot.services.questions import attendance
from bot.services.questions.attendance import notice_in
from bot.services.visits import ledger
from bot.services.visits.sheets import SHEETS
from bot.storage.database import Database
from bot.storage.exporting import every_case, every_task, every_visit, listed_households, listed_members
from bot.storage.registers.contents import content_of
from bot.storage.work import UnitOfWork

Row = dict[str, Any]
Cells = list[str | None]
KINDS = ("households", "members", "cases", "tasks", "visits", *ledger.KINDS)
CONFIRM_AFTER, CONFIRM_WITHIN = timedelta(seconds=5), timedelta(minutes=10)
"""A full list takes a second press, not sooner and not later."""
OPEN = {
    "households": ("compound", "building", "categories", "languages"),
    "members": ("teams", "leads", "certified", "may_enter", "strong", "languages", "compound", "building"),
}
"""What a list without names, phones and flats tells."""
_OPEN_HEADINGS = {
    "households": ("heading-compound", "heading-building", "heading-categories", "heading-languages"),
    "members": (
        "heading-teams",
        "heading-post",
        "heading-certified",
        "heading-may-enter",
        "heading-strong",
        "heading-languages",
        "heading-compound",
        "heading-building",
    ),
}

_COLUMNS = {
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
_MORE = {
    "cases": ("unit", "room"),
    "tasks": ("names", "remarks"),
    "visits": ("unit", "room", "people", "names"),
}
_COUNTED = (Outcome.MET, Outcome.PHONED, Outcome.NO_ANSWER)
"""What came of a visit, as far as it says nothing of how somebody is."""


class Export:
    """One list, read a slice at a time: each row as an object, and as cells under `headings`. `now` says which month."""

    def __init__(
        self, database: Database, kind: str, *, full: bool, say: Say, language: str, now: datetime
    ) -> None:
        if kind not in KINDS and notice_in(kind) is None:
            raise RuleError("no-stale-button")
        self._database, self._kind, self._full = database, kind, full
        self._say, self._language, self._now = say, language, now

    @property
    def headings(self) -> list[str]:
        """Of a table; a full list of people can be brought in again."""
        if self._kind in ledger.KINDS:
            return [self._say(key) for key in ledger.ledger_keys(self._full)]
        if self._kind in OPEN:
            return [self._say(key) for key in self._keys()]
        if notice_in(self._kind) is not None:
            return [*attendance.COLUMNS, *(attendance.MORE if self._full else ())]
        return [*_COLUMNS[self._kind], *(_MORE[self._kind] if self._full else ())]

    async def rows(self) -> AsyncIterator[tuple[Row, Cells]]:
        """Everything, in order."""
        playbook = self._database.playbook
        if self._kind in ledger.KINDS:
            told_of = ledger.Reading(self._full, self._say, self._language)
            async for told in ledger.ledger_rows(self._database, self._kind, self._now, told_of):
                yield _both(told)
        elif (notice_id := notice_in(self._kind)) is not None:
            async for row_ in attendance.signed_rows(self._database, notice_id, full=self._full):
                yield _both(row_)
        elif self._kind == "cases":
            async for case in every_case(self._database):
                yield _both(case_row(case, playbook, full=self._full))
        elif self._kind == "tasks":
            async for task in every_task(self._database):
                yield _both(task_row(task, playbook, full=self._full))
        elif self._kind == "visits":
            async for visit, home in every_visit(self._database):
                yield _both(visit_row(visit, home, playbook, full=self._full))
        else:
            listed = listed_households if self._kind == "households" else listed_members
            async for row in listed(self._database):
                yield self._person(row)

    def _person(self, row: HouseholdRow | MemberRow) -> tuple[Row, Cells]:
        playbook, say, language = self._database.playbook, self._say, self._language
        every: Sequence[str]
        if isinstance(row, HouseholdRow):
            table, every = household_table([row], playbook, say, language), HOUSEHOLD_HEADINGS
        else:
            table, every = member_table([row], playbook, say, language), MEMBER_HEADINGS
        told, cells = content_of(row), dict(zip(every, next(iter(table.rows)), strict=True))
        kept = told if self._full else {name: told[name] for name in OPEN[self._kind]}
        return kept, [cells[key] for key in self._keys()]

    def _keys(self) -> Sequence[str]:
        if not self._full:
            return _OPEN_HEADINGS[self._kind]
        return HOUSEHOLD_HEADINGS if self._kind == "households" else MEMBER_HEADINGS


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


def record_export(
    uow: UnitOfWork, kind: str, *, by: Member | None, reason: str | None, now: datetime
) -> None:
    """That somebody takes a list, when, and why if it is a full one, is kept before they have it."""
    number = by.id if by else None
    if reason:
        uow.record("exported", kind, now=now, by=number, reason=reason)
    else:
        uow.looked("list", kind, by=number, now=now)


async def ask_export(
    uow: UnitOfWork, kind: str, *, by: Member, reason: str | None, now: datetime, round_: int
) -> None:
    """The list is made and sent in private. Raises RuleError without the right."""
    must(by, Verb.EXPORT_FULL if reason else Verb.EXPORT)
    if kind not in KINDS and not (reason and kind in SHEETS) and notice_in(kind) is None:
        raise RuleError("no-stale-button")
    record_export(uow, kind, by=by, reason=reason, now=now)
    args: Mapping[str, Any] = {
        "list": kind,
        "reason": reason,
        "chat": by.telegram_id,
        "name": by.name,
        "language": by.language,
        "round": round_,
    }
    made = "visit_sheet" if kind in SHEETS else "export"
    await start_job(uow, made, f"export:{by.id}", now=now, **args)


async def confirm_export(uow: UnitOfWork, kind: str, *, by: Member, now: datetime, round_: int) -> bool:
    """A press for a full list: the first is only remembered; one five seconds later, and for the same list, counts.

    Raises RuleError without the right, without a reason given just before, or too soon.
    """
    must(by, Verb.EXPORT_FULL)
    asked = await uow.dialogs.open_with(by.id, now)
    if asked is None or asked.kind != "export_full" or by.id is None:
        raise RuleError("no-export-reason")
    pressed = asked.detail.get("pressed")
    if asked.detail.get("list") != kind or pressed is None:
        detail = {**asked.detail, "list": kind, "pressed": now.isoformat()}
        await uow.dialogs.ask(by.id, "export_full", 0, until=now + CONFIRM_WITHIN, **detail)
        return False
    if now - datetime.fromisoformat(pressed) < CONFIRM_AFTER:
        raise RuleError("no-export-too-soon")
    await uow.dialogs.close(by.id)
    await ask_export(uow, kind, by=by, reason=asked.detail["reason"], now=now, round_=round_)
    return True


def _both(row: Row) -> tuple[Row, Cells]:
    return row, [None if value is None else str(value) for value in row.values()]


def _local(at: datetime | None, zone: tzinfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None
