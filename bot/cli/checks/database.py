"""The database: can it be reached, written, read with our key; its schema, and SQLite's own age."""

from __future__ import annotations

import sqlite3

from bot.cli.checks.finding import Finding, bad, care, good
from bot.cli.opening import what_went_wrong
from bot.config import Settings, SettingsError, data_keys
from bot.domain.playbook import Playbook
from bot.storage.crypto import WrongKeyError
from bot.storage.database import Database
from bot.storage.key_check import check_key
from bot.storage.schema import LATEST, revision

SAFE_SQLITE = (3, 51, 3)


def check_sqlite(settings: Settings) -> list[Finding]:
    """SQLite before 3.51.3 can corrupt a database that two connections write at the same instant."""
    if not settings.database_url.startswith("sqlite"):
        return []
    if sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return [good("sqlite", sqlite3.sqlite_version)]
    return [
        care(
            "sqlite",
            f"{sqlite3.sqlite_version} is older than 3.51.3: two writers at once can damage a database",
            "Linli's own commands take turns; let no other program write to it",
        )
    ]


def not_made_yet(settings: Settings) -> list[Finding]:
    """For a SQLite database that the first `run` will make; nothing if it is there."""
    file = settings.sqlite_file
    if file is None or (file.exists() and file.stat().st_size):
        return []
    return [good("database", f"{file} is not there yet; the first `linli run` makes it and its key")]


async def check_database(database: Database) -> list[Finding]:
    """Reaches it, takes its lock for writing once, and looks at its schema and its key."""
    try:
        at = await revision(database)
        async with database.work():
            pass
    except Exception as error:
        says = f"cannot be opened for writing: {what_went_wrong(error)}"
        return [
            bad("database", says, "check DATABASE_URL, that it runs, and who owns the file and its folder")
        ]
    return [good("database", "can be read and written"), *_schema(at), *await _key(database, at)]


def _schema(at: str | None) -> list[Finding]:
    if at == LATEST:
        return [good("schema", f"{at}, the newest")]
    if at is None:
        return [care("schema", "the database is empty", "the next `linli run` or `linli migrate` fills it")]
    if at < LATEST:
        return [care("schema", f"{at}; this Linli has {LATEST}", "back up, then `linli migrate`")]
    return [bad("schema", f"{at} was made by a newer Linli", "install the newer Linli")]


async def _key(database: Database, at: str | None) -> list[Finding]:
    if at != LATEST:
        return []
    try:
        await check_key(database)
    except WrongKeyError:
        return [bad("key", "DATA_KEY does not open this database", "put back the key it was made with")]
    if len(database.keychain.ids) > 1:
        return [care("key", "its change is not finished", "`linli key rotate` goes on with it")]
    return [good("key", "opens the database")]


def open_as_it_is(settings: Settings, playbook: Playbook) -> Database | Finding:
    """The database without changing anything in it, or why its key cannot be had."""
    try:
        return Database(settings.database_url, data_keys(settings), playbook)
    except SettingsError as error:
        return bad("key", error.problems[0], "put the key back from where you keep its copy")
