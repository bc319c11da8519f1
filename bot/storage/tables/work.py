"""The tables of what volunteers and coordinators take on. Personal columns are sealed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table

from bot.domain.alarm import AlarmState, Word
from bot.domain.proof import ProofState
from bot.domain.task import HoldState, TaskKind, TaskState
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant, Keys

task = Table(
    "task",
    metadata,
    key(),
    to("case_id", "case"),
    Column("team", String(64), nullable=False),
    Column("category", String(64)),
    Column("kind", ByValue(TaskKind), nullable=False),
    Column("state", ByValue(TaskState), nullable=False),
    Column("slots", Integer, nullable=False),
    Column("needs", Keys, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("claim_due_at", Instant),
    Column("climbed_at", Instant),
    Column("climbs", Integer, nullable=False),
    Column("widen_at", Instant, index=True),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_task_state_due", "state", "claim_due_at"),
)

offered = Table(
    "offered",
    metadata,
    key(),
    to("task_id", "task", nullable=False),
    Column("member_id", Key, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_offered_member_at", "member_id", "at"),
)

holding = Table(
    "holding",
    metadata,
    key(),
    to("task_id", "task", nullable=False),
    Column("member_id", Key, nullable=False),
    Column("state", ByValue(HoldState), nullable=False),
    Column("at", Instant, nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("by_id", Key),
    Column("ended_at", Instant),
    Column("remark", Encrypted),
    Column("minutes", Integer),
    Column("confirmed_by", Key),
    Column("confirmed_at", Instant),
    Index("ix_holding_member_state", "member_id", "state"),
    Index("ix_holding_confirmed", "state", "confirmed_at"),
)

proof = Table(
    "proof",
    metadata,
    key(),
    to("member_id", "member", nullable=False),
    Column("year", Integer, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("state", ByValue(ProofState), nullable=False),
    Column("decided_by", Key),
    Column("decided_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
)

alarm = Table(
    "alarm",
    metadata,
    key(),
    to("case_id", "case"),
    Column("danger", String(64), nullable=False),
    Column("state", ByValue(AlarmState), nullable=False),
    to("member_id", "member"),
    Column("chat_id", BigInteger),
    Column("in_group", Boolean, nullable=False),
    Column("private_only", Boolean, nullable=False),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("raised_at", Instant, nullable=False),
    Column("heard_at", Instant),
    Column("taken_at", Instant),
    Column("taken_by", Key),
    Column("taken_name", Encrypted),
    Column("ended_at", Instant),
    Column("ended_name", Encrypted),
    Column("paged", Integer, nullable=False),
    Column("called", Integer, nullable=False),
    Column("next_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_alarm_next", "state", "next_at"),
)

voice = Table(
    "voice",
    metadata,
    key(),
    to("alarm_id", "alarm", nullable=False, index=False),
    Column("member_id", Key, nullable=False),
    Column("word", ByValue(Word), nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("at", Instant, nullable=False),
    Index("uq_voice_alarm_member_word", "alarm_id", "member_id", "word", unique=True),
)
