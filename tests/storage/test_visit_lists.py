"""Whose list of visits is due, however many were asked about however many visits."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Select

from bot.storage.database import Database
from bot.storage.visit_lists import _to_tell


async def steps(database: Database, query: Select[Any]) -> list[str]:
    """How SQLite would find the answer."""
    said = str(query.compile(dialect=sqlite.dialect(paramstyle="named")))
    async with database.look() as uow:
        rows = await uow.session.execute(
            text(f"EXPLAIN QUERY PLAN {said}"), {"now": "2026", "most": 50, "param_1": 0}
        )
        return [row[3] for row in rows]


async def test_every_tick_looks_only_at_what_is_due(database: Database) -> None:
    if database.is_sqlite:
        found = await steps(database, _to_tell())
        assert not [one for one in found if one.startswith("SCAN")], found
