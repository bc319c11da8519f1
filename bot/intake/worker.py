"""Deals with updates: in order, a batch a transaction, and nothing said before it is committed."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.intake.failing import bury
from bot.intake.incoming import Heard, Incoming, inbox_row
from bot.intake.turns import Answer, Turns, UnparseableError
from bot.meter import METER
from bot.storage.conflicts import again_on_conflict
from bot.storage.database import Database
from bot.storage.excuses import Excuses, held_too_long, is_full, tell_failure, why
from bot.storage.inbox import Filed, TakenError, reference_of
from bot.storage.machinery import InboxState
from bot.storage.work import UnitOfWork

log = structlog.get_logger(__name__)

BATCH = 64
FEWEST = 8
SLICE_S = 0.05  # a transaction takes no further update after so long of our own work
FULL_SLICE_S = 0.1  # where so many wait that all of them are sooner answered by fewer, longer transactions
LONGEST_S = 0.5  # nor after so long by the clock: another process may wait for its turn to write
RETRY_AFTER = (timedelta(seconds=3), timedelta(seconds=25))  # three tries in 30 s
ROOM_AFTER = timedelta(seconds=10)  # what found the disk full is tried again


@dataclass
class _Result:
    done: list[Incoming]
    ignored: list[Incoming]
    left: list[Incoming]
    answers: list[Answer]


class Worker:
    """The one worker of this process. `accept` takes what Telegram just gave, `drain` what waits in the inbox."""

    def __init__(
        self,
        database: Database,
        turns: Turns,
        clock: Clock,
        bot_id: int,
        answer: Callable[[list[Answer]], None],
    ) -> None:
        self._database = database
        self._turns = turns
        self._clock = clock
        self._bot_id = bot_id
        self._answer = answer
        self._turn = asyncio.Lock()
        self._last: int | None = None
        self._careful = False  # something among what was just stored fails: one by one
        self._heard = Heard(clock)
        self._excuses = Excuses()
        self._fits = BATCH  # so many, as far as we know, are dealt with in one slice of time
        self._backlog = True  # rows may wait in the inbox, and what comes now must not overtake them
        self.wake = asyncio.Event()
        self.on_stored: list[Callable[[], None]] = []  # called when updates wait in the inbox
        self._lease = None if database.is_sqlite else secrets.token_hex(8)

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Stores updates; returns when they are committed, and only then may Telegram hear that we have them.

        A small batch that finds nothing waiting is dealt with in the very transaction that stores it, where no other
        process may be dealing with the same chats.
        """
        if not updates:
            return
        async with self._turn:
            incoming = await self._fresh(updates)
            if incoming and len(incoming) <= BATCH and not self._backlog and self._lease is None:
                try:
                    await self._at_once(incoming)
                    return
                except Exception as error:
                    if held_too_long(error):
                        raise
                    log.warning("batch-failed", updates=len(incoming), error=type(error).__name__)
                    self._careful = True
            await self._store(incoming)
        self.wake.set()

    async def drain(self) -> int:
        """Deals with everything in the inbox that may be dealt with now; how many that were."""
        count = 0
        while True:
            async with self._turn:
                dealt = await self._one_batch()
            if not dealt:
                return count
            count += dealt

    async def run(self) -> None:
        """Drains for ever: when woken, and every second for what was put off."""
        while True:
            try:
                await self.drain()
            except Exception as error:
                tell_failure(log, "worker-failed", error)
                await self._clock.sleep(1)
            try:
                async with asyncio.timeout(1):
                    await self.wake.wait()
            except TimeoutError:
                continue
            finally:
                self.wake.clear()

    async def close(self) -> None:
        """What this worker has in hand is another's at once, not only when its lease has run out."""
        if self._lease is None:
            return
        try:
            async with self._database.work() as uow:
                await uow.inbox.let_go(self._lease)
        except Exception as error:
            log.warning("leases-not-given-back", why=type(error).__name__)

    async def _fresh(self, updates: Sequence[dict[str, Any]]) -> list[Incoming]:
        if self._last is None:
            async with self._database.look() as uow:
                self._last = await uow.inbox.last_update(self._bot_id)
        now, mono = self._clock.now(), self._clock.monotonic()
        incoming = [Incoming.of(update, now, mono) for update in updates]
        old = [i.update_id for i in incoming if i.update_id <= self._last]
        if old:
            async with self._database.look() as uow:
                known = await uow.inbox.known(self._bot_id, old)
            incoming = [i for i in incoming if i.update_id not in known]
        return incoming

    async def _at_once(self, incoming: list[Incoming]) -> None:
        async with self._database.work() as uow:
            result = await self._deal(uow, incoming[: self._fits])
            result.left += incoming[len(result.done) + len(result.ignored) + len(result.left) :]
            now = self._clock.now()
            rows = [inbox_row(i, self._bot_id, InboxState.DONE, now) for i in result.done]
            rows += [inbox_row(i, self._bot_id, InboxState.IGNORED, now) for i in result.ignored]
            rows += [inbox_row(i, self._bot_id, InboxState.PENDING, None) for i in result.left]
            if uow.erased:
                rows = [row | {"payload": None} if row["done_at"] else row for row in rows]
            rows.sort(key=lambda row: row["update_id"])
            await uow.inbox.file_known_new(rows)
        self._seen(incoming)
        self._answer(result.answers)
        if result.left:
            self._backlog = True
            self._heard.note(result.left)
            self.wake.set()

    async def _store(self, incoming: list[Incoming]) -> None:
        async with self._database.work() as uow:
            await uow.inbox.file([inbox_row(i, self._bot_id, InboxState.PENDING, None) for i in incoming])
        self._backlog = True
        self._heard.note(incoming)
        self._seen(incoming)
        for tell in self.on_stored:
            tell()

    def _seen(self, incoming: list[Incoming]) -> None:
        self._last = max([self._last or 0, *(i.update_id for i in incoming)])

    async def _waiting(self) -> list[Filed]:
        """What is to be dealt with next."""
        if self._lease is not None:
            async with self._database.work() as uow:
                return await uow.inbox.take(self._lease, self._clock.now(), self._fits)
        async with self._database.look() as uow:
            waiting = await uow.inbox.waiting(self._clock.now(), self._fits)
            if not waiting:
                self._backlog = bool(await uow.inbox.count(InboxState.PENDING))
            return waiting

    async def _one_batch(self) -> int:
        if not (waiting := await self._waiting()):
            return 0
        careful, self._careful = self._careful, False
        if not careful and all(row.attempts == 0 for row in waiting):
            try:
                return await self._together(waiting)
            except Exception as error:
                if held_too_long(error):
                    raise
                log.warning("batch-failed", updates=len(waiting), error=type(error).__name__)
        failed: set[str] = set()
        for row in waiting:
            if row.lane not in failed and not await self._alone(row):
                failed.add(row.lane)
        return len(waiting)

    async def _together(self, waiting: list[Filed]) -> int:
        async with self._database.work() as uow:
            incoming = [Incoming.stored(row, self._heard.of(row)) for row in waiting]
            result = await self._deal(uow, incoming)
            now = self._clock.now()
            for state, dealt in ((InboxState.DONE, result.done), (InboxState.IGNORED, result.ignored)):
                await uow.inbox.settle([i.row_id for i in dealt if i.row_id], state, now, self._lease)
            if uow.erased:
                await uow.inbox.empty([i.row_id for i in (*result.done, *result.ignored) if i.row_id])
        self._answer(result.answers)
        return len(result.done) + len(result.ignored)

    async def _alone(self, row: Filed) -> bool:
        try:
            await again_on_conflict(lambda: self._together([row]))
            self._excuses.forget(row.id)
            return True
        except TakenError:
            return True
        except Exception as error:
            excused = self._excuses.excuse(row.id, error)
            if excused and not is_full(error):
                raise  # nor would anything else go through now
            with suppress(TakenError):
                await (self._wait_for_room(row, error) if excused else self._failed(row, error))
            return False

    async def _wait_for_room(self, row: Filed, error: Exception) -> None:
        """Too large for what is left of the disk: others may not be. Raises where not even this can be written."""
        log.warning("update-waits-for-room", why=why(error))
        async with self._database.work() as uow:
            await uow.inbox.put_off(row.id, row.attempts, self._clock.now() + ROOM_AFTER, self._lease)

    async def _failed(self, row: Filed, error: Exception) -> None:
        now, attempts = self._clock.now(), row.attempts + 1
        reference = reference_of(row.update_id)
        METER.failures += 1
        log.error("update-failed", reference=reference, attempt=attempts, exc_info=error)
        async with self._database.work() as uow:
            hopeless = isinstance(error, UnparseableError) or attempts > len(RETRY_AFTER)
            if hopeless:
                await bury(uow, row, reference, now, self._lease)
            else:
                not_before = now + RETRY_AFTER[attempts - 1]
                await uow.inbox.put_off(row.id, attempts, not_before, self._lease)

    async def _deal(self, uow: UnitOfWork, incoming: list[Incoming]) -> _Result:
        """Every update in its turn, until the time of a slice is used up.

        Reading what they are about does not count: on a busy machine a batch would else be a single update, after
        reading for many. Learns from it how many to read the next time: reading what is then left costs as much as
        dealing with some.
        """
        result = _Result([], [], [], [])
        now: datetime = self._clock.now()
        started = self._clock.monotonic()
        await self._turns.meet(uow, incoming)
        begun = self._clock.worked()
        slice_s = FULL_SLICE_S if len(incoming) >= self._fits else SLICE_S
        for position, one in enumerate(incoming):
            if position and (
                self._clock.worked() - begun > slice_s or self._clock.monotonic() - started > LONGEST_S
            ):
                result.left = incoming[position:]
                self._fits = max(FEWEST, position)
                return result
            handled, answer = await self._turns.take(uow, one, now)
            (result.done if handled else result.ignored).append(one)
            if answer:
                result.answers.append(answer)
        if len(incoming) >= self._fits:
            self._fits = min(BATCH, self._fits * 2)
        return result
