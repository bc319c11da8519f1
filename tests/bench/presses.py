"""Six thousand presses in a minute, a hundred a second: everybody hears an answer, and soon."""

from __future__ import annotations

import asyncio

from bot.ui.buttons.reports import FollowButton
from tests.bench.bots import START_S, running
from tests.bench.community import Community, community
from tests.bench.figures import Figure, at_most, milliseconds, must_be

NAME = "presses"
RATE, SECONDS = 100, 60
PEOPLE, CARDS = 600, 60
"""So that nobody presses faster than a person may: ten presses a minute each."""
_EVERY_S = 0.1
_SETTLES_S = 4.0


async def measure(short: bool) -> list[Figure]:
    """Cards of sixty groups, pressed by six hundred people in turn; limits are lifted, answers are not limited anyway."""
    presses = RATE * (10 if short else SECONDS)
    async with (
        community(groups=CARDS, residents=PEOPLE) as town,
        running("tests.bench.linli_bot", *town.linli) as bot,
    ):
        for n in range(CARDS):
            await town.reports(n)
        await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * CARDS, quiet_s=START_S)
        await asyncio.sleep(_SETTLES_S)
        bot.begin()
        first = len(town.ear.calls)
        pressed, lasted = await _press(town, presses)
        await town.ear.until(lambda: town.ear.since(first)["answerCallbackQuery"] >= presses)
        waits = [
            call.at - pressed[call.press_id]
            for call in town.ear.calls[first:]
            if call.method == "answerCallbackQuery" and call.press_id in pressed
        ]
    return [
        Figure(NAME, f"{presses:,} presses in", lasted, "s"),
        *milliseconds(NAME, "a press answered", waits, 2000),
        at_most(NAME, "the slowest", max(waits, default=float("nan")), 15, "s"),
        Figure(NAME, "processor time a press", bot.report.get("cpu_s", float("nan")) * 1000 / presses, "ms"),
        must_be(NAME, "unanswered", presses - len(waits), 0),
    ]


async def _press(town: Community, presses: int) -> tuple[dict[str, float], float]:
    """When each press was, by its number, and how long all of them took."""
    cards = town.cards(FollowButton)
    pressed: dict[str, float] = {}
    start = town.clock.monotonic()
    for n in range(presses):
        due = start + n // (RATE * _EVERY_S) * _EVERY_S
        await asyncio.sleep(max(0.0, due - town.clock.monotonic()))
        press = await cards[n % len(cards)].pressed_by(town.residents[n * 7 % PEOPLE])
        pressed[press.id] = town.clock.monotonic()
    return pressed, town.clock.monotonic() - start
