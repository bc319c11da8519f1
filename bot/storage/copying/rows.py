"""A row as bytes that are the same on either database, and the sum over many of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any

Row = tuple[Any, ...]
"""Values in the order of their columns' names: what JSON can say, bytes, aware instants, dates, times of day."""
_WHOLE = 2**256


@dataclass
class Tally:
    """How many rows, and a sum of their hashes that does not depend on their order."""

    rows: int = 0
    total: int = 0

    def add(self, packed: bytes) -> None:
        """One more."""
        self.rows += 1
        self.total = (self.total + int.from_bytes(sha256(packed).digest(), "big")) % _WHOLE

    @property
    def sum(self) -> str:
        """As it is written down."""
        return f"{self.total:064x}"


def pack(row: Row) -> bytes:
    """One line of JSON, and behind it all its bytes as they are."""
    pieces: list[bytes] = []
    line = json.dumps([_said(value, pieces) for value in row], separators=(",", ":"))
    return b"".join([line.encode("ascii"), b"\n", *pieces])


def _said(value: Any, pieces: list[bytes]) -> Any:
    if isinstance(value, bytes | memoryview):
        pieces.append(bytes(value))
        return {"b": len(pieces[-1])}
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=UTC)
        return {"at": aware.astimezone(UTC).isoformat(timespec="microseconds")}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    return {"time": value.isoformat()} if isinstance(value, time) else value


def unpack(said: list[Any], read: Callable[[int], bytes]) -> Row:
    """The row again; `read` gives as many of the bytes behind its line as are asked for."""
    return tuple(_meant(one, read) if isinstance(one, dict) else one for one in said)


def _meant(said: dict[str, Any], read: Callable[[int], bytes]) -> Any:
    ((kind, value),) = said.items()
    if kind == "b":
        return read(value)
    if kind == "at":
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind == "on" else time.fromisoformat(value)
