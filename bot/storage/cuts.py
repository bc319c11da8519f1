"""A PostgreSQL that ends connections or cannot be reached: noticed at once, and not the fault of what was being done."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

CONNECT_S = 10
CUT = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What a connection apart from the pools raises when it, or the server, is gone."""
_LAST_WORDS = ("08", "57P")
"""How the codes of errors begin that a server ends a connection with, or does not let anybody in."""


_PROBES = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 2, "TCP_USER_TIMEOUT": 15_000}
"""A machine at the other end that is gone without a word is given up after a quarter of a minute, as PostgreSQL does."""


class _Probing(asyncpg.Connection):  # type: ignore[misc]
    """One that asks, while it waits for an answer, whether anybody is still there: else it may wait for ever."""

    def __init__(self, protocol: Any, transport: asyncio.Transport, *more: Any) -> None:
        super().__init__(protocol, transport, *more)
        probe(transport.get_extra_info("socket"))


def probe(line: socket.socket) -> None:
    """Where there is a network in between. What a system does not know is left as it is there."""
    if line.family not in (socket.AF_INET, socket.AF_INET6):
        return
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _PROBES.items():
        if (option := getattr(socket, name, None)) is not None:
            line.setsockopt(socket.IPPROTO_TCP, option, value)


async def connect(*places: Any, **names: Any) -> asyncpg.Connection[Any]:
    """A connection to PostgreSQL. Where nobody is there, too, raises an error of asyncpg's: it is the database's."""
    try:
        return await asyncpg.connect(*places, **names, timeout=CONNECT_S, connection_class=_Probing)
    except OSError as error:
        raise asyncpg.InterfaceError(f"PostgreSQL cannot be reached: {error}") from error


def notice_cuts(engine: AsyncEngine) -> None:
    """One who finds their connection ended knows it of all the others that were open by then.

    Between the server's last words and the end of the connection asyncpg says of it that something else is in progress.
    """

    @event.listens_for(engine.sync_engine, "handle_error")
    def _on_error(context: ExceptionContext) -> None:
        error = getattr(context.sqlalchemy_exception, "orig", None)
        code = getattr(error, "sqlstate", None) or ""
        cut = isinstance(getattr(error, "__cause__", None), asyncpg.InternalClientError)
        if context.connection is None or cut or code.startswith(_LAST_WORDS):
            context.is_disconnect = True


def is_cut(error: BaseException) -> bool:
    """Was the connection ended under it, or none to be had? On SQLite never."""
    return isinstance(error, DBAPIError) and error.connection_invalidated
