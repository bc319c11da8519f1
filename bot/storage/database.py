"""The database: engines fitted for what each does, and the door to a unit of work."""

from __future__ import annotations

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import structlog
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.disk import make_folder
from bot.domain.playbook import Playbook
from bot.storage.crypto import Keychain, fit
from bot.storage.cuts import connect as connect_postgres
from bot.storage.cuts import is_cut, notice_cuts
from bot.storage.excuses import HeldTooLongError, why
from bot.storage.mapping import map_nouns
from bot.storage.numbering import WritingSession
from bot.storage.sqlite import Connection, connect
from bot.storage.work import UnitOfWork

log = structlog.get_logger(__name__)

DatabaseTroubleError = DBAPIError
"""The database could not do it: the disk is full, the server gone, somebody else in the way too long."""
_CANNOT = (OperationalError, InterfaceError, OSError)
_BUSY_S = 10
"""So long one waits for others who write: other processes of ours, and whoever else opened the file."""
KEPT_ALIVE = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "2"}
"""PostgreSQL notices in a quarter of a minute when the machine at the other end is gone, and lets go of its locks."""
_NEVER_IDLE = {"idle_in_transaction_session_timeout": "20s"}
"""Nor does a process that hangs in the middle of a write keep others waiting for longer."""


class _FileLock:
    """Keeps writers of other processes out for the length of one write transaction.

    SQLite before 3.51.3 can corrupt a WAL when two connections write or checkpoint at the same instant. Whoever
    waits longest holds the queue, so that a busy writer does not come back before them.
    """

    def __init__(self, database: str | None) -> None:
        self._path = database if database and database != ":memory:" else None
        self._files: list[int] = []

    async def take(self) -> None:
        if self._path is None:
            return
        if not self._files:
            flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
            self._files = [os.open(f"{self._path}.{name}", flags, 0o600) for name in ("queue", "lock")]
        queue, lock = self._files
        await _wait_for(queue)
        try:
            await _wait_for(lock)
        finally:
            fcntl.flock(queue, fcntl.LOCK_UN)

    def leave(self) -> None:
        if self._files:
            fcntl.flock(self._files[-1], fcntl.LOCK_UN)

    def close(self) -> None:
        while self._files:
            os.close(self._files.pop())


async def _wait_for(file: int) -> None:
    """Raises HeldTooLongError."""
    pause, latest = 0.001, monotonic() + _BUSY_S
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if monotonic() > latest:
                raise HeldTooLongError("another process has been writing for too long") from None
            await asyncio.sleep(pause)
            pause = min(pause * 2, 0.02)


class Database:
    """Where everything is kept. `on_commit` is called after every write transaction that asked for something."""

    def __init__(
        self,
        url: str,
        key: bytes | Sequence[bytes],
        playbook: Playbook,
        *,
        reload: Callable[[], Sequence[bytes]] | None = None,
    ) -> None:
        """`url`: SQLAlchemy's, with an async driver; `key`: DATA_KEY, its versions newest first; `reload` reads it."""
        map_nouns()
        self.url = make_url(url)
        self.playbook = playbook
        self.keychain = Keychain(key, reload)
        self.on_commit: list[Callable[[], None]] = []
        self.can_write = True  # as the last who tried found it
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            make_folder(Path(self.url.database).parent)
        self._lock = _FileLock(self.url.database if self.is_sqlite else None)
        self._turn = asyncio.Lock()
        self._to_be_emptied = False
        self.writer = self._engine(reads_only=False)
        self.reader = self._engine(reads_only=True)

    def _engine(self, *, reads_only: bool) -> AsyncEngine:
        if not self.is_sqlite:
            engine = create_async_engine(
                self.url,
                pool_size=5,
                max_overflow=5,
                connect_args={
                    "server_settings": KEPT_ALIVE if reads_only else KEPT_ALIVE | _NEVER_IDLE,
                    "async_creator_fn": connect_postgres,
                },
                hide_parameters=True,
            )
            notice_cuts(engine)
        else:
            size = 3 if reads_only else 1
            engine = create_async_engine(
                self.url,
                poolclass=AsyncAdaptedQueuePool,
                pool_size=size,
                max_overflow=0,
                connect_args={"timeout": _BUSY_S, "async_creator_fn": connect},
                hide_parameters=True,
            )
            _fit_sqlite(engine, reads_only=reads_only)
        fit(engine.sync_engine.dialect, self.keychain)
        return engine

    def beside(self, name: str) -> Path | None:
        """Where a file of ours lies beside the database's; None where that is no file."""
        file = self.url.database if self.is_sqlite else None
        return Path(f"{file}.{name}") if file and file != ":memory:" else None

    @asynccontextmanager
    async def work(self) -> AsyncIterator[UnitOfWork]:
        """One write transaction: committed when the block ends well, rolled back when it raises."""
        try:
            async with self._write() as uow:
                yield uow
        except Exception as error:
            if isinstance(error, _CANNOT) or is_cut(error):
                self.can_write = False
            raise
        self.can_write = True
        if uow.asked:
            for wake in self.on_commit:
                wake()

    @asynccontextmanager
    async def _write(self) -> AsyncIterator[UnitOfWork]:
        if self.is_sqlite:
            async with self._turn:
                await self._lock.take()
                try:
                    async with self._transaction() as uow:
                        yield uow
                    if uow.erased or self._to_be_emptied:
                        self._to_be_emptied = not await self._empty_wal()
                finally:
                    self._lock.leave()
        else:
            async with self._transaction() as uow:
                yield uow

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[UnitOfWork]:
        async with AsyncSession(
            self.writer, expire_on_commit=False, sync_session_class=WritingSession
        ) as session:
            uow = UnitOfWork(session, self.playbook, self.keychain)
            async with session.begin():
                yield uow
                await uow.flush()

    async def _empty_wal(self) -> bool:
        """What was overwritten stands in the WAL until it is. False where that is to be done after another write.

        A reader may be in the way, whom nobody waits for, or the disk; what was to be written is written all the same.
        """
        try:
            async with self.writer.connect() as connection:
                driver = (await connection.get_raw_connection()).driver_connection
                return isinstance(driver, Connection) and await driver.empty_wal()
        except DBAPIError as error:
            log.warning("past-not-erased-yet", why=why(error))
        except sqlite3.Error as error:
            log.warning("past-not-erased-yet", why=str(error))
        return False

    @asynccontextmanager
    async def look(self) -> AsyncIterator[UnitOfWork]:
        """One consistent look at everything. Nothing changed here is kept."""
        async with AsyncSession(self.reader, expire_on_commit=False, autoflush=False) as session:
            yield UnitOfWork(session, self.playbook, self.keychain)

    async def close(self) -> None:
        """Ends all connections."""
        await self.writer.dispose()
        await self.reader.dispose()
        self._lock.close()


def _fit_sqlite(engine: AsyncEngine, *, reads_only: bool) -> None:
    """WAL, synchronous FULL, BEGIN IMMEDIATE for the writer; query_only for readers."""

    @event.listens_for(engine.sync_engine, "connect")
    def _on_connect(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        pragmas = ["secure_delete=ON", "foreign_keys=ON"]
        if reads_only:
            pragmas += ["query_only=ON", "wal_autocheckpoint=0"]
        else:
            pragmas += ["journal_mode=WAL", "synchronous=FULL"]
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
