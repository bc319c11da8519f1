"""Dispatchers that send with one token stay inside Telegram's limits together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, select
from telegram.request import RequestData

from bot.clock import Clock
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.pacing import Pacer
from bot.delivery.rendering import Renderer
from bot.delivery.sender import Sender
from bot.domain.chat import Chat
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.sandbox import Sandbox, SandboxRequest
from bot.storage.database import Database
from bot.storage.machinery import PostState, outbox
from bot.wire.telegram import api_urls, make_bot
from tests.storage.stores import NOW, empty_postgres, open_database

pytestmark = pytest.mark.postgres
PEOPLE, DISPATCHERS, FOR_GROUP = 75, 3, 25


class Wires(SandboxRequest):
    """Counts how often Telegram said 429."""

    refused = 0

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **named: Any
    ) -> tuple[int, bytes]:
        """One request."""
        status, body = await super().do_request(url, method, request_data, *args, **named)
        self.refused += status == 429
        return status, body


@pytest.fixture
async def shared(migrated_postgres: str) -> AsyncIterator[Database]:
    """A database that several processes share."""
    empty_postgres(migrated_postgres)
    database = open_database(migrated_postgres)
    yield database
    await database.close()


async def _ask(database: Database, sandbox: Sandbox) -> int:
    """Something for everybody, and more for one group than it may get in a minute; returns the group."""
    people = [sandbox.person(f"{number}号邻居") for number in range(PEOPLE)]
    group = sandbox.group("3号楼邻里群", *people[:2])
    for one in people:
        one.private.started = True
    async with database.work() as uow:
        chat = Chat(group.id, group.title)
        chat.bind_building("源昌鑫海湾", "3号楼", None, NOW)
        uow.add(chat)
        for one in people:
            uow.add(Member(one.id, one.name, started_at=NOW))
            uow.say(one.id, "receipt-words", dedupe=f"{one.id}", now=NOW, priority=Priority.CARD, text="一")
        for number in range(FOR_GROUP):
            uow.say(group.id, "receipt-words", dedupe=f"{number}", now=NOW, text=f"第{number}句")
    return group.id


async def _sent(database: Database) -> int:
    async with database.look() as uow:
        sent = select(func.count()).select_from(outbox)
        return int(
            await uow.session.scalar(sent.where(outbox.c.state == PostState.SENT, outbox.c.chat_id > 0)) or 0
        )


async def test_three_dispatchers_are_refused_nothing_and_no_chat_hears_two_of_them_at_once(
    shared: Database,
) -> None:
    clock = Clock()
    sandbox = Sandbox(now=clock.now, monotonic=clock.monotonic, limits=True)
    group = await _ask(shared, sandbox)
    wires = Wires(sandbox)
    bot = make_bot(sandbox.token, wires, wires, *api_urls("http://sandbox.invalid"))
    await bot.initialize()
    crew = [
        Dispatcher(shared, Renderer(shared, clock, "linli_bot"), Sender(bot), Pacer(clock.monotonic), clock)
        for _ in range(DISPATCHERS)
    ]
    running = [asyncio.create_task(one.run()) for one in crew]
    try:
        async with asyncio.timeout(30):
            while await _sent(shared) < PEOPLE:  # noqa: ASYNC110 - others send
                await asyncio.sleep(0.1)
    finally:
        for task in running:
            task.cancel()
        await asyncio.wait(running)
        for one in crew:
            await one.close()
    assert wires.refused == 0
    heard = [request.params["text"] for request in sandbox.requests if request.params.get("chat_id") == group]
    assert 15 <= len(heard) <= 20
    assert [int(text.split("第")[1].split("句")[0]) for text in heard] == list(range(len(heard)))
