"""Statements are compiled once a run, not once a test: that was every eighth second of processor time."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Dialect, event

from bot.storage.crypto import fit
from bot.storage.database import Database

_DIALECTS: dict[tuple[str, bytes], Dialect] = {}
_COMPILED: dict[object, object] = {}


def compiled_once(database: Database) -> Database:
    """The same database, with what earlier ones of its kind and key have compiled. One loop at a time may use it."""
    kind = (database.url.get_backend_name(), database.keychain.record_key)
    for engine in (database.writer.sync_engine, database.reader.sync_engine):
        own, shared = engine.dialect, _DIALECTS.setdefault(kind, engine.dialect)
        engine.dialect = engine.pool._dialect = shared
        engine.update_execution_options(compiled_cache=_COMPILED)
        fit(shared, database.keychain)
        if own is not shared:
            event.listen(engine, "connect", partial(_meet, own, shared))
    return database


def _meet(own: Dialect, shared: Dialect, *_: object) -> None:
    """What the engine's own dialect has just learnt of the server, the shared one may not know yet."""
    for name, value in vars(own).items():
        vars(shared).setdefault(name, value)
    shared.server_version_info = shared.server_version_info or own.server_version_info
