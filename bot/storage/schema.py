"""Brings a database's schema up to date, and refuses one that is newer than this program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.storage.database import Database
from bot.storage.shared import Queue, take_turn

if TYPE_CHECKING:
    from alembic.config import Config

LATEST = "0001"
"""The revision this program knows: that of the newest file in migrations/versions."""


MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaTooNewError(Exception):
    """The database was made by a newer Linli."""


def _config() -> Config:
    from alembic.config import Config  # half a second that only an upgrade need pay

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def current_revision(connection: Connection) -> str | None:
    """The revision the database has; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    current: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return current


def upgrade_to(connection: Connection, wanted: str) -> None:
    """Runs what is missing up to that revision. Raises SchemaTooNewError where this program does not know it."""
    current = current_revision(connection)
    if current == wanted:
        return
    from alembic import command

    for one in (current, wanted):
        if one is not None and not knows(one):
            raise SchemaTooNewError(f"it has schema {one}, which this version of Linli does not know")
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, wanted)


def upgrade(connection: Connection) -> None:
    """Runs whatever is missing. Raises SchemaTooNewError."""
    upgrade_to(connection, LATEST)


def knows(revision: str) -> bool:
    """Whether this program knows that revision: then it is its own, or one it can upgrade from."""
    from alembic.script import ScriptDirectory

    return revision in {one.revision for one in ScriptDirectory.from_config(_config()).walk_revisions()}


async def migrate(database: Database) -> str:
    """Runs what is missing, after whoever is just doing that; gives the revision. Raises SchemaTooNewError."""
    async with database.work() as uow:
        if not database.is_sqlite:
            await take_turn(uow.session, Queue.SCHEMA)
        connection = await uow.session.connection()
        await connection.run_sync(upgrade)
    return LATEST


async def revision(database: Database) -> str | None:
    """The revision the database has; None when it is empty."""
    async with database.look() as uow:
        connection = await uow.session.connection()
        return await connection.run_sync(current_revision)
