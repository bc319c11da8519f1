"""The tables of rosters being brought in, and of long work done in slices. What is personal is sealed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, String, Table, text

from bot.domain.job import JobState
from bot.domain.roster import RosterState, Verdict
from bot.storage.crypto import Encrypted
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

WAITING = text("state = 'waiting'")
"""Written out, in the index and in the question it is for."""

roster = Table(
    "roster",
    metadata,
    key(),
    Column("kind", String(16)),
    Column("state", ByValue(RosterState), nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("file_id", Encrypted),
    Column("by_id", Key),
    Column("chat_id", BigInteger),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("duplicate", Integer, nullable=False),
    Column("invalid", Integer, nullable=False),
    Column("same", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("notes", Encrypted),
    Column("trouble", Encrypted),
    Column("created_at", Instant, nullable=False),
    Column("base_at", Instant),
    Column("settled_at", Instant),
    Column("undo_until", Instant),
    Column("emptied_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_roster_kind_state", "kind", "state"),
)

roster_line = Table(
    "roster_line",
    metadata,
    key(),
    to("roster_id", "roster", nullable=False, index=False),
    Column("verdict", ByValue(Verdict), nullable=False),
    Column("row", Integer, nullable=False),
    Column("ref", Key),  # the dweller or roster member it is about
    Column("was", Integer),  # its version when the file was compared, 0 for one that is not there yet
    Column("became", Integer),  # its version once applied; null while it is not
    Column("made_door", Key),  # the household that was made for it
    Column("content", Encrypted),
    Column("before", Encrypted),  # what the row was before
    Index("ix_roster_line_roster", "roster_id", "id"),
)

job = Table(
    "job",
    metadata,
    key(),
    Column("kind", String(32), nullable=False),
    Column("subject", String(32), nullable=False, index=True),
    Column("state", ByValue(JobState), nullable=False),
    Column("args", Encrypted),
    Column("cursor", BigInteger, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("not_before", Instant),
    Column("lease", String(32)),
    Column("lease_until", Instant),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_job_waiting", "id", sqlite_where=WAITING, postgresql_where=WAITING),
)
