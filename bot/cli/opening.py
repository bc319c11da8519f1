"""What most commands need first: settings, playbook, database. What cannot be used stops the command."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.domain.playbook import Playbook
    from bot.storage.database import Database


def read_playbook(settings: Settings) -> Playbook:
    """The playbook of PLAYBOOK; raises Stop with a line per mistake."""
    return playbook_named(settings.playbook)


def playbook_named(name: str) -> Playbook:
    """A shipped playbook, or the one in a file; raises Stop with a line per mistake."""
    from bot.playbooks.load import PlaybookError, load_playbook

    try:
        return load_playbook(name)
    except PlaybookError as error:
        raise Stop(*(f"PLAYBOOK: {mistake}" for mistake in error.mistakes), code=BAD_SETTINGS) from None


@asynccontextmanager
async def open_database(settings: Settings, playbook: Playbook) -> AsyncIterator[Database]:
    """The database with its schema up to date and a key that opens it; raises SettingsError or Stop."""
    from bot.config import data_keys, make_database_folder
    from bot.storage.database import Database

    keys = data_keys(settings)
    make_database_folder(settings)
    database = Database(settings.database_url, keys, playbook, reload=_keys_now)
    try:
        await bring_up_to_date(database, settings)
        yield database
    finally:
        await database.close()


def _keys_now() -> list[bytes]:
    """The key's versions as they are now; none where they cannot be read: then those known so far stay."""
    from bot.config import SettingsError, data_keys, read_settings

    try:
        return data_keys(read_settings())
    except SettingsError:
        return []


async def bring_up_to_date(database: Database, settings: Settings) -> str:
    """Runs the migrations that are missing, after a backup, and gives the schema's revision; raises Stop."""
    from bot.storage.crypto import WrongKeyError
    from bot.storage.key_check import OldKeyMissingError, check_key
    from bot.storage.schema import SchemaTooNewError, migrate

    await _reach(database)
    await _back_up_before(database, settings)
    try:
        now_at = await migrate(database)
        await check_key(database)
    except SchemaTooNewError as error:
        raise Stop(f"DATABASE_URL: {error}; install the newer Linli", code=BAD_SETTINGS) from None
    except OldKeyMissingError:
        raise Stop(
            "DATA_KEY: its change is not finished and the old version is missing; put it back behind the new one",
            code=BAD_SETTINGS,
        ) from None
    except WrongKeyError:
        raise Stop(
            "DATA_KEY: does not open this database; put back the key it was made with", code=BAD_SETTINGS
        ) from None
    return now_at


async def _back_up_before(database: Database, settings: Settings) -> None:
    """Whatever an upgrade does, there is a way back. Says so."""
    import typer

    from bot.cli.backup import back_up_to, folder_of
    from bot.clock import Clock
    from bot.domain.backup import name_of
    from bot.storage.schema import LATEST, knows, revision

    at = await revision(database)
    if at is None or at == LATEST or not knows(at):
        return
    now = Clock().now()
    made = await back_up_to(database, folder_of(settings) / name_of(now, before=LATEST), now)
    typer.echo(f"The schema goes from {at} to {LATEST}; a backup from before is {made.file}.", err=True)


async def _reach(database: Database) -> None:
    from bot.storage.schema import revision

    try:
        await revision(database)
    except Exception as error:
        raise Stop(f"DATABASE_URL: the database cannot be opened ({what_went_wrong(error)})") from None


def what_went_wrong(error: Exception) -> str:
    """A driver's own words, in one line."""
    from bot.logs import redact

    cause = getattr(error, "orig", None) or error
    lines = str(cause).strip().splitlines()
    return redact(lines[0] if lines else type(cause).__name__)
