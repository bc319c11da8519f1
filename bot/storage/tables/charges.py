"""The tables of who is in charge: duties, proposals that wait for a second person."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from bot.domain.proposal import ProposalState
from bot.domain.role import Role
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

charge = Table(
    "charge",
    metadata,
    key(),
    Column("duty", String(24), nullable=False),
    Column("compound", String(64), nullable=False),
    Column("building", String(64)),
    to("member_id", "member"),
    Column("name", Encrypted),
    Column("hours", Encrypted),
    Column("phone", Encrypted),
    Column("phone_shown", Boolean, nullable=False),
    Column("by_id", Key),
    Column("since", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_charge_place", "compound", "building"),
)

proposal = Table(
    "proposal",
    metadata,
    key(),
    Column("role", ByValue(Role), nullable=False),
    to("member_id", "member", nullable=False),
    Column("by_id", Key),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("state", ByValue(ProposalState), nullable=False),
    Column("second_id", Key),
    Column("decided_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_proposal_state", "state", "expires_at"),
)
