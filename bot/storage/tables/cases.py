"""The tables of what residents report. Personal columns are sealed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table

from bot.domain.case import CaseState, Ending
from bot.domain.draft import DraftState
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

case = Table(
    "case",
    metadata,
    key(),
    to("reporter_id", "member"),
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
    Column("proxy_id", Key),  # reported for somebody without Telegram
    Column("told_at", Instant),  # and when a person told them the result
    Column("emptied_at", Instant),  # what was said in it is not kept any more
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_case_state", "state", "reported_at"),
    Index("ix_case_origin", "origin_chat_id", "origin_message_id"),
)

follower = Table(
    "follower",
    metadata,
    key(),
    to("case_id", "case", nullable=False, index=False),
    to("member_id", "member", nullable=False),
    Column("at", Instant, nullable=False),
    Index("uq_follower_case_member", "case_id", "member_id", unique=True),
)

draft = Table(
    "draft",
    metadata,
    key(),
    to("member_id", "member", nullable=False, index=False),
    Column("text", Encrypted, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("state", ByValue(DraftState), nullable=False),
    Column("category", String(64)),
    Column("danger", String(64)),
    Column("perhaps", String(64)),
    Column("calm", Boolean, nullable=False),
    Column("sensitive", Boolean, nullable=False),
    Column("compound", String(64)),
    Column("building", String(64)),
    Column("unit", Encrypted),
    Column("room", Encrypted),
    Column("asked_place", Boolean, nullable=False),
    Column("picking", Integer),
    Column("adds_to", Key),
    Column("answers", String(16)),
    Column("answers_to", Key),
    Column("media_group", String(64)),
    Column("for_neighbour", Boolean, nullable=False),
    Column("asks_whose", Boolean, nullable=False),
    Column("proxy_id", Key),
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
    key(),
    to("case_id", "case"),
    to("draft_id", "draft"),
    Column("kind", String(16), nullable=False),
    Column("file_id", Encrypted, nullable=False),
    Column("album", String(64), index=True),
)

addition = Table(
    "addition",
    metadata,
    key(),
    to("case_id", "case", nullable=False),
    Column("member_id", Key, nullable=False),
    Column("text", Encrypted, nullable=False),
    Column("at", Instant, nullable=False),
)
