"""Statements are compiled once a run, not once a test: that was every eighth second of processor time."""

from __future__ import annotations

from sqlalchemy import Dialect

from bot.storage.crypto import fit
from bot.storage.database import Database

_DIALECTS: dict[tuple[str, bytes], Dialect] = {}
_COMPILED: dict[object, object] = {}


def compiled_once(database: Database) -> Database:
    """The same database, with what earlier ones of its kind and key have compiled. One loop at a time may use it."""
    kind = (database.url.get_backend_name(), database.keychain.record_key)
    for engine in (database.writer.sync_engine, database.reader.sync_engine):
        engine.dialect = engine.pool._dialect = _DIALECTS.setdefault(kind, engine.dialect)
        engine.update_execution_options(compiled_cache=_COMPILED)
        fit(engine.dialect, database.keychain)
    return database
