"""People who press and report while a notice goes out, and how long they wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.sandbox import Message, Person
from bot.ui.buttons.reports import OpenCaseButton
from tests.bench.bots import START_S
from tests.bench.community import Community
from tests.bench.crowded import receipt_of
from tests.bench.hearing import Call

NOTICE = "明天停水，请今晚存些水"
ASKING = 400
"""So many people are in the groups, and may report something."""
_PRESSING = 30
_GAP_S = 1.0
_LONGEST_S = 900.0
_SETTLES_S = 3.0
_COUNTED = ("sendMessage", "editMessageText")
"""What counts against Telegram's limits."""


@dataclass
class Round:
    """How one notice went. `presses`, `reports`: seconds until each was answered; `others`: answers and cards sent
    meanwhile, as far as they count against the limit."""

    seconds: float = 0.0
    told: int = 0
    others: int = 0
    refused: int = 0
    unanswered: int = 0
    presses: list[float] = field(default_factory=list)
    reports: list[float] = field(default_factory=list)


class Meanwhile:
    """Some have reported before, and look at theirs again and again; others report something new."""

    def __init__(self, town: Community) -> None:
        self._town = town
        self._receipts: list[tuple[Person, str, Message]] = []
        self._reported = 0
        self._number = 0

    async def warm_up(self) -> None:
        """Those who will press report what they will look at."""
        town = self._town
        for _ in range(_PRESSING):
            await self._report()
        await town.ear.until(lambda: town.ear.since(0)["sendMessage"] >= 3 * _PRESSING, quiet_s=START_S)
        await asyncio.sleep(_SETTLES_S)
        for person in town.residents[:_PRESSING]:
            number, message = receipt_of(person.chat())
            self._receipts.append((person, OpenCaseButton(number).pack(), message))

    async def during(self, begin: Callable[[], Awaitable[None]], chats: frozenset[int]) -> Round:
        """From `begin` on, until the notice has come to as many as there are `chats`, or for a quarter of an hour."""
        town, first = self._town, len(self._town.ear.calls)
        await begin()
        told, seen, sent = 0, first, town.clock.monotonic()
        pressed: dict[str, tuple[int, float]] = {}
        reported: list[tuple[int, float]] = []
        while told < len(chats) and town.clock.monotonic() - sent < _LONGEST_S:
            if seen > first:
                number, asked = await self._press()
                pressed[number] = asked
                if len(pressed) % 4 == 1:
                    reported.append(await self._report())
            await asyncio.sleep(_GAP_S)
            told += sum(_is_notice(call, chats) for call in town.ear.calls[seen:])
            seen = len(town.ear.calls)
        await asyncio.sleep(_SETTLES_S)
        return _round(town.ear.calls[first:], chats, pressed, reported)

    async def _press(self) -> tuple[str, tuple[int, float]]:
        person, data, message = self._receipts[self._number % _PRESSING]
        self._number += 1
        press = await person.presses_data(data, on=message)
        return press.id, (person.id, self._town.clock.monotonic())

    async def _report(self) -> tuple[int, float]:
        at = self._town.clock.monotonic()
        person = await self._town.reports(self._reported)
        self._reported += 1
        return person.id, at


def _is_notice(call: Call, chats: frozenset[int]) -> bool:
    said = call.status == 200 and call.method == "sendMessage" and call.chat_id in chats
    return said and NOTICE in (call.text or "")


def _round(
    calls: list[Call],
    chats: frozenset[int],
    pressed: dict[str, tuple[int, float]],
    reported: list[tuple[int, float]],
) -> Round:
    notices = [call.at for call in calls if _is_notice(call, chats)]
    begun, ended = (notices[0], notices[-1]) if notices else (0.0, 0.0)
    others = [c for c in calls if c.status == 200 and c.method in _COUNTED and not _is_notice(c, chats)]
    toasts = {call.press_id: call.at for call in calls if call.method == "answerCallbackQuery"}
    presses = [toasts[one] - at for one, (_, at) in pressed.items() if one in toasts]
    presses += _said(others, list(pressed.values()))
    reports = _said(others, reported)
    asked = 2 * len(pressed) + len(reported)
    return Round(
        ended - begun,
        len(notices),
        sum(begun <= call.at <= ended for call in others),
        sum(call.status == 429 for call in calls),
        asked - len(presses) - len(reports),
        presses,
        reports,
    )


def _said(others: list[Call], asked: list[tuple[int, float]]) -> list[float]:
    """Seconds until each of those who asked was written to in private."""
    waits = []
    for who, at in asked:
        said = (c.at - at for c in others if c.chat_id == who and c.method == "sendMessage" and c.at > at)
        if (wait := next(said, None)) is not None:
            waits.append(wait)
    return waits
