"""The tables beside visits: extra rounds, and results from paper. Nothing in them is about one person."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from bot.domain.visit.surge import SurgeReason
from bot.storage.tables.columns import Key, key, metadata
from bot.storage.types import ByValue, Instant, Lines, Numbers

paper_entry = Table(
    "paper_entry",
    metadata,
    key(),
    Column("by_id", Key, nullable=False),
    Column("at", Instant, nullable=False),
    Column("visits", Numbers, nullable=False),
    Column("undone_at", Instant),
    Column("version", Integer, nullable=False),
)

surge = Table(
    "surge",
    metadata,
    key(),
    Column("by_id", Key, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("reason", ByValue(SurgeReason)),
    Column("categories", Lines, nullable=False),
    Column("places", Lines, nullable=False),
    Column("chosen", Integer, nullable=False),
    Column("until_at", Instant),
    Column("started_at", Instant),
    Column("cursor", Key),
    Column("shown_at", Instant),
    Column("ended_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_surge_ended_started", "ended_at", "started_at"),
)
