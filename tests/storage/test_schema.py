"""The schema: from nothing to the newest, alike on both databases, and never from a newer Linli's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.domain.member import Member
from bot.storage import schema
from bot.storage.database import Database
from bot.storage.schema import SchemaTooNewError, migrate, revision
from bot.storage.tables import metadata
from tests.storage.stores import open_database


async def _run(database: Database, look: Any) -> Any:
    async with database.look() as uow:
        connection = await uow.session.connection()
        return await connection.run_sync(look)


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def _columns(connection: Connection) -> dict[str, set[tuple[str, bool]]]:
    seen = inspect(connection)
    return {
        name: {(column["name"], column["nullable"]) for column in seen.get_columns(name)}
        for name in seen.get_table_names()
    }


async def test_an_empty_database_is_brought_to_the_newest_schema(empty_url: str) -> None:
    database = open_database(empty_url)
    assert await revision(database) is None
    assert await migrate(database) == schema.LATEST
    assert await revision(database) == schema.LATEST
    async with database.work() as uow:
        uow.add(Member(1, "梅阿姨"))
    await database.close()


async def test_the_migrations_make_exactly_the_tables_the_program_knows(database: Database) -> None:
    assert await _run(database, _differences) == []
    expected = {
        table.name: {(column.name, bool(column.nullable)) for column in table.columns}
        for table in metadata.sorted_tables
    }
    found = await _run(database, _columns)
    found.pop("alembic_version")
    assert found == expected


async def test_to_migrate_again_does_nothing(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(1, "梅阿姨"))
    assert await migrate(database) == schema.LATEST
    async with database.look() as uow:
        assert (await uow.members.get(1)).name == "梅阿姨"


async def test_a_newer_schema_is_refused_with_both_sides_named_and_left_alone(database: Database) -> None:
    async with database.work() as uow:
        await uow.session.execute(text("UPDATE alembic_version SET version_num = '9999_from_the_future'"))
    with pytest.raises(SchemaTooNewError, match="9999_from_the_future"):
        await migrate(database)
    assert await revision(database) == "9999_from_the_future"


async def test_a_migration_that_fails_leaves_nothing_behind(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(config: Any, target: str) -> None:
        config.attributes["connection"].execute(text("CREATE TABLE half_done (id INTEGER)"))
        raise RuntimeError("the power went")

    database = open_database(empty_url)
    monkeypatch.setattr(command, "upgrade", breaks_off)
    with pytest.raises(RuntimeError, match="the power went"):
        await migrate(database)
    assert await _run(database, _columns) == {}
    await database.close()


def test_the_newest_schema_is_the_newest_migration() -> None:
    scripts = ScriptDirectory(str(Path(schema.__file__).parent / "migrations"))
    assert scripts.get_heads() == [schema.LATEST]


def test_the_revision_this_program_knows_is_the_newest_of_its_migrations() -> None:
    assert ScriptDirectory.from_config(schema._config()).get_current_head() == schema.LATEST
