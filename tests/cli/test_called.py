"""`linli run` where Telegram calls: killed after it has kept an update and before Telegram hears so, nothing is lost
and nothing happens twice; and asking goes on where being called has ended."""

from __future__ import annotations

import asyncio
import base64
import json
import time
import urllib.request
from typing import Any

import pytest
from sqlalchemy import select

from bot.storage.machinery import InboxState, inbox
from tests.cli.between import between
from tests.cli.conftest import Elsewhere
from tests.cli.listening import ask, free_port
from tests.cli.program import Program, read_until
from tests.storage.stores import KEY, open_database

pytestmark = pytest.mark.slow


def test_killed_between_the_commit_and_its_answer_every_update_counts_once(
    reached: Program, telegram: Elsewhere, url: str
) -> None:
    port, asks_afterwards = free_port(), "postgresql" in url
    reached.settings |= {
        "DATABASE_URL": url,
        "DATA_KEY": base64.b64encode(KEY).decode(),
        "HTTP_PORT": str(port),
    }
    mei = telegram.act("person", name="小梅")["id"]
    with between(port) as way:
        reached.settings["WEBHOOK_URL"] = f"{way.url}/linli"
        with reached.running("run") as first:
            logged = read_until(first, "webhook-set")
            way.kills = first.pid
            telegram.act("start", person=mei, payload="")
            assert first.wait(15) == -9
        if asks_afterwards:
            del reached.settings["WEBHOOK_URL"]
        with reached.running("run") as second:
            logged += read_until(second, "linli-runs")
            telegram.act("say", person=mei, text="楼道灯不亮")
            until_all_is_brought(telegram)
            until_dealt_with(url)
            telegram.until_answered(mei)
            path = told(telegram, "getWebhookInfo")["url"].rpartition("/")[2]
            assert ask(port, "/healthz/ready")[0] == 200
            second.terminate()
            logged += second.communicate(timeout=20)[0]
            assert second.returncode == 0
        started = way.taken[0]
    assert way.taken.count(started) == (1 if asks_afterwards else 2)
    assert kept(url) == {started: InboxState.DONE, started + 1: InboxState.DONE}
    assert "Traceback" not in logged
    for secret in filter(None, (path, telegram.token, reached.settings["DATA_KEY"])):
        assert secret not in logged


def until_all_is_brought(telegram: Elsewhere) -> None:
    """Nothing waits at Telegram any more."""
    deadline = time.monotonic() + 20
    while told(telegram, "getWebhookInfo")["pending_update_count"]:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def until_dealt_with(url: str) -> None:
    """Nothing waits in the inbox any more."""
    deadline = time.monotonic() + 40
    while InboxState.PENDING in kept(url).values():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def told(telegram: Elsewhere, method: str) -> Any:
    """What Telegram says to whoever has the token."""
    with urllib.request.urlopen(f"{telegram.url}/bot{telegram.token}/{method}", timeout=10) as answer:
        return json.load(answer)["result"]


def kept(url: str) -> dict[int, InboxState]:
    """Every update in the inbox, by number; one that was there twice would be an error of the database."""

    async def read() -> dict[int, InboxState]:
        database = open_database(url)
        async with database.look() as uow:
            rows = await uow.session.execute(
                select(inbox.c.update_id, inbox.c.state).order_by(inbox.c.update_id)
            )
            found = {number: state for number, state in rows if number > 0}
        await database.close()
        return found

    return asyncio.run(read())
