"""Lists that leave the house: without names, phones and flats, or, with a reason that is kept, whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import Verb, must
from bot.rosters.rows import HouseholdRow, MemberRow
from bot.rosters.tables import HOUSEHOLD_HEADINGS, MEMBER_HEADINGS, Say, household_table, member_table
from bot.services.exported import COLUMNS, MORE, Row, case_row, task_row, visit_row
from bot.services.jobs import start_job
from bot.services.questions import attendance
from bot.services.questions.attendance import notice_in
from bot.services.visits import ledger
from bot.services.visits.sheets import SHEETS
from bot.storage.database import Database
from bot.storage.exporting import every_case, every_task, every_visit, listed_households, listed_members
from bot.storage.registers.contents import content_of
from bot.storage.work import UnitOfWork

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
        return [*COLUMNS[self._kind], *(MORE[self._kind] if self._full else ())]

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
