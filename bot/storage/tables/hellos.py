"""The tables of 报平安: who is asked every day, and each day's one question."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, Table, Time

from bot.domain.hello import DayState, HelloState
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

hello = Table(
    "hello",
    metadata,
    key(),
    to("member_id", "member", nullable=False, index=False),
    Column("hour", Time, nullable=False),
    Column("by_id", Key, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("state", ByValue(HelloState), nullable=False),
    Column("given_on", Date),
    Column("away_until", Date),
    Column("next_at", Instant, index=True),
    Column("agreed_at", Instant),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_hello_member", "member_id", unique=True),
)

hello_day = Table(
    "hello_day",
    metadata,
    key(),
    to("hello_id", "hello", nullable=False, index=False),
    to("member_id", "member", nullable=False),
    Column("day", Date, nullable=False),
    Column("state", ByValue(DayState), nullable=False),
    Column("asked_at", Instant),
    Column("next_at", Instant, index=True),
    Column("called_at", Instant),
    Column("rounds", Integer, nullable=False),
    Column("owner_id", Key),
    Column("owner_name", Encrypted),
    Column("ended_at", Instant),
    Column("ended_by", Key),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_hello_day_day", "hello_id", "day", unique=True),
)
