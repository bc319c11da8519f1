"""Which parts of the bot a process runs. On PostgreSQL they may be spread over any number of processes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

ALL = "all"


class Part(StrEnum):
    """As `linli run --role` names them."""

    INTAKE = "intake"  # Telegram → inbox; one at a time polls
    WORKER = "worker"  # inbox → rows; any number
    DISPATCHER = "dispatcher"  # outbox → Telegram; any number
    CLOCK = "clock"  # what is due, long work, backups; one at a time


EVERY = frozenset(Part)


def read_parts(words: Iterable[str]) -> frozenset[Part]:
    """`["worker,dispatcher", "clock"]` → those three; nothing, or `all`: every part. Raises ValueError with the word."""
    names = [name.strip() for word in words for name in word.split(",") if name.strip()]
    if not names or ALL in names:
        return EVERY
    parts = set()
    for name in names:
        if name not in set(Part):
            raise ValueError(name)
        parts.add(Part(name))
    return frozenset(parts)
