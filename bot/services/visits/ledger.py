"""探访台账: a month's visits as a table; who and where only in the whole one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.household import Household
from bot.domain.month import month_of, span_of
from bot.domain.playbook import Playbook
from bot.domain.visit.coverage import standing_of
from bot.rosters.tables import Say
from bot.storage.coverage import CoverageRows, Told
from bot.storage.database import Database

KINDS: Mapping[str, int] = {"ledger": 0, "ledger_before": -1}
"""Name of a list → how many months after the one that runs."""
OPEN_KEYS = (
    "heading-no",
    "heading-programme",
    "heading-compound",
    "heading-building",
    "heading-period",
    "heading-due",
    "heading-result",
    "heading-done",
)
FULL_KEYS = (*OPEN_KEYS, "heading-name", "heading-unit", "heading-room", "heading-visitor")
_SLICE = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads it: all of it or not, and in which words."""

    full: bool
    say: Say
    language: str


def ledger_keys(full: bool) -> tuple[str, ...]:
    """The headings of the table, in their order."""
    return FULL_KEYS if full else OPEN_KEYS


async def ledger_rows(
    database: Database, kind: str, now: datetime, how: Reading
) -> AsyncIterator[dict[str, str | None]]:
    """Each visit due in that month, by number; a missed one is there like every other."""
    book = database.playbook
    span = span_of(month_of(book.day(now)) + KINDS[kind], book.zone)
    last = 0
    while True:
        async with database.look() as uow:
            found = await CoverageRows(uow.session).between(*span, after=last, limit=_SLICE)
            homes: dict[int, Household] = {}
            names: dict[int, str] = {}
            if how.full and found:
                homes = {
                    one.id: one for one in await uow.households.many({row.household_id for row in found})
                }
                who = sorted({row.outcome_by for row in found if row.outcome_by})
                names = {key: one.name for key, one in (await uow.members.many(who)).items() if key}
        for row in found:
            told = _row(row, book, now, how)
            home = homes.get(row.household_id)
            if how.full:
                told |= _who(home, names.get(row.outcome_by or 0))
            yield told
        if len(found) < _SLICE:
            return
        last = found[-1].id


def _row(row: Told, book: Playbook, now: datetime, how: Reading) -> dict[str, str | None]:
    programme = book.visits.programme(row.programme)
    standing = standing_of(row.state, row.outcome)
    done = row.outcome_at
    late = (done or now) > row.due_at
    return {
        "heading-no": str(row.id),
        "heading-programme": programme.name(how.language) if programme else row.programme,
        "heading-compound": row.compound,
        "heading-building": row.building,
        "heading-period": row.period_key,
        "heading-due": row.due_at.astimezone(book.zone).strftime("%Y-%m-%d"),
        "heading-result": how.say(
            "ledger-result", result=standing or "stopped", late="yes" if late else "no"
        ),
        "heading-done": done.astimezone(book.zone).strftime("%Y-%m-%d %H:%M") if done else None,
    }


def _who(home: Household | None, visitor: str | None) -> dict[str, str | None]:
    return {
        "heading-name": "、".join(one.name for one in home.present) if home else None,
        "heading-unit": home.place.unit if home else None,
        "heading-room": home.place.room if home else None,
        "heading-visitor": visitor,
    }
