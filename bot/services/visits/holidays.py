"""Before a long holiday coordinators are asked whether everybody is to be looked in on; one press begins that round."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.errors import RuleError
from bot.domain.holiday import holiday_from, long_holiday_before
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.visit.asking import is_daytime
from bot.domain.visit.surge import PROGRAMME, Surge, SurgeReason, for_holiday
from bot.services.visits.surging import open_surge
from bot.storage.work import UnitOfWork


async def hint_holiday(uow: UnitOfWork, *, now: datetime) -> None:
    """Once for each long holiday, some workdays before it, by day; nobody where the playbook has no extra rounds."""
    book = uow.playbook
    found = long_holiday_before(book.day(now), book.visits.holiday_ahead, book.visits.holiday_days)
    if found is None or book.visits.programme(PROGRAMME) is None or not is_daytime(now, book.zone):
        return
    key = f"holiday:{found.first}"
    if await uow.occurrences.happened(key):
        return
    people = await uow.members.reachable_coordinators()
    if not people or not await uow.occurrences.first(key, now):
        return
    for person in people:
        uow.place(
            "holiday", found.first.toordinal(), person.telegram_id, subject=key, now=now,
            priority=Priority.REMINDER,
        )  # fmt: skip


async def open_holiday_round(uow: UnitOfWork, first: int, *, by: Member, now: datetime) -> Surge:
    """节前看一轮: its reason and whom it is for are chosen, and may be changed; asked next is where.

    `first`: the holiday's first day, as a number. Raises RuleError as `open_surge` does, and once it is over.
    """
    surge = await open_surge(uow, by=by, now=now)
    today = uow.playbook.day(now)
    if not 0 < first - today.toordinal() < 60 and not _lasts(first, today):
        raise RuleError("no-surge-over")
    surge.choose(SurgeReason.HOLIDAY)
    for key in for_holiday(uow.playbook):
        surge.toggle_category(key)
    uow.record("holiday_round", f"surge:{surge.id}", now=now, by=by.id)
    return surge


def _lasts(first: int, today: date) -> bool:
    return 1 <= first <= today.toordinal() <= holiday_from(date.fromordinal(first)).last.toordinal()
