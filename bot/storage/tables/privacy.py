"""The tables of what people are owed: the sealed record, their consent, and files made for them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, String, Table

from bot.storage.crypto import Encrypted, EncryptedBytes
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import Instant

seal = Table(
    "seal",
    metadata,
    key(),
    Column("at", Instant, nullable=False),
    Column("after_id", Key, nullable=False),  # it holds the events after that one …
    Column("last_id", Key, nullable=False),  # … up to that one; of a pruning: everything up to it is gone
    Column("events", Integer, nullable=False),
    Column("pruned", Boolean, nullable=False),
    Column(
        "marks", LargeBinary, nullable=False
    ),  # a short mark of each event, to find the one that was changed
    Column("content", LargeBinary, nullable=False),  # hash of the events
    Column("hash", LargeBinary, nullable=False),  # of all this and the seal before
    Index("ix_seal_pruned", "pruned", "last_id"),
)

consent = Table(
    "consent",
    metadata,
    key(),
    to("member_id", "member", nullable=False),
    Column("version", Integer, nullable=False),
    Column("language", String(16), nullable=False),
    Column("given", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
)

blob = Table(
    "blob",
    metadata,
    Column("dedupe_key", String(160), primary_key=True),
    Column("chat_id", BigInteger, nullable=False, index=True),
    Column("name", Encrypted, nullable=False),
    Column("content", EncryptedBytes, nullable=False),
    Column("created_at", Instant, nullable=False),
)
