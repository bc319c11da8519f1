"""A row as it was, kept as JSON, so that it can be put back to the last byte."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, RowMapping, Table

from bot.storage.types import Instant

NOT_KEPT = ("id", "data_key")
"""What a roster never changes in a row that is there."""


def image_of(row: RowMapping | Mapping[str, Any]) -> dict[str, Any]:
    """Of all columns a roster may change."""
    return {name: _plain(value) for name, value in row.items() if name not in NOT_KEPT}


def columns_of(table: Table, image: Mapping[str, Any]) -> dict[str, Any]:
    """The columns again."""
    return {name: _value(table, name, value) for name, value in image.items() if name in table.c}


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value.isoformat() if isinstance(value, datetime) else value


def _value(table: Table, name: str, value: Any) -> Any:
    if value is None:
        return None
    kind = table.c[name].type
    if isinstance(kind, LargeBinary):
        return bytes.fromhex(value)
    return datetime.fromisoformat(value) if isinstance(kind, Instant) else value
