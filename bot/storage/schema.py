"""Brings a database's schema up to date, and refuses one that is newer than this program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

LATEST = "0001"
"""The revision this program knows: that of the newest file in migrations/versions."""


class SchemaTooNewError(Exception):
    """The database was made by a newer Linli."""


def _config() -> Config:
    from alembic.config import Config  # half a second that only an upgrade need pay

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    current: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return current


def _upgrade(connection: Connection) -> None:
    current = _current(connection)
    if current == LATEST:
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    config = _config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if current is not None and current not in known:
        raise SchemaTooNewError(
            f"the database has schema {current}, which this version of Linli does not know"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


async def migrate(database: Database) -> str:
    """Runs what is missing; gives the revision. Raises SchemaTooNewError."""
    async with database.work() as uow:
        connection = await uow.session.connection()
        await connection.run_sync(_upgrade)
    return LATEST


async def revision(database: Database) -> str | None:
    """The revision the database has; None when it is empty."""
    async with database.look() as uow:
        connection = await uow.session.connection()
        return await connection.run_sync(_current)
