"""Brings a database's schema up to date, and refuses one that is newer than this program."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.storage.database import Database


class SchemaTooNewError(Exception):
    """The database was made by a newer Linli."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def latest() -> str:
    """The revision this program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    config = _config()
    current = _current(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise SchemaTooNewError(
            f"the database has schema {current}, which this version of Linli does not know"
        )
    if current == latest():
        return
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def migrate(database: Database) -> str:
    """Runs what is missing; gives the revision. Raises SchemaTooNewError."""
    async with database.work() as uow:
        connection = await uow.session.connection()
        await connection.run_sync(_upgrade)
    return latest()


async def revision(database: Database) -> str | None:
    """The revision the database has; None when it is empty."""
    async with database.look() as uow:
        connection = await uow.session.connection()
        return await connection.run_sync(_current)
