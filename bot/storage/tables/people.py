"""The tables of people, groups and invites. Personal columns are sealed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, String, Table

from bot.domain.chat import ChatKind, ChatState
from bot.domain.member import Standing
from bot.domain.role import Access
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant, Keys, Marks, Roles, Wards

member = Table(
    "member",
    metadata,
    key(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("data_key", LargeBinary),  # this person's own key, wrapped; forgetting it forgets `sealed`
    Column("sealed", LargeBinary),  # name, unit, room, phone
    Column("language", String(16), nullable=False),
    Column("roles", Roles, nullable=False),
    Column("wards", Wards, nullable=False),
    Column("access", ByValue(Access), nullable=False),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("started_at", Instant),
    Column("blocked_at", Instant),
    Column("resting", Boolean, nullable=False),
    Column("rest_until", Instant, index=True),
    Column("hours", Keys, nullable=False),
    Column("consented", Integer, nullable=False),  # to which text, by its number; below 0: refused
    Column("says_hello", Boolean, nullable=False),
    Column("gone_at", Instant),  # forgotten at their wish
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_member_place", "compound", "building", "gone_at", "access"),  # how many live where
)

team_place = Table(
    "team_place",
    metadata,
    key(),
    to("member_id", "member", nullable=False, index=False),
    Column("team", String(64), nullable=False),
    Column("standing", ByValue(Standing), nullable=False),
    Column("leads", Boolean, nullable=False),
    Column("marks", Marks, nullable=False),
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
    key(),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("role", String(32), nullable=False),
    Column("team", String(64)),
    Column("duty", String(24)),
    Column("compound", String(64)),
    Column("buildings", String(2000)),  # names with | between them; none: the whole compound
    Column("by_id", Key),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("used_by", Key),
    Column("version", Integer, nullable=False),
)
