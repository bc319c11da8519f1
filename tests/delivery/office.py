"""The post office: a real database, the real dispatcher, a stand-in Telegram, and time as we like it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from telegram.error import TelegramError
from telegram.request import RequestData

from bot.clock import Clock
from bot.delivery.dispatcher import EDIT_GAP_S, Dispatcher
from bot.delivery.pacing import NO_LIMIT, Pacer
from bot.delivery.rendering import Renderer
from bot.delivery.sender import Sender
from bot.domain.chat import Chat
from bot.domain.member import Member, Role
from bot.sandbox import Group, Person, Sandbox, SandboxRequest
from bot.storage.database import Database
from bot.storage.machinery import outbox, placement
from bot.storage.work import UnitOfWork
from bot.ui.screen import Reader, Screen
from bot.wire.errors import AnswerTimedOut, FateUnknown, NotSent
from bot.wire.telegram import WireBot, api_urls, make_bot
from tests.storage.stores import NOW, open_database

OnTheWay = Callable[[str, dict[str, Any]], Awaitable[None]]


class Watch(Clock):
    """Both kinds of time pass together, and only when told to."""

    def __init__(self) -> None:
        super().__init__(NOW)
        self.seconds = 1_000_000.0

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        return self.seconds

    def pass_seconds(self, seconds: float) -> None:
        """Let so much time pass."""
        self.seconds += seconds
        self.move(timedelta(seconds=seconds))


def as_the_wire(error: Exception) -> TelegramError:
    """What the real transport makes of a connection that failed like this."""
    if isinstance(error, ConnectionRefusedError):
        return NotSent("Telegram cannot be reached")
    return AnswerTimedOut("no answer") if isinstance(error, TimeoutError) else FateUnknown("hung up")


class Wires(SandboxRequest):
    """The wires to Telegram: what is on its way can be held up, and is counted."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__(sandbox, failed=as_the_wire)
        self.on_the_way: OnTheWay | None = None
        self.travelling: Counter[Any] = Counter()
        self.most_at_once: Counter[Any] = Counter()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **named: Any
    ) -> tuple[int, bytes]:
        """One request, counted by its chat while it travels."""
        params = request_data.parameters if request_data else {}
        chat = params.get("chat_id")
        self.travelling[chat] += 1
        self.most_at_once[chat] = max(self.most_at_once[chat], self.travelling[chat])
        try:
            if self.on_the_way is not None:
                await self.on_the_way(url.rpartition("/")[2], params)
            return await super().do_request(url, method, request_data, *args, **named)
        finally:
            self.travelling[chat] -= 1


class Office:
    """Asks for posts as services do, and delivers them."""

    def __init__(self, url: str, *, edit_gap_s: float = EDIT_GAP_S) -> None:
        self.clock = Watch()
        self.sandbox = Sandbox(now=self.clock.now, monotonic=self.clock.monotonic, limits=False)
        self.wires = Wires(self.sandbox)
        self.database: Database = open_database(url)
        self.edit_gap_s = edit_gap_s
        self.bot: WireBot = make_bot(
            self.sandbox.token, self.wires, Wires(self.sandbox), *api_urls("http://sandbox.invalid")
        )
        self.dispatcher = self.new_dispatcher()

    def new_dispatcher(self) -> Dispatcher:
        """A dispatcher that knows only what the database knows, as after a restart."""
        return Dispatcher(
            self.database,
            Renderer(self.database, self.clock, "linli_bot"),
            Sender(self.bot),
            Pacer(self.clock.monotonic, bot=NO_LIMIT, group=NO_LIMIT, private=NO_LIMIT),
            self.clock,
            edit_gap_s=self.edit_gap_s,
        )

    async def person(self, name: str, *, role: Role = Role.RESIDENT) -> Person:
        """Somebody who pressed Start."""
        person = self.sandbox.person(name)
        await person.starts()
        async with self.database.work() as uow:
            uow.add(Member(person.id, name, started_at=NOW, roles=frozenset({role})))
        return person

    async def group(self, *people: Person, supergroup: bool = True) -> Group:
        """The bound group of a building."""
        group = self.sandbox.group("3号楼邻里群", *people, supergroup=supergroup)
        chat = Chat(group.id, group.title)
        chat.bind_building("源昌鑫海湾", "3号楼", None, NOW)
        async with self.database.work() as uow:
            uow.add(chat)
        return group

    async def says(self, chat_id: int, text: str, *, key: str = "receipt-words", **how: Any) -> None:
        """One post of words; `receipt-words` says nothing but the text in quotation marks."""
        async with self.database.work() as uow:
            uow.say(chat_id, key, dedupe=f"{key}:{chat_id}:{text}", now=self.clock.now(), text=text, **how)

    async def puts_up(self, chat_id: int, card: str = "board", ref: int = 1, **how: Any) -> None:
        """A card somewhere."""
        async with self.database.work() as uow:
            uow.place(card, ref, chat_id, now=self.clock.now(), subject=f"board:{ref}", **how)

    async def changes(self, title: str, ref: int = 1) -> None:
        """What the board shows is different from now on."""
        async with self.database.work() as uow:
            await write_on_board(uow, ref, title)
            uow.touch(f"board:{ref}")

    async def delivers(self) -> int:
        """Sends what can go now; how many requests that were."""
        async with asyncio.timeout(10):
            return await self.dispatcher.drain()

    async def delivers_for(self, seconds: int, *, step: int = 1) -> None:
        """Lets time pass, `step` by step, and sends what can go."""
        await self.delivers()
        for _ in range(0, seconds, step):
            self.clock.pass_seconds(step)
            await self.delivers()

    async def posts(self) -> list[dict[str, Any]]:
        """The outbox, oldest first."""
        async with self.database.look() as uow:
            rows = await uow.session.execute(select(outbox).order_by(outbox.c.id))
            return [dict(row) for row in rows.mappings()]

    async def cards(self) -> list[dict[str, Any]]:
        """The cards, oldest first."""
        async with self.database.look() as uow:
            rows = await uow.session.execute(select(placement).order_by(placement.c.id))
            return [dict(row) for row in rows.mappings()]

    def calls(self, method: str) -> list[dict[str, Any]]:
        """What was asked of Telegram by that method, in order."""
        return [request.params for request in self.sandbox.requests if request.method == method]


async def write_on_board(uow: UnitOfWork, ref: int, title: str) -> None:
    """The board's words are kept as the title of an invented group, a row like any other."""
    board = await uow.chats.find(-ref)
    if board is None:
        uow.add(Chat(-ref, title))
    else:
        board.title = title


async def board(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A card of the tests: shows the board's words; nothing once they are wiped off."""
    row = await uow.chats.find(-ref)
    title = "新" if row is None else row.title
    return Screen(reader.words("receipt-words", text=title)) if title else None
