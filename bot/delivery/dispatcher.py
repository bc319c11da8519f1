"""Outbox and cards → Telegram: takes what is due in hand, sends it, settles it. Nobody waits behind a broadcast.

1. tx 3: what is due, most urgent first, is leased; chats that cannot take anything now are left out.
2. It is rendered from one consistent state, as things stand now.
3. It is sent, each chat in order, many chats at once, as the pacer allows.
4. tx 4: it is settled where the lease still holds. A crash between 3 and 4 leaves a fate unknown; see `Fate`.

This goes in rounds, a moment apart, so that under load each transaction serves many.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import suppress

import structlog

from bot.clock import Clock
from bot.delivery.pacing import Pacer, Turn
from bot.delivery.rendering import Ready, Renderer
from bot.delivery.sender import Sender, Sent
from bot.delivery.settling import Settler, penalise
from bot.domain.priority import Priority
from bot.storage.database import Database
from bot.storage.due import Due

log = structlog.get_logger(__name__)

AT_ONCE = 32
EDIT_GAP_S = 3.0
IDLE_S = 1.0
ROUND_S = 0.02


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
        self._edit_gap_s = edit_gap_s
        self._lease = secrets.token_hex(8)
        self._busy: set[int] = set()
        self._landed: set[int] = set()  # chats that have everything; what they got is not written down yet
        self._tasks: set[asyncio.Task[None]] = set()
        self._edited: dict[int, float] = {}
        self._turns: dict[tuple[bool, int], Turn] = {}
        self._settler = Settler(database, self._lease, clock)
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something was asked for."""
        self._wake.set()

    async def recover(self, *, alone: bool) -> None:
        """Takes back what a dead process had in hand. `alone`: no other process may be sending."""
        async with self._database.work() as uow:
            before = None if alone else self._clock.now()
            again, parked = await uow.leases.abandoned(before, [self._lease])
        if again or parked:
            log.warning("fate-unknown", again=again, parked=parked)

    async def run(self) -> None:
        """Sends for ever."""
        while True:
            self._wake.clear()
            next_round = self._clock.monotonic() + ROUND_S
            try:
                started = await self._start_some()
            except Exception:
                log.exception("dispatcher-failed")
                started = 0
                await self._clock.sleep(1)
            if not started:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._pause()):
                        await self._wake.wait()
            await self._clock.sleep(max(0.0, next_round - self._clock.monotonic()))

    async def drain(self) -> int:
        """Sends until nothing more can go out now; how many requests that were."""
        count = 0
        while True:
            started = await self._start_some()
            if self._tasks:
                await asyncio.gather(*self._tasks)
            count += started
            if not started:
                return count

    async def close(self) -> None:
        """Lets what is on its way arrive, and writes it down."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=8)
        await self._settle()

    def _pause(self) -> float:
        waits = [end - self._clock.monotonic() for end in self._edited.values()]
        return max(0.02, min([w for w in waits if w > 0] + [IDLE_S, *([0.05] if self._held else [])]))

    _held = False

    async def _start_some(self) -> int:
        await self._settle()
        free = AT_ONCE - len(self._tasks)
        if free <= 0:
            return 0
        batch = await self._take(free)
        if not batch:
            return 0
        try:
            rendered = await self._renderer.render(batch)
        except BaseException:
            await self._put_back(batch)
            raise
        chats: dict[int, list[Ready]] = {}
        for ready in rendered:
            chats.setdefault(ready.due.chat_id, []).append(ready)
        for ready_for_chat in chats.values():
            task = asyncio.create_task(self._deliver(ready_for_chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return len(batch)

    async def _settle(self) -> None:
        """Writes down how everything went that has been sent by now; then those chats are open again."""
        landed, self._landed = self._landed, set()
        await self._settler.write()
        self._busy -= landed

    async def _take(self, free: int) -> list[Due]:
        now = self._clock.now()
        below = self._most_open()
        self._held = below is not Priority.BULK
        if below is None:
            return []
        resting = {int(p): self._pacer.resting_chats(p) for p in Priority}
        batch: list[Due] = []
        try:
            async with self._database.work() as uow:
                due = await uow.leases.due(now, self._busy, resting, free, below, self._just_edited())
                batch = self._let_through(due)
                if batch:
                    await uow.leases.take(batch, self._lease, now)
        except BaseException:
            for one in batch:
                self._turns.pop((one.is_card, one.id)).give_back()
            raise
        self._held = self._held or (bool(due) and not batch)
        self._busy.update(one.chat_id for one in batch)
        return batch

    async def _put_back(self, batch: Sequence[Due]) -> None:
        """Nothing of this batch was sent: the next round takes it again."""
        for one in batch:
            self._turns.pop((one.is_card, one.id)).give_back()
            self._busy.discard(one.chat_id)
        async with self._database.work() as uow:
            await uow.leases.put_back(batch, self._lease)

    def _most_open(self) -> Priority | None:
        """The least urgent priority that may send at all now."""
        for priority in reversed(Priority):
            if self._pacer.wait_for(None, priority) == 0:
                return priority
        return None

    def _just_edited(self) -> set[int]:
        """Cards whose next edit would come too soon after the last."""
        now = self._clock.monotonic()
        self._edited = {row: end for row, end in self._edited.items() if end > now}
        return set(self._edited)

    def _let_through(self, due: Sequence[Due]) -> list[Due]:
        """Those that may leave now; of one chat, no later one before an earlier one."""
        passed, held = [], set()
        for one in due:
            turn = None if one.chat_id in held else self._pacer.hold(one.chat_id, Priority(one.priority))
            if turn is None:
                held.add(one.chat_id)
                continue
            self._turns[one.is_card, one.id] = turn
            passed.append(one)
        return passed

    async def _deliver(self, batch: list[Ready]) -> None:
        chat_id = batch[0].due.chat_id
        try:
            for ready in batch:
                sent = await self._send(ready)
                if ready.due.is_card:
                    self._edited[ready.due.id] = self._clock.monotonic() + self._edit_gap_s
                self._settler.add(sent)
        finally:
            self._landed.add(chat_id)
            self._wake.set()

    async def _send(self, ready: Ready) -> Sent:
        turn = self._turns.pop((ready.due.is_card, ready.due.id))
        try:
            if not ready.needs_no_request:
                turn.left()
            sent = await self._sender.send(ready)
        finally:
            turn.give_back()
        penalise(self._pacer, [sent])
        return sent
