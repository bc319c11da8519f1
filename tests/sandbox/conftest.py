"""A sandbox whose time stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.refusals import Json


class Time:
    """Wall time and monotonic time that pass together."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 1, 0, tzinfo=UTC) + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return 1000.0 + self.passed

    def passes(self, *, seconds: float = 0, hours: float = 0) -> None:
        self.passed += seconds + hours * 3600


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def sandbox(time: Time) -> Sandbox:
    return Sandbox(now=time.now, monotonic=time.monotonic, limits=False)


@pytest.fixture
def mei(sandbox: Sandbox) -> Person:
    return sandbox.person("试阿梅")


@pytest.fixture
def chen(sandbox: Sandbox) -> Person:
    return sandbox.person("试老陈")


@pytest.fixture
def building(sandbox: Sandbox, mei: Person, chen: Person) -> Group:
    """A supergroup in which the bot is an ordinary member, with privacy mode on."""
    return sandbox.group("试3号楼", mei, chen)


async def ask(sandbox: Sandbox, method: str, **params: Any) -> Any:
    """A call that must go well; its result."""
    status, body = await sandbox.call(method, params)
    assert status == 200, body
    return body["result"]


async def refused(sandbox: Sandbox, method: str, **params: Any) -> tuple[int, str]:
    """A call that must be refused: its code, and Telegram's words."""
    status, body = await sandbox.call(method, params)
    assert body["ok"] is False, body
    assert status == body["error_code"]
    return status, body["description"]


async def hears(sandbox: Sandbox) -> list[Json]:
    """What the bot has not heard yet, taken off the queue."""
    updates: list[Json] = await ask(sandbox, "getUpdates")
    if updates:
        await ask(sandbox, "getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


def keyboard(*rows: list[tuple[str, str]]) -> Json:
    """An inline keyboard of (text, data) buttons."""
    return {"inline_keyboard": [[{"text": t, "callback_data": d} for t, d in row] for row in rows]}
