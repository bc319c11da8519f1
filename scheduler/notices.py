"""Notices whose time is over, what they ask, and how many have answered those that hold."""

from __future__ import annotations

from datetime import datetime

from bot.services.notices.correcting import end_notices
from bot.services.notices.receiving import show_counts
from bot.services.notices.weekly import tell_weeks
from bot.services.questions.closing import close_questions
from bot.services.questions.seating import fill_places, remind_seats
from bot.storage.work import UnitOfWork


async def end(uow: UnitOfWork, now: datetime) -> bool:
    """They come off the top of their groups."""
    return await end_notices(uow, now=now)


async def close(uow: UnitOfWork, now: datetime) -> bool:
    """截止."""
    return await close_questions(uow, now=now)


async def seat(uow: UnitOfWork, now: datetime) -> bool:
    """Places that have become free; and who has one is reminded the evening before."""
    await remind_seats(uow, now=now)
    return await fill_places(uow, now=now)


async def week(uow: UnitOfWork, now: datetime) -> None:
    """本周办好."""
    await tell_weeks(uow, now=now)


async def count(uow: UnitOfWork, now: datetime) -> None:
    """Their senders' cards."""
    await show_counts(uow, now=now)
