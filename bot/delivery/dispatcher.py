"""Outbox and cards → Telegram: takes what is due in hand, sends it, settles it. Nobody waits behind a broadcast.

1. tx 3: what is due, most urgent first, is leased; chats that cannot take anything now are left out.
2. It is rendered from one consistent state, as things stand now.
3. It is sent, each chat in order, many chats at once, as the pacer allows.
4. tx 4: it is settled where the lease still holds. A crash between 3 and 4 leaves a fate unknown; see `Fate`.

This goes in rounds, a moment apart, so that under load each transaction serves many: tx 4 of what was sent since the
last round is also tx 3 of what is due in this one.
"""

from __future__ import annotations

import asyncio
import math
import secrets
from collections.abc import Collection, Sequence
from contextlib import suppress

import structlog

from bot.clock import Clock
from bot.delivery.failures import Outcome, Verdict
from bot.delivery.gate import Gate
from bot.delivery.others import Others
from bot.delivery.pacing import Pacer
from bot.delivery.recovering import recover, send_noted
from bot.delivery.rendering import Ready, Renderer
from bot.delivery.sender import Sender, Sent
from bot.delivery.settling import Settler, penalise, settle
from bot.delivery.trail import Trail
from bot.storage.database import Database
from bot.storage.due import Due
from bot.storage.excuses import tell_failure
from bot.storage.paces import Paces
from bot.storage.shared import LEASE, RENEW_S

log = structlog.get_logger(__name__)

AT_ONCE = 64
FULL = AT_ONCE * 3 // 4
"""So many sent, or so many chats being written to: the next round waits for them, not for the time between rounds."""
EDIT_GAP_S = 3.0
ROUND_S = 0.05
LEAVES_IN_TIME_S = 2.0
"""Nothing leaves any more when the lease has only so long to run."""


