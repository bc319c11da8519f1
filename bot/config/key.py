"""The one key that everything personal is encrypted with."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from bot.config.settings import Settings, SettingsError


def make_database_folder(settings: Settings) -> None:
    """The folder a SQLite database will live in, made if it is not there; raises SettingsError."""
    if settings.sqlite_file is None:
        return
    try:
        settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"DATABASE_URL: its folder cannot be made ({error.strerror})") from None


def data_key(settings: Settings) -> bytes:
    """The 32 bytes that encrypt what is personal; made on first run beside a SQLite database if none is set.

    Ask for it before the database is opened: a key is never made beside a database that is there already,
    because what that one holds could not be read with a new key. Raises SettingsError.
    """
    if settings.data_key:
        return _key("DATA_KEY", settings.data_key.get_secret_value())
    file = settings.data_key_file
    if file is None:
        if settings.sqlite_file is None:
            raise SettingsError(
                "DATA_KEY: must be set with this DATABASE_URL; `openssl rand -base64 32` makes one"
            )
        make_database_folder(settings)
        file = settings.sqlite_file.with_suffix(".key")
        if not file.exists():
            _make_key(file, settings.sqlite_file)
    try:
        return _key(str(file), file.read_text("ascii"))
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"{file}: the data key cannot be read; put the file back or set DATA_KEY"
        ) from None


def _make_key(file: Path, database: Path) -> None:
    if database.exists() and database.stat().st_size:
        raise SettingsError(
            f"{file}: the data key of {database} is gone; put the file back from a backup or set DATA_KEY"
        )
    try:
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=file.name)  # mode 0600
        with os.fdopen(handle, "w", encoding="ascii") as key:
            key.write(base64.b64encode(secrets.token_bytes(32)).decode() + "\n")
            key.flush()
            os.fsync(key.fileno())
        with suppress(FileExistsError):
            os.link(draft, file)  # of two processes that start together, the first one's key is everybody's
        os.unlink(draft)
    except OSError as error:
        raise SettingsError(f"{file}: the data key cannot be written ({error.strerror})") from None


def _key(name: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32:
        raise SettingsError(f"{name}: must be 32 bytes in base64; `openssl rand -base64 32` makes one")
    return key
