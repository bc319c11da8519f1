"""The table of families: who is linked to which old person, and with whose consent. Names, doors and ties are sealed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from bot.domain.kinship import Consent
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

kinship = Table(
    "kinship",
    metadata,
    key(),
    to("family_id", "member", nullable=False),
    to("elder_id", "member"),
    Column("household_id", Key, index=True),
    Column("tie", Encrypted, nullable=False),
    Column("name", Encrypted),
    Column("phone", Encrypted),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("unit", Encrypted),
    Column("room", Encrypted),
    Column("state", ByValue(Consent), nullable=False),
    Column("shares", Boolean, nullable=False),
    Column("asker_id", Key),
    Column("asked_at", Instant, nullable=False),
    Column("answered_at", Instant),
    Column("recorded_by", Key),
    Column("ended_at", Instant),
    Column("ended_by", Key),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_kinship_state", "state", "asked_at"),
)
