"""The table of visits made alone."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table

from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import Instant

visit_watch = Table(
    "visit_watch",
    metadata,
    key(),
    to("visit_id", "visit", nullable=False),
    to("household_id", "household", nullable=False),
    Column("member_id", Key, nullable=False, index=True),
    Column("started_at", Instant, nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("calling", Boolean, nullable=False),
    Column("needs", Boolean, nullable=False),
    Column("rounds", Integer, nullable=False),
    Column("taken_by", Key),
    Column("taken_name", Encrypted),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_visit_watch_ended_next", "ended_at", "next_at"),
)