class Dispatcher:
    """The one dispatcher of this process."""

    def __init__(
        self,
        database: Database,
        renderer: Renderer,
        sender: Sender,
        pacer: Pacer,
        clock: Clock,
        *,
        edit_gap_s: float = EDIT_GAP_S,
    ) -> None:
        self._database = database
        self._renderer = renderer
        self._sender = sender
        self._pacer = pacer
        self._clock = clock
        self._lease = secrets.token_hex(8)
        self._trail = Trail(database.beside("trail"), self._lease)
        self._others = None if database.is_sqlite else Others(pacer, clock)
        self._gate = Gate(pacer, clock, edit_gap_s, self._others)
        self._landed: set[int] = set()  # chats that have everything; what they got is not written down yet
        self._tasks: set[asyncio.Task[None]] = set()
        self._unsure: list[Due] = []  # chosen in a transaction that may have come through or not
        self._settler = Settler(database, self._lease, clock, edit_gap_s)
        self._wake = asyncio.Event()
        self._renewed_at = -math.inf

    def wake(self) -> None:
        """Something was asked for."""
        self._wake.set()

    async def recover(self, *, alone: bool) -> None:
        """Takes back what a dead process had in hand. `alone`: no other process may be sending."""
        await recover(self._database, self._trail, self._lease, self._clock.now(), alone=alone)

    async def watch(self) -> None:
        """For ever: shows the others that we live, and takes over from those who do not. One process alone is done."""
        while not self._database.is_sqlite:
            await self._clock.sleep(RENEW_S)
            try:
                if self._tasks or self._settler.waits:
                    asked_at = self._clock.monotonic()
                    async with self._database.work() as uow:
                        await uow.leases.renew(self._lease)
                    self._renewed_at = asked_at
                await self.recover(alone=False)
                async with self._database.work() as uow:
                    await Paces(uow.session).forget()
            except Exception as error:
                tell_failure(log, "recovery-failed", error)

    async def run(self) -> None:
        """Sends for ever."""
        while True:
            self._wake.clear()
            try:
                started = await self._round()
            except Exception as error:
                tell_failure(log, "dispatcher-failed", error)
                started = 0
                await self._clock.sleep(1)
            rested = self._clock.monotonic() + ROUND_S
            if not started:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._gate.pause()):
                        await self._wake.wait()
            await self._rest(rested, full=started >= FULL or len(self._tasks) >= FULL)

    async def _rest(self, until: float, *, full: bool) -> None:
        """Till the next round may begin (monotonic); after a full one sooner, when all that is on its way has arrived."""
        pause = max(0.0, until - self._clock.monotonic())
        if full and self._tasks:
            await asyncio.wait(self._tasks, timeout=pause)
        else:
            await self._clock.sleep(pause)

    async def drain(self) -> int:
        """Sends until nothing more can go out now; how many requests that were."""
        count = 0
        while True:
            started = await self._round()
            if self._tasks:
                await asyncio.gather(*self._tasks)
            count += started
            if not started:
                return count

    async def close(self) -> None:
        """Lets what is on its way arrive, and writes it down."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=8)
        await self._exchange(0)
        await self._put_back(self._unsure)

    async def _round(self) -> int:
        """Writes down what was sent, takes what is due and lets it go; how many requests these are."""
        await self._settler.write_stuck()
        asked_at = self._clock.monotonic()
        batch = await self._exchange(AT_ONCE - len(self._tasks))
        if not batch:
            return 0
        self._gate.close(batch)
        try:
            rendered = await self._renderer.render(batch)
        except BaseException:
            await self._put_back(batch)
            raise
        chats: dict[int, list[Ready]] = {}
        for ready in rendered:
            chats.setdefault(ready.due.chat_id, []).append(ready)
        for ready_for_chat in chats.values():
            task = asyncio.create_task(self._deliver(ready_for_chat, asked_at))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return len(batch)

    async def _exchange(self, free: int) -> list[Due]:
        """In one transaction; if that fails, what was sent by itself and then what is due."""
        sent, landed = self._settler.fresh, frozenset(self._landed)
        if not sent and free <= 0:
            return []
        try:
            return await self._transact(sent, landed, free)
        except Exception as error:
            if not sent:
                raise
            tell_failure(log, "settling-failed", error, rows=len(sent))
        await self._settler.write_apart(sent)
        return await self._transact((), landed, free)

    async def _transact(self, sent: Sequence[Sent], landed: Collection[int], free: int) -> list[Due]:
        batch: list[Due] = []
        unsure = tuple(self._unsure)
        try:
            async with self._database.work() as uow:
                if unsure:
                    await uow.leases.put_back(unsure, self._lease)
                await settle(uow, self._lease, sent, self._clock.now(), self._settler.rest)
                batch = await self._gate.choose(uow, self._lease, free, landed)
        except BaseException:
            self._gate.give_back(batch)
            self._unsure += batch
            raise
        del self._unsure[: len(unsure)]
        if self._others is not None:
            self._others.were_told()
        self._settler.forget(sent)
        self._landed.difference_update(landed)
        self._gate.open(landed)
        return batch

    async def _put_back(self, batch: Sequence[Due]) -> None:
        """Nothing of this batch was sent: the next round takes it again."""
        if not batch:
            return
        self._gate.give_back(batch)
        self._gate.open({one.chat_id for one in batch})
        async with self._database.work() as uow:
            await uow.leases.put_back(batch, self._lease)

    async def _deliver(self, batch: list[Ready], asked_at: float) -> None:
        try:
            for ready in batch:
                sent = await self._send(ready, asked_at)
                self._gate.note(ready.due)
                self._settler.add(sent)
        finally:
            self._landed.add(batch[0].due.chat_id)
            self._wake.set()

    def _stood_still(self, asked_at: float) -> bool:
        """So long since these were taken in hand (monotonic) that another process may be sending them by now."""
        silent_s = self._clock.monotonic() - max(asked_at, self._renewed_at)
        return self._others is not None and silent_s > LEASE.total_seconds() - LEAVES_IN_TIME_S

    async def _send(self, ready: Ready, asked_at: float) -> Sent:
        turn = self._gate.turn_of(ready.due)
        if ready.needs_no_request:
            turn.give_back()
            return await self._sender.send(ready)
        try:
            if (wait := turn.starts_at - self._clock.monotonic()) > 0:
                await self._clock.sleep(wait)
            if self._stood_still(asked_at):
                turn.give_back()
                return Sent(ready, verdict=Verdict(Outcome.WAIT, "this process stood still"))
            if self._pacer.rests(ready.due.chat_id):
                turn.give_back()
                return Sent(ready, verdict=Verdict(Outcome.WAIT, "Telegram has asked us to wait"))
            left_at = self._clock.monotonic()
            sent = await send_noted(self._sender, self._trail, ready)
        finally:
            turn.answered()
        if sent.verdict is None:
            self._pacer.let_through(left_at)
        penalise(self._pacer, [sent])
        return sent
