"""Two tickers on one database, in their own processes' manner: each with its own connections, at the same moment."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from bot.clock import Clock
from bot.services.hello.agreeing import choose_hour
from bot.storage import tables
from bot.storage.database import Database
from scheduler import hello, visits
from scheduler.ticks import Ticker
from tests.services.cast import NOW, cards_in, newcomer
from tests.services.rosters import bring, household
from tests.storage.stores import open_database

STEPS = [timedelta(hours=-1), timedelta(hours=1), timedelta(days=-1), timedelta(days=1)]
DOORS = 12
_KINDS = ("独居", "空巢", "低保")


async def test_every_period_has_one_visit_and_every_day_one_question_whoever_ticks(url: str) -> None:
    first, second = open_database(url), open_database(url)
    try:
        await doors(first)
        elder = await asked_every_day(first)
        clock = Clock(NOW)
        tickers = [Ticker(one, clock, [visits.open_due, hello.ask]) for one in (first, second)]
        await _live(tickers, clock, Random(4))
        visits_given, asked = await given(first)
        assert set(visits_given.values()) == {1}
        assert sum(visits_given.values()) > 4 * DOORS
        assert set(asked.values()) == {1}
        days = sorted(day for _, day in asked)
        assert days == [days[0] + timedelta(days=n) for n in range(len(days))]
        asks = (await cards_in(first, elder)).count("hello_ask")
        assert 0 < asks <= len(days)
    finally:
        await first.close()
        await second.close()


async def _live(tickers: list[Ticker], clock: Clock, random: Random) -> None:
    """Some weeks: ticks at the same moment, standstills, and a clock that is set on and back."""
    while clock.now() < NOW + timedelta(days=60):
        await asyncio.gather(*(ticker.tick() for ticker in tickers))
        far = random.random() < 0.25
        clock.move(random.choice(STEPS) if far else timedelta(minutes=random.randint(1, 3 * 24 * 60)))


async def doors(database: Database) -> None:
    """Households that are visited every week or every month."""
    rows = [household(f"住户{n}", room=str(501 + n), kinds=_KINDS[n % len(_KINDS)]) for n in range(DOORS)]
    await bring(database, "households", *rows)


async def asked_every_day(database: Database) -> int:
    """Somebody who wants to be asked at noon how they are; their number at Telegram."""
    async with database.work() as uow:
        elder = await newcomer(uow, "郑奶奶")
        await choose_hour(uow, 12 * 60, by=elder, now=NOW)
        return elder.telegram_id


async def given(database: Database) -> tuple[Counter[tuple[int, str]], Counter[tuple[int, date]]]:
    """How many visits each plan has in each period, and how often each is asked each day."""
    v, d = tables.visit.c, tables.hello_day.c
    async with database.look() as uow:
        given = Counter(
            (row[0], row[1]) for row in await uow.session.execute(select(v.plan_id, v.period_key))
        )
        asked = Counter((row[0], row[1]) for row in await uow.session.execute(select(d.hello_id, d.day)))
    return given, asked
