"""The one key that everything personal is encrypted with."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.config.settings import Settings, SettingsError
from bot.config.versions import root_of
from bot.disk import draft_of, make_folder, write_whole


def make_database_folder(settings: Settings) -> None:
    """The folder a SQLite database will live in, made if it is not there; raises SettingsError."""
    if settings.sqlite_file is None:
        return
    try:
        make_folder(settings.sqlite_file.parent)
    except OSError as error:
        raise SettingsError(f"DATABASE_URL: its folder cannot be made ({error.strerror})") from None


def data_key(settings: Settings) -> bytes:
    """The version of the key that encrypts what is personal from now on; raises SettingsError."""
    return data_keys(settings)[0]


def data_keys(settings: Settings) -> list[bytes]:
    """All versions of the key, newest first: one, or two while it is being changed. Made on first run if none is set.

    Ask for it before the database is opened: a key is never made beside a database that is there already,
    because what that one holds could not be read with a new key. Raises SettingsError.
    """
    if settings.data_key:
        return _keys("DATA_KEY", settings.data_key.get_secret_value().split(","))
    file = key_file(settings)
    if settings.data_key_file is None and settings.sqlite_file is not None:
        make_database_folder(settings)
        if not file.exists():
            _make_key(file, settings.sqlite_file)
    try:
        return _keys(str(file), file.read_text("ascii").split())
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"{file}: the data key cannot be read; put the file back or set DATA_KEY"
        ) from None


def has_key(settings: Settings) -> bool:
    """Is there a key already, so that asking for it makes none?"""
    try:
        return bool(settings.data_key) or key_file(settings).exists()
    except SettingsError:
        return False


def key_file(settings: Settings) -> Path:
    """Where the key is kept, one version a line, newest first; raises SettingsError where it is in DATA_KEY or nowhere."""
    if settings.data_key:
        raise SettingsError("DATA_KEY: the key is not in a file; `linli key new` makes its next version")
    file = settings.data_key_file
    if file is None:
        if settings.sqlite_file is None:
            raise SettingsError(
                "DATA_KEY: must be set with this DATABASE_URL; `openssl rand -base64 32` makes one"
            )
        file = settings.sqlite_file.with_suffix(".key")
    return file


def write_keys(file: Path, keys: Sequence[bytes]) -> None:
    """Puts these versions in the place of those that are there, in one step; raises SettingsError."""
    with _told(file):
        write_whole(file, _lines(keys))


def _make_key(file: Path, database: Path) -> None:
    if database.exists() and database.stat().st_size:
        raise SettingsError(
            f"{file}: the data key of {database} is gone; put the file back from a backup or set DATA_KEY"
        )
    new = _lines([secrets.token_bytes(32)])
    with _told(file), draft_of(file, new) as draft, suppress(FileExistsError):
        os.link(draft, file)  # of two processes that start together, the first one's key is everybody's


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SettingsError(f"{file}: the data key cannot be written ({error.strerror})") from None


def _lines(keys: Sequence[bytes]) -> bytes:
    return "".join(key_text(key) + "\n" for key in keys).encode()


def key_text(key: bytes) -> str:
    """As it is written down."""
    return base64.b64encode(key).decode()


def _keys(name: str, texts: Sequence[str]) -> list[bytes]:
    keys = [_key(name, text) for text in texts] or [_key(name, "")]
    if len({root_of(key) for key in keys}) > 1:
        raise SettingsError(
            f"{name}: these are not versions of one key; `linli key new` makes the next version of yours"
        )
    return keys


def _key(name: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) not in (32, 64):
        raise SettingsError(f"{name}: must be 32 bytes in base64; `openssl rand -base64 32` makes one")
    return key
