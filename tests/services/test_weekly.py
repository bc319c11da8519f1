"""本周办好 on either database: once a week whatever the downtime, silent, nothing private, nothing where nothing was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.case import Case, CaseState, Ending
from bot.domain.chat import Chat
from bot.domain.notice.week import last_week, week_of
from bot.services.notices.weekly import tell_weeks
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from bot.ui.cards.weeks import week_done
from bot.ui.i18n import words_for
from bot.ui.screen import Reader
from tests.services.cast import NOW, cards_in
from tests.storage.stores import PLAYBOOK
from tests.town import BUILDING, COMPOUND

BOOK = replace(PLAYBOOK, notices=replace(PLAYBOOK.notices, weekly=True))
HERE, QUIET = -1001, -1002
SUNDAY = NOW + timedelta(days=4, hours=8, minutes=1)  # 18:01


async def _week(uow: UnitOfWork) -> None:
    for number, building in ((HERE, BUILDING), (QUIET, "1号楼")):
        chat = Chat(number, "群")
        chat.bind_building(COMPOUND, building, None, NOW)
        uow.add(chat)
    for category, sensitive, how in (
        ("lift", False, Ending.FIXED),
        ("lift", False, Ending.UNCONFIRMED),
        ("quarrel", True, Ending.FIXED),
    ):
        case = Case(None, "郑奶奶家1502", NOW, category=category, sensitive=sensitive)
        case.compound, case.building, case.state = COMPOUND, BUILDING, CaseState.CLOSED
        case.how, case.closed_at = how, NOW
        uow.add(case)


async def _tell(database: Database, at: datetime) -> None:
    async with database.work() as uow:
        uow.playbook = BOOK
        await tell_weeks(uow, now=at)


async def test_each_group_reads_its_week_once_and_a_quiet_one_nothing(database: Database) -> None:
    async with database.work() as uow:
        await _week(uow)
    await _tell(database, SUNDAY - timedelta(minutes=2))
    assert await cards_in(database, HERE) == []
    for minutes in (0, 1, 60 * 24 * 6):
        await _tell(database, SUNDAY + timedelta(minutes=minutes))
    assert await cards_in(database, HERE) == ["week_done"]
    assert await cards_in(database, QUIET) == []


async def test_after_long_downtime_only_the_last_week_is_told_and_it_was_quiet(database: Database) -> None:
    async with database.work() as uow:
        await _week(uow)
    await _tell(database, SUNDAY + timedelta(days=21))
    assert await cards_in(database, HERE) == []


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "en"])
async def test_it_says_numbers_and_categories_alone(database: Database, language: str) -> None:
    async with database.work() as uow:
        await _week(uow)
    async with database.look() as uow:
        reader = Reader(HERE, words_for(language, BOOK.zone).at(SUNDAY), SUNDAY, BOOK, "linli_bot")
        screen = await week_done(uow, last_week(BOOK, SUNDAY), reader)
    assert screen is not None
    assert screen.silent
    assert "1502" not in screen.text
    assert screen.text.count("✅") == 1
    assert "2" in screen.text.splitlines()[1] or "two" in screen.text


def test_a_week_ends_at_its_hour_and_the_next_begins_there() -> None:
    ref = last_week(BOOK, SUNDAY)
    since, until = week_of(BOOK, ref)
    assert until <= SUNDAY < until + timedelta(hours=1)
    assert until - since == timedelta(days=7)
    assert last_week(BOOK, until - timedelta(seconds=1)) != ref
