"""Puts the parts together. The only place that knows them all."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ContextTypes

from bot.clock import Clock
from bot.config import Hook
from bot.config.parts import EVERY, Part
from bot.delivery.dispatcher import EDIT_GAP_S, Dispatcher
from bot.delivery.pacing import Pacer
from bot.delivery.rendering import Renderer
from bot.delivery.sender import Sender
from bot.domain.triage import speaks_to_us, understand
from bot.intake.answering import Answerer
from bot.intake.context import BotContext
from bot.intake.doorstep import Doorstep
from bot.intake.haste import Haste
from bot.intake.polling import Poller
from bot.intake.silence import SilenceWatch
from bot.intake.standstill import CLOCK, LISTENING, StandstillWatch
from bot.intake.turns import App, Turns
from bot.intake.wanted import Wanted
from bot.intake.webhook import Webhook
from bot.intake.worker import Worker
from bot.storage.database import Database
from bot.storage.line import IN, OUT, Line
from bot.storage.schema import migrate
from bot.storage.seats import CLOCK as TICKER
from bot.storage.seats import hold
from bot.ui.commands import command_lists
from bot.wire.backoff import Backoff
from bot.wire.commands import publish_commands
from bot.wire.telegram import WireBot
from handlers import inner, routes
from scheduler.jobs import JobRunner
from scheduler.ticks import Ticker

log = structlog.get_logger(__name__)

_FIRST_THINGS_S = 2.0  # so long after the start nothing is done that nobody waits for
_SETTLED_S = 5.0  # from then on what is there is taken to stay


@dataclass
class Linli:
    """One process: everything from Telegram and back. `step` runs it by hand, `run` for ever.

    `parts`: what of it `run` does, where other processes on the same PostgreSQL do the rest. `beside`: what whoever has
    the clock does besides.
    """

    database: Database
    bot: WireBot
    clock: Clock
    pacer: Pacer
    edit_gap_s: float = EDIT_GAP_S
    hook: Hook | None = None
    parts: frozenset[Part] = EVERY
    beside: Sequence[Callable[[], Coroutine[Any, Any, None]]] = ()
    listens: bool = False
    _application: App | None = None

    async def start(self) -> None:
        """Brings the schema up to date, asks Telegram who we are, and takes back what a dead process had in hand."""
        await migrate(self.database)
        await self._meet_telegram()
        self._application = _application(self.bot)
        await self._application.initialize()
        playbook = self.database.playbook
        self.answerer = Answerer(self.bot, self.clock, playbook.zone)
        turns = Turns(self._application, Haste(self.clock.monotonic), inner())
        self.worker = Worker(self.database, turns, self.clock, self.bot.id, self.answerer)
        wanted = Wanted(self.bot.id, self.bot.username, lambda text: speaks_to_us(text, playbook))
        doorstep = Doorstep(wanted, self.worker.accept, self.database, self.bot.id)
        self.poller = Poller(self.bot, doorstep, self.clock)
        self.webhook = Webhook(self.bot, self.hook, doorstep, self.clock) if self.hook else None
        self.silence = SilenceWatch(self.database, self.clock, lambda: self.ear.heard_at)
        self.standstills = [
            StandstillWatch(self.database, self.clock, LISTENING, self._seat, lambda: self.listens),
            StandstillWatch(self.database, self.clock, CLOCK, TICKER),
        ]
        renderer = Renderer(self.database, self.clock, self.bot.username)
        self.dispatcher = Dispatcher(
            self.database, renderer, Sender(self.bot), self.pacer, self.clock, edit_gap_s=self.edit_gap_s
        )
        self.ticker = Ticker(self.database, self.clock)
        self.jobs = JobRunner(self.database, self.clock)
        outward = [self.dispatcher.wake, self.jobs.wake]
        self.line = Line(self.database, {IN: [self.worker.wake.set], OUT: outward})
        self.database.on_commit += [*outward, partial(self.line.ring, OUT)]
        self.worker.on_stored.append(partial(self.line.ring, IN))
        understand("", playbook)  # builds its index now, not while the first person waits
        self.worker.wake.set()
        await self.dispatcher.recover(alone=self.database.is_sqlite)  # one process a file, held by a lock
        if self.database.is_sqlite:
            await self.jobs.recover()

    @property
    def ear(self) -> Poller | Webhook:
        """By which way updates come."""
        return self.webhook or self.poller

    def receiver(self) -> Callable[[dict[str, Any]], Awaitable[None]] | None:
        """Who takes what Telegram brings; nobody before `start`."""
        webhook: Webhook | None = getattr(self, "webhook", None)
        return webhook.receive if webhook else None

    def heard_at(self) -> float | None:
        """Monotonic seconds at which Telegram was last heard; None before `start`. Where another listens: now."""
        if not hasattr(self, "poller"):
            return None
        return self.ear.heard_at if self.listens else self.clock.monotonic()

    async def step(self) -> None:
        """Everything that can happen now, until nothing is left to do."""
        busy = True
        while busy:
            busy = bool(await self.poller.once())
            busy = bool(await self.worker.drain()) or busy
            busy = bool(await self.jobs.drain()) or busy
            busy = bool(await self.dispatcher.drain()) or busy
            await self.answerer.drain()

    async def run(self) -> None:
        """For ever, until cancelled; then lets what is on its way arrive."""
        asyncio.get_running_loop().call_later(_SETTLED_S, _spare_the_collector)
        loops = [asyncio.create_task(loop) for loop in self._loops()]
        try:
            done, _ = await asyncio.wait(loops, return_when=asyncio.FIRST_EXCEPTION)
            for loop in done:
                loop.result()
        finally:
            for loop in loops:
                loop.cancel()  # once: a second cancel would break the closing of a connection
            await asyncio.wait(loops)
            if Part.WORKER in self.parts:
                await self.worker.close()
            await self.dispatcher.close()

    def _loops(self) -> list[Coroutine[Any, Any, None]]:
        """What this process does at the same time, by its parts."""
        loops = [self.line.run()]
        if not self.database.is_sqlite:
            loops += [watch.run() for watch in self.standstills]
        if Part.INTAKE in self.parts:
            loops.append(hold(self.database, self._seat, self._take_in))
        if Part.WORKER in self.parts:
            loops.append(self.worker.run())
        if Part.DISPATCHER in self.parts:
            loops += [self.dispatcher.run(), self.dispatcher.watch()]
        if Part.CLOCK in self.parts:
            loops.append(hold(self.database, TICKER, self._keep_time))
        return loops

    @property
    def _seat(self) -> str:
        """Of who listens with this token."""
        return f"poller {self.bot.id}"

    async def _take_in(self) -> None:
        """One process a token."""
        self.ear.heard_at, self.listens = self.clock.monotonic(), True
        self.silence.begin()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self.ear.run())
                group.create_task(self.silence.run())
                group.create_task(self._publish())
        finally:
            self.listens = False

    async def _publish(self) -> None:
        """The commands, in languages that nobody may have used yet: who waits for an answer comes before them."""
        await self.clock.sleep(_FIRST_THINGS_S)
        await publish_commands(self.bot, command_lists())

    async def _keep_time(self) -> None:
        """One process a database."""
        self.ticker.start()
        try:
            async with asyncio.TaskGroup() as group:
                for one in (self.jobs.run, *self.beside):
                    group.create_task(one())
        finally:
            await self.ticker.stop()

    async def stop(self) -> None:
        """Ends connections, however far `start` came."""
        if self._application is not None:
            await self._application.shutdown()
        with contextlib.suppress(TelegramError):
            await self.bot.shutdown()
        await self.database.close()

    async def _meet_telegram(self) -> None:
        """Telegram unreachable is not the end: says so and goes on trying. A token it does not know is."""
        backoff = Backoff(1)
        while True:
            try:
                await self.bot.initialize()
                return
            except InvalidToken:
                raise
            except TelegramError as error:
                pause = backoff.after(error)
                log.warning("telegram-unreachable", why=str(error), again_in_s=pause)
                await self.clock.sleep(pause)


def _spare_the_collector() -> None:
    """Python looks for cycles among all it holds after every 700 new objects, and an update makes thousands.

    What is there by now stays to the end and need not be looked at again; the rest is looked at less often. Its
    memory is given back all the same: only what holds itself in a circle waits for the collector.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 20, 20)


def _application(bot: WireBot) -> App:
    """PTB's dispatching alone: no updater, no job queue, no persistence."""
    application: App = (
        Application.builder().bot(bot).updater(None).context_types(ContextTypes(context=BotContext)).build()
    )
    application.add_handlers(routes())
    return application
