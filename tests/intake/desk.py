"""The desk where updates are dealt with: real worker, real database, handlers made for the test."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

from sqlalchemy import func, select
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.triage import speaks_to_us
from bot.intake.answering import Answerer
from bot.intake.context import BotContext
from bot.intake.doorstep import Doorstep
from bot.intake.haste import Haste
from bot.intake.polling import Poller
from bot.intake.turns import App, Turns
from bot.intake.wanted import Wanted
from bot.intake.worker import Worker
from bot.sandbox import Person, Sandbox
from bot.storage.machinery import InboxState, event, inbox, outbox
from bot.wire.telegram import api_urls, make_bot
from tests.delivery.office import Watch, Wires
from tests.storage.stores import NOW, PLAYBOOK, open_database


class Handlers:
    """What the words of a message (or the data of a press) do, and how often they were tried."""

    def __init__(self) -> None:
        self.tries: Counter[str] = Counter()
        self.order: list[str] = []
        self.poison = {"炸"}
        self.takes_s = 60.0

    async def on_words(self, update: Update, context: BotContext) -> None:
        """A message."""
        assert update.effective_message is not None
        await self._do(update.effective_message.text or "", context)

    async def on_press(self, update: Update, context: BotContext) -> None:
        """A press."""
        assert update.callback_query is not None
        context.toast("toast-dropped")
        await self._do(update.callback_query.data or "", context)

    async def _do(self, words: str, context: BotContext) -> None:
        self.tries[words] += 1
        self.order.append(words)
        context.say("receipt-words", text=words)
        await context.uow.occurrences.first(words, context.now)
        context.uow.record("heard", "desk", now=context.now)
        if words[:1] in self.poison:
            raise ZeroDivisionError(f"the handler of {words} is broken")
        if words.startswith("慢"):
            await asyncio.sleep(self.takes_s)
        if words.startswith("不"):
            raise RuleError("small-talk")


def application(bot: Any, handlers: Handlers, context: type[BotContext] = BotContext) -> App:
    """PTB's dispatching with the test's handlers."""
    made: App = (
        Application.builder().bot(bot).updater(None).context_types(ContextTypes(context=context)).build()
    )
    made.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, handlers.on_words))
    made.add_handler(CallbackQueryHandler(handlers.on_press, pattern="^(?!forged)"))
    return made


class Desk:
    """Everything between Telegram and a handler."""

    def __init__(self, url: str) -> None:
        self.clock = Watch()
        self.sandbox = Sandbox(now=self.clock.now, monotonic=self.clock.monotonic, limits=False)
        self.wires = Wires(self.sandbox)
        root = api_urls("http://sandbox.invalid")
        self.bot = make_bot(self.sandbox.token, self.wires, Wires(self.sandbox), *root)
        self.database = open_database(url)
        self.handlers = Handlers()

    async def open(self, context: type[BotContext] = BotContext) -> None:
        """A process starts; open it again for the next one."""
        app = application(self.bot, self.handlers, context)
        await app.initialize()
        self.answerer = Answerer(self.bot, self.clock, PLAYBOOK.zone)
        self.worker = Worker(
            self.database, Turns(app, Haste(self.clock.monotonic), {}), self.clock, self.bot.id, self.answerer
        )
        wanted = Wanted(self.bot.id, self.bot.username, lambda text: speaks_to_us(text, PLAYBOOK))
        self.doorstep = Doorstep(wanted, self.worker.accept, self.database, self.bot.id)
        self.poller = Poller(self.bot, self.doorstep, self.clock)

    async def close(self) -> None:
        """Lets go of the database."""
        await self.answerer.drain()
        await self.database.close()

    async def works(self) -> None:
        """Everything that can be dealt with now."""
        async with asyncio.timeout(20):
            while await self.poller.once() + await self.worker.drain():
                continue
            await self.answerer.drain()

    async def works_for(self, seconds: int) -> None:
        """The same, second by second."""
        await self.works()
        for _ in range(seconds):
            self.clock.pass_seconds(1)
            await self.works()

    async def person(self, name: str, role: Role = Role.RESIDENT) -> Person:
        """Somebody who pressed Start."""
        person = self.sandbox.person(name)
        person.private.started = True
        async with self.database.work() as uow:
            uow.add(Member(person.id, name, started_at=NOW, roles=frozenset({role})))
        return person

    async def states(self) -> list[InboxState]:
        """What became of the updates, in the order they were stored."""
        async with self.database.look() as uow:
            return list(await uow.session.scalars(select(inbox.c.state).order_by(inbox.c.id)))

    async def stored(self) -> list[dict[str, Any]]:
        """The inbox."""
        async with self.database.look() as uow:
            rows = await uow.session.execute(select(inbox).order_by(inbox.c.id))
            return [dict(row) for row in rows.mappings()]

    async def done(self) -> set[str]:
        """The words whose effect is in the database, each of which counts once."""
        async with self.database.look() as uow:
            rows = await uow.session.execute(select(outbox.c.body).where(outbox.c.kind == "say"))
            bodies = [row.body for row in rows]
        return {body["args"]["text"] for body in bodies if body["key"] == "receipt-words"}

    async def heard(self) -> int:
        """How often anything took effect."""
        async with self.database.look() as uow:
            query = select(func.count()).select_from(event).where(event.c.kind == "heard")
            return int(await uow.session.scalar(query) or 0)

    async def said_to(self, person: Person) -> list[str]:
        """The keys of what was said to somebody."""
        async with self.database.look() as uow:
            query = select(outbox.c.body).where(outbox.c.chat_id == person.id).order_by(outbox.c.id)
            return [body["key"] for body in await uow.session.scalars(query)]
