"""How long people wait: at a steady rate, when a hundred press at once, and behind two thousand queued posts."""

from __future__ import annotations

import asyncio

from sqlalchemy import func, select

from bot.domain.priority import Priority
from bot.domain.task import HoldState
from bot.sandbox import Group, Message
from bot.storage import tables
from tests.bench.bots import Bot, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, at_most, milliseconds, must_be
from tests.bench.hearing import Call

MODULE = "tests.bench.linli_bot"
RATE = 20.0  # updates a second
BULK = 2_000
Card = tuple[Group, Message, str]


def _first(calls: list[Call], since: float, chats: set[int]) -> float | None:
    """When the first message to one of these chats arrived."""
    found = (c.at for c in calls if c.at >= since and c.chat_id in chats and c.method == "sendMessage")
    return next((at - since for at in found), None)


async def _until_cards(town: Community, count: int) -> list[Card]:
    await town.ear.until(lambda: len(list(town.cards("fo"))) >= count)
    await asyncio.sleep(3.2)  # a card just posted is left alone so long
    return list(town.cards("fo"))


async def steady(short: bool) -> list[Figure]:
    """Half reports, half presses over 100 groups at 20 a second; from the start of the process on."""
    name, seconds = "steady", 10 if short else 60
    reports: list[tuple[float, set[int]]] = []
    presses: list[tuple[float, str]] = []
    async with community(groups=100, residents=200) as town:
        began = town.clock.monotonic()
        await town.reports(0)
        async with running(MODULE, town.root, town.sandbox.token, town.url) as bot:
            await town.ear.until(lambda: bool(town.ear.since(0)["sendMessage"]))
            first_answer = town.ear.calls[0].at - began
            for n in range(1, 100):
                await town.reports(n)
            cards = await _until_cards(town, 100)
            start = town.clock.monotonic()
            for n in range(int(RATE * seconds)):
                await asyncio.sleep(max(0.0, start + n / RATE - town.clock.monotonic()))
                if n % 2:
                    group, message, data = cards[(n // 2) % len(cards)]
                    at = town.clock.monotonic()
                    person = town.residents[(n * 7) % 200]
                    presses.append((at, await town.presses(person, message, data, group)))
                else:
                    who, where = 100 + n // 2, town.groups[n // 2 % 100]
                    at = await town.reports(who - who % 100 + n // 2 % 100)
                    reports.append(
                        (at, {where.id, town.residents[(who - who % 100 + n // 2 % 100) % 200].id})
                    )
            await asyncio.sleep(3)
    answered = {c.press_id: c.at for c in town.ear.calls if c.press_id and c.status == 200}
    waits = [answered[press] - at for at, press in presses if press in answered]
    heard = [w for at, chats in reports if (w := _first(town.ear.calls, at, chats)) is not None]
    return [
        *milliseconds(name, "a press is answered", waits, 300),
        *milliseconds(name, "a report is answered", heard, 300),
        must_be(name, "presses without an answer", len(presses) - len(waits), 0),
        must_be(name, "reports without an answer", len(reports) - len(heard), 0),
        at_most(name, "start to first answer", first_answer, 3, "s"),
        at_most(name, "peak memory", _peak(bot), 150, "MB"),
    ]


async def hundred(_short: bool) -> list[Figure]:
    """A hundred volunteers press 认领 on one task with one slot at the same moment."""
    name = "hundred"
    async with community(groups=1, residents=1, volunteers=100) as town:
        async with running(MODULE, town.root, town.sandbox.token, town.url):
            await town.reports(0)
            await town.ear.until(lambda: bool(list(town.task_cards("cl"))))
            group, message, data = next(town.task_cards("cl"))
            at = town.clock.monotonic()
            ids = [await town.presses(person, message, data, group) for person in town.volunteers]
            await town.ear.until(lambda: town.ear.since(0)["answerCallbackQuery"] >= 100, quiet_s=8)
        answered = {c.press_id: c.at - at for c in town.ear.calls if c.press_id and c.status == 200}
        async with town.database() as database, database.look() as uow:
            held = tables.holding.c.state == HoldState.HOLDING
            winners = await uow.session.scalar(select(func.count()).select_from(tables.holding).where(held))
    return [
        *milliseconds(name, "a press is answered", [answered[i] for i in ids if i in answered], 1500),
        must_be(name, "holders", winners or 0, 1),
        must_be(name, "without an answer", len(ids) - len(answered), 0),
    ]


async def crowded(short: bool) -> list[Figure]:
    """Telegram's limits on, 2,000 posts queued: presses and /mine are answered meanwhile."""
    name, rounds = "crowded", 20 if short else 60
    asked: list[tuple[float, set[int]]] = []
    presses: list[tuple[float, str]] = []
    async with community(groups=100, residents=200, limits=True) as town:
        async with running(MODULE, town.root, town.sandbox.token, town.url, "--limits"):
            for n in range(20):
                await town.reports(n)
            cards = await _until_cards(town, 20)
        await _queue_bulk(town)
        before = len(town.ear.calls)
        async with running(MODULE, town.root, town.sandbox.token, town.url, "--limits"):
            await town.ear.until(lambda: town.ear.since(before)["sendMessage"] > 0)
            for n in range(rounds):
                group, message, data = cards[n % len(cards)]
                at = town.clock.monotonic()
                presses.append((at, await town.presses(town.residents[100 + n], message, data, group)))
                await asyncio.sleep(0.25)
                at = town.clock.monotonic()
                await town.residents[n + 20].says("/mine")
                asked.append((at, {town.residents[n + 20].id}))
                await asyncio.sleep(0.25)
            await asyncio.sleep(2)
        calls = town.ear.calls[before:]
    answered = {c.press_id: c.at for c in calls if c.press_id and c.status == 200}
    waits = [answered[press] - at for at, press in presses if press in answered]
    heard = [w for at, chats in asked if (w := _first(calls, at, chats)) is not None]
    return [
        *milliseconds(name, "a press is answered", waits, 1000),
        *milliseconds(name, "/mine is answered", heard, 1000),
        must_be(name, "without an answer", len(presses) - len(waits) + len(asked) - len(heard), 0),
        must_be(name, "429 of our own doing", town.ear.too_fast, 0),
        Figure(name, "bulk posts that left meanwhile", _bulk(calls), ""),
    ]


async def _queue_bulk(town: Community) -> None:
    now = town.clock.now()
    async with town.database() as database, database.work() as uow:
        for n in range(BULK):
            group = town.groups[n % len(town.groups)]
            uow.say(group.id, "small-talk", dedupe=f"bulk:{n}", now=now, priority=Priority.BULK)


def _bulk(calls: list[Call]) -> int:
    return sum(c.method == "sendMessage" and (c.chat_id or 0) < 0 and c.status == 200 for c in calls)


def _peak(bot: Bot) -> float:
    peak = bot.report.get("peak_mb")
    return peak if isinstance(peak, float) else float("nan")
