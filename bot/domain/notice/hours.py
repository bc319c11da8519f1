"""When groups are not disturbed."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.playbook import Playbook


def next_open(book: Playbook, at: datetime, *, urgent: bool) -> datetime:
    """The first moment from `at` on at which a notice may go out; what is urgent always may."""
    local, hours = at.astimezone(book.zone), book.notices.hours
    if urgent or hours.start <= local.time() < hours.end:
        return at
    day = local.date() if local.time() < hours.start else local.date() + timedelta(days=1)
    return datetime.combine(day, hours.start, book.zone).astimezone(at.tzinfo)
