"""Nothing can be written: the disk is full, or read-only, or somebody else holds the database."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from bot.domain.case import Case
from bot.storage import database
from bot.storage.machinery import inbox
from tests.town import Town

Remedy = Callable[[], Awaitable[None]]


async def _pragma(town: Town, wanted: str) -> int:
    """Of the one connection that writes."""
    async with town.linli.database.writer.connect() as connection:
        told = await connection.execute(text(f"PRAGMA {wanted}"))
        return int(told.scalar() or 0) if told.returns_rows else 0


async def _is_full(town: Town) -> Remedy:
    """SQLite may take no further page, and says what it says of a full disk."""
    pages = await _pragma(town, "page_count") - await _pragma(town, "freelist_count")
    await _pragma(town, f"max_page_count={pages}")

    async def room() -> None:
        await _pragma(town, "max_page_count=1000000")

    return room


async def _is_read_only(town: Town) -> Remedy:
    """SQLite refuses every change, as on a disk that was remounted to read only."""
    await _pragma(town, "query_only=ON")

    async def writable() -> None:
        await town.restart()  # as whoever mounts it anew does

    return writable


async def _is_held(town: Town) -> Remedy:
    other = sqlite3.connect(town.linli.database.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def let_go() -> None:
        other.execute("ROLLBACK")
        other.close()

    return let_go


async def _count(town: Town, what: object) -> int:
    async with town.linli.database.look() as uow:
        return await uow.session.scalar(select(func.count()).select_from(what)) or 0  # type: ignore[arg-type]


@pytest.mark.parametrize("trouble", [_is_full, _is_read_only, _is_held])
async def test_telegram_keeps_what_we_could_not_write_down_and_afterwards_it_happens_once(
    town: Town, trouble: Callable[[Town], Awaitable[Remedy]]
) -> None:
    mei = await town.resident("梅阿姨")
    group = await town.building_group(mei)
    town.sandbox.on_action = None
    before = await _count(town, inbox)
    with pytest.MonkeyPatch.context() as here:
        here.setattr(database, "_BUSY_S", 0.1)
        await town.restart()
    remedy = await trouble(town)
    for n in range(20):
        await mei.says(f"/report 电梯坏了，第{n}次。" + "请快来修。" * 700, in_=group)
    with pytest.raises(OperationalError):
        await town.settle()
    assert len(town.sandbox.updates) > 0, "not confirmed"
    assert not town.linli.database.can_write
    await remedy()
    await town.settle()
    assert len(town.sandbox.updates) == 0
    assert await _count(town, inbox) == before + 20
    assert town.linli.database.can_write


async def test_who_holds_it_for_some_seconds_is_waited_for(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    let_go = await _is_held(town)
    asyncio.get_running_loop().call_later(0.4, lambda: asyncio.ensure_future(let_go()))
    await mei.says("/report 电梯坏了", in_=await town.building_group(mei))
    assert await _count(town, Case) == 1
