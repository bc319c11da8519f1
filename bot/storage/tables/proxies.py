"""The table of people without Telegram for whom something is reported. Who they are is sealed."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from bot.domain.proxy import Telling, Way
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

proxy = Table(
    "proxy",
    metadata,
    key(),
    to("by_id", "member", nullable=False),
    Column("name", Encrypted),
    Column("phone", Encrypted),
    Column("way", ByValue(Way), nullable=False),
    to("case_id", "case"),
    Column("state", ByValue(Telling), nullable=False),
    Column("teller_id", Key),
    Column("due_at", Instant),
    Column("next_at", Instant),
    Column("climbed_at", Instant),
    Column("tries", Integer, nullable=False),
    Column("told_at", Instant),
    Column("told_by", Key),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_proxy_state_due", "state", "due_at"),
)
