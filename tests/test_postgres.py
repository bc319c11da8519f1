"""The PostgreSQL the other tests stand on."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.postgres import drop_database, fresh_database

pytestmark = pytest.mark.postgres


async def _tables(url: str, *statements: str) -> list[str]:
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            for statement in statements:
                await connection.execute(text(statement))
            found = await connection.execute(
                text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            )
            return [row.tablename for row in found]
    finally:
        await engine.dispose()


async def test_each_database_is_empty_and_knows_nothing_of_the_others(postgres_url: str) -> None:
    first, second = fresh_database(postgres_url), fresh_database(postgres_url)
    try:
        assert await _tables(first, "CREATE TABLE task (id int)") == ["task"]
        assert await _tables(second) == []
    finally:
        drop_database(first)
        drop_database(second)


async def test_it_speaks_chinese(postgres_database: str) -> None:
    assert await _tables(postgres_database, 'CREATE TABLE "认领" (id int)') == ["认领"]
