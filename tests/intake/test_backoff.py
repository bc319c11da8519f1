"""Who gets no answer asks less and less often, and never sooner than Telegram asked."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import RetryAfter, TelegramError

from bot.config import Hook
from bot.intake.webhook import LOOK_S, Webhook
from bot.wire.backoff import LONGEST_S, Backoff
from tests.intake.desk import Desk


class _EnoughError(Exception):
    pass


def _sleeps(desk: Desk, monkeypatch: pytest.MonkeyPatch, most: int) -> list[float]:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == most:
            raise _EnoughError
        await asyncio.sleep(0)

    monkeypatch.setattr(desk.clock, "sleep", sleep)
    return slept


def test_pauses_double_up_to_the_longest_and_begin_anew_after_an_answer() -> None:
    backoff = Backoff(2)
    assert [backoff.after(TelegramError("x")) for _ in range(6)] == [2, 4, 8, 16, LONGEST_S, LONGEST_S]
    assert backoff.after(RetryAfter(90)) == 90
    backoff.over()
    assert backoff.after(RetryAfter(1)) == 2


async def test_who_polls_waits_as_long_as_telegram_asks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slept = _sleeps(desk, monkeypatch, 3)
    desk.sandbox.fault("getUpdates", "429", times=1, retry_after=47)
    desk.sandbox.fault("getUpdates", "500", times=2)
    with pytest.raises(_EnoughError):
        await desk.poller.run()
    assert slept == [47, 4, 8]


async def test_who_is_called_sets_the_webhook_less_and_less_often_while_it_is_not_taken(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept = _sleeps(desk, monkeypatch, 7)
    desk.sandbox.fault("setWebhook", "500", times=5)
    hook = Hook("https://example.org/x", "x", "secret")
    with pytest.raises(_EnoughError):
        await Webhook(desk.bot, hook, desk.doorstep, desk.clock).run()
    assert slept == [2, 4, 8, 16, LOOK_S, LOOK_S, LOOK_S]
