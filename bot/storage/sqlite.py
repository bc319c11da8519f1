"""SQLite without a thread for every step: what is quick is done where it is asked for, only waiting is done elsewhere.

aiosqlite hands each cursor, statement, fetch and close to a thread of its own and waits for it to come back: four
hand-overs for what takes SQLite some 20 µs. Here statements run on the event loop itself. What takes long, because it
waits for another writer (a BEGIN IMMEDIATE that is not granted at once) or for the disk (a COMMIT of something), runs in
a thread, so that nobody else waits with it.

A statement that runs for LONGEST_S is broken off, lest everything stands still with it. To SQLAlchemy's asyncio adapter
a `Connection` looks like aiosqlite's.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any, Self, TypeVar

T = TypeVar("T")

LONGEST_S = 30.0
"""Seconds; what a bot asks takes a thousandth, the rebuilding of a large table some seconds."""
_STATEMENTS = 256
"""How many prepared statements a connection keeps."""
_STEPS = 100_000
"""So many steps of SQLite's machine, some milliseconds, between two looks at the time."""
_WAITS = "BEGIN IMMEDIATE"
_AT_THE_END = "PRAGMA defer_foreign_keys=ON"
"""Rows of one transaction may be written in any order; whether what they refer to is there is asked at its commit."""


class Cursor:
    """One statement and its rows."""

    def __init__(self, connection: Connection, raw: sqlite3.Cursor) -> None:
        self._connection = connection
        self._raw = raw

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:
        """As the DB-API has it."""
        return self._raw.description

    @property
    def rowcount(self) -> int:
        """As the DB-API has it."""
        return self._raw.rowcount

    @property
    def lastrowid(self) -> int | None:
        """As the DB-API has it."""
        return self._raw.lastrowid

    async def execute(self, sql: str, parameters: Any = ()) -> Self:
        """Runs one statement."""
        self._connection.start_watch()
        if sql == _WAITS:
            await self._connection.begin()
        else:
            self._raw.execute(sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Sequence[Any]) -> Self:
        """Runs it once for each set of parameters."""
        self._connection.start_watch()
        self._raw.executemany(sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """All rows at once."""
        return self._raw.fetchall()

    async def close(self) -> None:
        """No more rows."""
        self._raw.close()


class Connection:
    """One connection; used by one task at a time, as SQLAlchemy's pool sees to."""

    def __init__(self, raw: sqlite3.Connection, wait_s: float) -> None:
        self._connection: sqlite3.Connection | None = raw  # None once closed; the adapter looks at this name
        self._thread: ThreadPoolExecutor | None = None
        self._latest = 0.0
        self._wait_s = wait_s
        self._unchanged = -1
        raw.set_progress_handler(lambda: monotonic() > self._latest, _STEPS)

    def start_watch(self) -> None:
        """A statement begins."""
        self._latest = monotonic() + LONGEST_S

    def cursor(self) -> Cursor:
        """For one statement."""
        return Cursor(self, self._raw.cursor())

    async def create_function(self, *args: Any, **kwargs: Any) -> None:
        """As sqlite3 has it."""
        self._raw.create_function(*args, **kwargs)

    async def begin(self) -> None:
        """A write transaction: at once where nobody else is at it, else as soon as they are done."""
        try:
            self._wait_for_others(0.0)
            self._raw.execute(_WAITS)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            self._wait_for_others(self._wait_s)
            await self.elsewhere(lambda: self._raw.execute(_WAITS))
        self._wait_for_others(self._wait_s)
        self._raw.execute(_AT_THE_END)
        self._unchanged = self._raw.total_changes

    def _wait_for_others(self, seconds: float) -> None:
        self._raw.execute(f"PRAGMA busy_timeout={round(seconds * 1000)}")

    @property
    def changed(self) -> bool:
        """Whether the transaction has changed a row."""
        return self._raw.total_changes != self._unchanged

    async def commit(self) -> None:
        """Returns when the disk has it."""
        if not self._raw.in_transaction:
            return
        if self.changed:
            await self.elsewhere(self._raw.commit)
        else:
            self._raw.commit()

    async def rollback(self) -> None:
        """Undoes what was not committed."""
        self._raw.rollback()

    async def empty_wal(self) -> bool:
        """Copies the WAL into the file and leaves none of it. In no transaction. False where somebody reads just now."""
        self._wait_for_others(0.0)
        stays, _, _ = await self.elsewhere(
            lambda: self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        )
        return not stays

    async def close(self) -> None:
        """Ends the connection. Safe to call again."""
        raw, self._connection = self._connection, None
        if raw is None:
            return
        if self._thread is None:
            raw.close()
        else:
            try:
                await self.elsewhere(raw.close)
            finally:
                self._thread.shutdown(wait=False)

    def stop(self) -> None:
        """The same without waiting for it: where the thread is at work, it closes it as the last thing it does."""
        raw, self._connection = self._connection, None
        if raw is None:
            return
        if self._thread is None:
            raw.close()
        else:
            self._thread.submit(raw.close)
            self._thread.shutdown(wait=False)

    async def elsewhere(self, work: Callable[[], T]) -> T:
        """Does `work` in the connection's thread.

        Whoever is cancelled meanwhile, be it again and again, waits until it is done all the same: a connection that is
        used in two threads, or closed in one while the other is at work, ends the process.
        """
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        done = asyncio.get_running_loop().run_in_executor(self._thread, work)
        given_up: asyncio.CancelledError | None = None
        while not done.done():
            try:
                await asyncio.wait([done])
            except asyncio.CancelledError as error:
                given_up = error
        if given_up is not None:
            done.exception()  # nobody is left to hear of it
            raise given_up
        return done.result()

    @property
    def _raw(self) -> sqlite3.Connection:
        if self._connection is None:
            raise sqlite3.OperationalError("connection closed")
        return self._connection


async def connect(*args: Any, **kwargs: Any) -> Connection:
    """Opens a database file; arguments as sqlite3.connect has them. Transactions begin when told to."""
    how: dict[str, Any] = {**kwargs, "isolation_level": None, "cached_statements": _STATEMENTS}
    return Connection(sqlite3.connect(*args, **how), kwargs["timeout"])
