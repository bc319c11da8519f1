"""How soon people are answered while reports and presses come at a steady pace, and how much memory that takes."""

from __future__ import annotations

import asyncio
import base64
from collections import defaultdict, deque
from statistics import median

from bot.ui.buttons.reports import FollowButton
from tests.bench.bots import START_S, running
from tests.bench.community import KEY, Community, community
from tests.bench.figures import Figure, at_most, milliseconds, must_be

NAME = "steady"
RATE = 20
"""Updates a second, every other one a press."""
GROUPS = 100
_WARM = 100  # cards to press from the start on, in groups of their own
_WARM_GROUPS = 20
_SETTLES_S = 4.0


async def measure(short: bool) -> list[Figure]:
    """A start from nothing, then a steady pace."""
    starts = [await _start() for _ in range(1 if short else 3)]
    return [
        at_most(NAME, "start to first answer", median(starts), 3.0, "s"),
        *await _pace(10 if short else 60),
    ]


async def _start() -> float:
    """Seconds from the command `linli run` to the answer to what was waiting."""
    async with community(groups=1, residents=10) as town:
        settings = {
            "TELEGRAM_BOT_TOKEN": town.sandbox.token,
            "TELEGRAM_API_URL": town.root,
            "DATABASE_URL": town.url,
            "DATA_KEY": base64.b64encode(KEY).decode(),
            "LOG_LEVEL": "WARNING",
        }
        await town.reports(0)
        before = town.clock.monotonic()
        async with running("bot", "run", **settings):
            await town.ear.until(lambda: town.ear.since(0)["sendMessage"] > 0, quiet_s=START_S)
            said = [call.at for call in town.ear.calls if call.method == "sendMessage"]
            return said[0] - before if said else float("nan")


async def _pace(seconds: int) -> list[Figure]:
    async with community(groups=GROUPS + _WARM_GROUPS, residents=300) as town:
        async with running("tests.bench.linli_bot", town.root, town.sandbox.token, town.url) as bot:
            for n in range(_WARM):
                await town.reports(n, town.groups[GROUPS:])
            await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * _WARM, quiet_s=START_S)
            await asyncio.sleep(_SETTLES_S)
            first = len(town.ear.calls)
            reported, pressed, edits = await _act(town, seconds)
            wanted = 3 * sum(map(len, reported.values())) + 2 * len(pressed)
            await town.ear.until(lambda: town.ear.since(first).total() >= wanted)
            figures = _waits(town, first, reported, pressed, edits)
        return [*figures, at_most(NAME, "peak memory", bot.report.get("peak_mb", float("nan")), 150, "MB")]


Reported = dict[int, deque[float]]
Pressed = dict[str, float]
Edits = dict[tuple[int, int], float]


async def _act(town: Community, seconds: int) -> tuple[Reported, Pressed, Edits]:
    """Who reported when, which press was when, which card was pressed when."""
    reported: Reported = defaultdict(deque)
    pressed: Pressed = {}
    edits: Edits = {}
    cards = deque(town.cards(FollowButton, town.groups[GROUPS:]))
    known = {card.message.id for card in cards}
    start = town.clock.monotonic()
    for n in range(seconds * RATE):
        await asyncio.sleep(max(0.0, start + n / RATE - town.clock.monotonic()))
        now = town.clock.monotonic()
        if n % 2 == 0:
            reported[(await town.reports(_WARM + n // 2, town.groups[:GROUPS])).id].append(now)
        else:
            card = cards[0]
            cards.rotate(-1)  # whoever comes later presses the same card
            press = await card.pressed_by(town.residents[(n // 2 + 150) % 300])
            pressed[press.id] = now
            edits.setdefault((card.group.id, card.message.id), now)
        if n % RATE == 0:
            fresh = [card for card in town.cards(FollowButton) if card.message.id not in known]
            known.update(card.message.id for card in fresh)
            cards.extendleft(fresh)
    return reported, pressed, edits


def _waits(town: Community, first: int, reported: Reported, pressed: Pressed, edits: Edits) -> list[Figure]:
    answers: list[float] = []
    shown: list[float] = []
    asked = sum(map(len, reported.values())) + len(pressed)
    for call in town.ear.calls[first:]:
        if call.method == "sendMessage" and reported.get(call.chat_id or 0):
            answers.append(call.at - reported[call.chat_id or 0].popleft())
        elif call.method == "answerCallbackQuery" and call.press_id in pressed:
            answers.append(call.at - pressed[call.press_id])
        elif call.method == "editMessageText" and (call.chat_id or 0, call.message_id or 0) in edits:
            shown.append(call.at - edits.pop((call.chat_id or 0, call.message_id or 0)))
    p50, p95, p99 = milliseconds(NAME, f"answered, at {RATE}/s", answers, 300)
    return [
        p50,
        p95,
        p99,
        *milliseconds(NAME, "pressed card shown anew", shown),
        must_be(NAME, "unanswered", asked - len(answers), 0),
    ]
