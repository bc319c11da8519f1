"""The tables of the nouns. Personal columns are sealed from the first migration on."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from bot.domain.alarm import AlarmState, Word
from bot.domain.case import CaseState, Ending
from bot.domain.chat import ChatKind, ChatState
from bot.domain.draft import DraftState
from bot.domain.member import Standing
from bot.domain.task import HoldState, TaskKind, TaskState
from bot.storage.crypto import Encrypted
from bot.storage.types import ByValue, Instant, Roles

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Key = BigInteger().with_variant(Integer, "sqlite")


def _key() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def _to(name: str, target: str, *, nullable: bool = True, index: bool = True) -> Column[int]:
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=nullable, index=index)


member = Table(
    "member",
    metadata,
    _key(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("data_key", LargeBinary),  # this person's own key, wrapped; forgetting it forgets `sealed`
    Column("sealed", LargeBinary),  # name, unit, room, phone
    Column("language", String(16), nullable=False),
    Column("roles", Roles, nullable=False),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("started_at", Instant),
    Column("blocked_at", Instant),
    Column("resting", Boolean, nullable=False),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
)

team_place = Table(
    "team_place",
    metadata,
    _key(),
    _to("member_id", "member", nullable=False, index=False),
    Column("team", String(64), nullable=False),
    Column("standing", ByValue(Standing), nullable=False),
    Column("leads", Boolean, nullable=False),
    Column("certified", Boolean, nullable=False),
    Column("may_enter", Boolean, nullable=False),
    Column("changed_at", Instant),
    Index("uq_team_place_member_team", "member_id", "team", unique=True),
    Index("ix_team_place_team", "team", "standing"),
)

chat = Table(
    "chat",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", ByValue(ChatKind), nullable=False),
    Column("state", ByValue(ChatState), nullable=False),
    Column("title", String(255)),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("team", String(64), index=True),
    Column("language", String(16), nullable=False),
    Column("hears_all", Boolean, nullable=False),
    Column("bound_by", Key),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_chat_place", "compound", "building"),
)

invite = Table(
    "invite",
    metadata,
    _key(),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("role", String(32), nullable=False),
    Column("team", String(64)),
    Column("by_id", Key),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("used_by", Key),
    Column("version", Integer, nullable=False),
)

case = Table(
    "case",
    metadata,
    _key(),
    _to("reporter_id", "member"),
    Column("text", Encrypted, nullable=False),
    Column("reported_at", Instant, nullable=False),
    Column("state", ByValue(CaseState), nullable=False),
    Column("category", String(64)),
    Column("team", String(64)),
    Column("party", String(64)),
    Column("danger", String(64)),
    Column("urgent", Boolean, nullable=False),
    Column("sensitive", Boolean, nullable=False),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("unit", Encrypted),
    Column("room", Encrypted),
    Column("origin_chat_id", BigInteger),
    Column("origin_message_id", BigInteger),
    Column("media_group", String(64), index=True),
    Column("accept_due_at", Instant),
    Column("claim_due_at", Instant),
    Column("resolve_due_at", Instant),
    Column("promised_at", Instant),
    Column("reminded_at", Instant),
    Column("climbed_at", Instant),
    Column("proposed_at", Instant),
    Column("closed_at", Instant),
    Column("how", ByValue(Ending)),
    Column("reason", Encrypted),
    Column("responsible", Encrypted),
    Column("merged_into", Key),
    Column("linked_to", Key),
    Column("stars", Integer),
    Column("praise", Encrypted),
    Column("followers", Integer, nullable=False),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_case_state", "state", "reported_at"),
    Index("ix_case_origin", "origin_chat_id", "origin_message_id"),
)

follower = Table(
    "follower",
    metadata,
    _key(),
    _to("case_id", "case", nullable=False, index=False),
    _to("member_id", "member", nullable=False),
    Column("at", Instant, nullable=False),
    Index("uq_follower_case_member", "case_id", "member_id", unique=True),
)

draft = Table(
    "draft",
    metadata,
    _key(),
    _to("member_id", "member", nullable=False, index=False),
    Column("text", Encrypted, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("state", ByValue(DraftState), nullable=False),
    Column("category", String(64)),
    Column("danger", String(64)),
    Column("sensitive", Boolean, nullable=False),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("unit", Encrypted),
    Column("room", Encrypted),
    Column("asked_place", Boolean, nullable=False),
    Column("picking", Integer),
    Column("adds_to", Key),
    Column("media_group", String(64)),
    Column("for_neighbour", Boolean, nullable=False),
    Column("reminded_at", Instant),
    Column("shown_at", Instant),
    Column("case_id", Key),
    Column("origin_chat_id", BigInteger),
    Column("origin_message_id", BigInteger),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_draft_member_state", "member_id", "state"),
    Index("ix_draft_state_last", "state", "last_at"),
)

attachment = Table(
    "attachment",
    metadata,
    _key(),
    _to("case_id", "case"),
    _to("draft_id", "draft"),
    Column("kind", String(16), nullable=False),
    Column("file_id", Encrypted, nullable=False),
    Column("album", String(64), index=True),
)

addition = Table(
    "addition",
    metadata,
    _key(),
    _to("case_id", "case", nullable=False),
    Column("member_id", Key, nullable=False),
    Column("text", Encrypted, nullable=False),
    Column("at", Instant, nullable=False),
)

task = Table(
    "task",
    metadata,
    _key(),
    _to("case_id", "case"),
    Column("team", String(64), nullable=False),
    Column("category", String(64)),
    Column("kind", ByValue(TaskKind), nullable=False),
    Column("state", ByValue(TaskState), nullable=False),
    Column("slots", Integer, nullable=False),
    Column("needs_certified", Boolean, nullable=False),
    Column("needs_entry", Boolean, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("claim_due_at", Instant),
    Column("climbed_at", Instant),
    Column("climbs", Integer, nullable=False),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_task_state_due", "state", "claim_due_at"),
)

holding = Table(
    "holding",
    metadata,
    _key(),
    _to("task_id", "task", nullable=False),
    Column("member_id", Key, nullable=False),
    Column("state", ByValue(HoldState), nullable=False),
    Column("at", Instant, nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("by_id", Key),
    Column("ended_at", Instant),
    Column("remark", Encrypted),
    Index("ix_holding_member_state", "member_id", "state"),
)

alarm = Table(
    "alarm",
    metadata,
    _key(),
    _to("case_id", "case"),
    Column("danger", String(64), nullable=False),
    Column("state", ByValue(AlarmState), nullable=False),
    _to("member_id", "member"),
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
    _key(),
    _to("alarm_id", "alarm", nullable=False, index=False),
    Column("member_id", Key, nullable=False),
    Column("word", ByValue(Word), nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("at", Instant, nullable=False),
    Index("uq_voice_alarm_member_word", "alarm_id", "member_id", "word", unique=True),
)
