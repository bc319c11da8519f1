"""The tables of doors, who lives behind them, and volunteers of a roster. What is personal is sealed.

A household's own key seals its door and everybody behind it: to forget a household is to forget that key.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from bot.domain.household import Relation
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

household = Table(
    "household",
    metadata,
    key(),
    Column("door_hash", String(64), nullable=False, unique=True),  # keyed, of the whole door
    Column("compound", String(64), nullable=False),
    Column("building", String(64), nullable=False),
    Column("data_key", LargeBinary),  # its own key, wrapped; forgetting it forgets all of `sealed`
    Column("sealed", LargeBinary),  # unit, room
    Column("gone_at", Instant),  # forgotten
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_household_place", "compound", "building"),
)

dweller = Table(
    "dweller",
    metadata,
    key(),
    to("household_id", "household", nullable=False),
    Column("key_hash", String(64), nullable=False),  # keyed, of door and name
    Column("mark", String(64), nullable=False),  # keyed, of all that is known: tells that something changed
    Column(
        "sealed", LargeBinary
    ),  # under the household's key: name, phones, birth, contacts, languages, remark
    Column("categories", Text, nullable=False),  # the playbook's keys, as ,alone,poor,
    Column("left_at", Instant),  # not on the newest roster any more
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
)

roster_member = Table(
    "roster_member",
    metadata,
    key(),
    Column("key_hash", String(64), nullable=False),  # keyed, of name and phone, or name and teams
    Column("mark", String(64), nullable=False),
    Column("data_key", LargeBinary),
    Column("sealed", LargeBinary),  # name, phones, languages, skills, remark
    Column("teams", Text, nullable=False),  # their names, as JSON
    Column("leads", Boolean, nullable=False),
    Column("certified", Boolean),
    Column("may_enter", Boolean),
    Column("strong", Boolean),
    Column("compound", String(64)),
    Column("building", String(64)),
    to("member_id", "member"),  # who linked themselves with it
    Column("linked_at", Instant),
    Column("left_at", Instant),
    Column("asks_at", Instant, index=True),  # says something else of who is linked: a coordinator is to look
    Column("former", Text),  # what the roster said before of who is linked, as JSON: see registers.former
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
)

listed_phone = Table(
    "listed_phone",
    metadata,
    Column("hash", String(64), primary_key=True),  # keyed, of the number
    Column("kind", String(16), primary_key=True),  # dweller, roster_member
    Column("ref", Key, primary_key=True, autoincrement=False),
    Index("ix_listed_phone_ref", "kind", "ref"),
    sqlite_with_rowid=False,  # its key is all it holds: written once, not twice
)

kin = Table(
    "kin",
    metadata,
    key(),
    to("member_id", "member", nullable=False, index=False),
    to("household_id", "household", nullable=False),
    Column("relation", ByValue(Relation), nullable=False),
    Column("linked_at", Instant, nullable=False),
    Column("consent_by", Key),  # who asked whoever lives there, and recorded that they agreed
    Column("consent_at", Instant),
    Column("ended_at", Instant),
    Column("asks_at", Instant, index=True),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_kin_member_household", "member_id", "household_id", unique=True),
)

code = Table(
    "code",
    metadata,
    key(),
    Column("code_hash", String(64), nullable=False, unique=True),
    to("household_id", "household"),
    to("roster_member_id", "roster_member"),
    Column("by_id", Key),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("used_by", Key),
    Column("version", Integer, nullable=False),
)
