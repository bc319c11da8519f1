"""Rosters brought into a database for tests, and everything that is stored about people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from bot.clock import Clock
from bot.domain.roster import Roster
from bot.rosters.writing import Table, as_csv
from bot.services.importing.deciding import apply_roster, bring_file, undo_roster
from bot.storage import tables
from bot.storage.blobs import Document
from bot.storage.database import Database
from scheduler.jobs import JobRunner
from tests.services.cast import NOW

HOUSEHOLDS = ("姓名", "联系电话", "小区", "楼栋", "单元", "房号", "重点类别", "备注")
MEMBERS = ("姓名", "联系电话", "服务队", "持证", "职务", "小区", "楼栋")
HERE, THERE = "源昌鑫海湾", "联发五缘湾1号"
KEPT = (tables.household, tables.dweller, tables.roster_member, tables.listed_phone)


def household(
    name: str, phone: str = "", room: str = "501", *, compound: str = HERE, kinds: str = "", remark: str = ""
) -> list[str]:
    """A line of a household roster."""
    return [name, phone, compound, "3号楼" if compound == HERE else "2号楼", "1", room, kinds, remark]


def document(kind: str, rows: Sequence[list[str]]) -> Document:
    """Such a file."""
    headings = HOUSEHOLDS if kind == "households" else MEMBERS
    return Document("名单.csv", as_csv(Table("名单", headings, rows)))


async def read(database: Database, kind: str, *rows: list[str]) -> Roster:
    """Such a roster, read and compared."""
    runner = JobRunner(database, Clock(NOW))
    async with database.work() as uow:
        roster, _ = await bring_file(uow, kind, document(kind, rows), now=NOW, lease=runner.lease)
    await runner.drain()
    async with database.look() as uow:
        return await uow.rosters.get(roster.id or 0)


async def apply(database: Database, roster: Roster, runner: JobRunner | None = None) -> None:
    """导入, to the end."""
    runner = runner or JobRunner(database, Clock(NOW))
    async with database.work() as uow:
        await apply_roster(uow, await uow.rosters.get(roster.id or 0), by=None, now=NOW, lease=runner.lease)
    await runner.drain()


async def bring(database: Database, kind: str, *rows: list[str]) -> Roster:
    """Read, compared and applied."""
    roster = await read(database, kind, *rows)
    await apply(database, roster)
    return roster


async def undo(database: Database, roster: Roster) -> None:
    """撤销导入, to the end."""
    runner = JobRunner(database, Clock(NOW))
    async with database.work() as uow:
        await undo_roster(uow, await uow.rosters.get(roster.id or 0), by=None, now=NOW, lease=runner.lease)
    await runner.drain()


async def everything(database: Database) -> list[list[tuple[Any, ...]]]:
    """Every row that rosters write, to the last byte."""
    async with database.look() as uow:
        each = [
            await uow.session.execute(select(table).order_by(*table.primary_key.columns)) for table in KEPT
        ]
        return [[tuple(row) for row in rows] for rows in each]


def counts(roster: Roster) -> tuple[int, int, int, int, int, int]:
    """new, changed, gone, duplicate, invalid, the same."""
    return (roster.new, roster.changed, roster.gone, roster.duplicate, roster.invalid, roster.same)
