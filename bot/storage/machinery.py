"""The tables of the machinery: what came in, what goes out, what is shown where, what happened."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, text

from bot.storage.crypto import Encrypted
from bot.storage.tables import Key, metadata
from bot.storage.types import ByValue, Instant


class InboxState(StrEnum):
    """What became of an update."""

    PENDING = "pending"
    DONE = "done"
    IGNORED = "ignored"  # no handler wanted it
    DEAD = "dead"  # failed three times; an alert went out


class PostState(StrEnum):
    """What became of an outgoing message."""

    PENDING = "pending"
    SENDING = "sending"  # leased; after a crash its fate is unknown
    SENT = "sent"
    FAILED = "failed"  # Telegram will never take it
    HELD = "held"  # a person stopped it, and may let it go on
    UNKNOWN = "unknown"  # parked: a coordinator says 重发 or 已送达
    EXPIRED = "expired"  # would have come too late to be true, or to somebody who must not have it any more


class Fate(StrEnum):
    """What to do with a post whose fate is unknown after a crash or a lost answer."""

    RESEND = "resend"  # harmless: an edit, a pin, a delete
    MARK = "mark"  # to one person: resend, marked 可能重复
    HOLDER = "holder"  # personal data: resend while that person still holds the task, else drop
    PARK = "park"  # a group notice or an export: a person decides


class PlaceState(StrEnum):
    """Whether a card still lives where it was put."""

    LIVE = "live"
    GONE = "gone"  # the chat refuses us
    RETIRED = "retired"  # not to be shown or changed any more


PENDING = text("state = 'pending'")
BEHIND = text("wanted > shown AND state = 'live'")
FADING = text("fades_at IS NOT NULL")
LEASED = text("lease IS NOT NULL")
"""Written out, in the indices and in the questions they are for: a database cannot know it of a value it gets later."""

TRIED_AGAIN = timedelta(minutes=2)
"""No next try is put off for longer: a later time was said by a clock that has been set back since, and counts for now."""

inbox = Table(
    "inbox",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", String(32), nullable=False),
    Column("payload", Encrypted),
    Column("state", ByValue(InboxState), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Instant),
    Column("received_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("reference", String(16)),
    Column("stored_at", Instant),
    Column("lease", String(32)),
    Column("lease_until", Instant),
    Index("uq_inbox_update", "bot_id", "update_id", unique=True),
    Index("ix_inbox_pending", "id", sqlite_where=PENDING, postgresql_where=PENDING),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("dedupe_key", String(160), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("body", Encrypted),
    Column("subject", String(32), index=True),
    Column("fate", ByValue(Fate), nullable=False),
    Column("not_before", Instant),
    Column("expires_at", Instant),
    Column("state", ByValue(PostState), nullable=False),
    Column("suspect", Boolean, nullable=False, default=False),
    Column("lease", String(32)),
    Column("lease_until", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("message_id", BigInteger),
    Column("error", String(200)),
    Column("created_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Index("ix_outbox_due", "state", "priority", "id"),
    Index("ix_outbox_message", "chat_id", "message_id"),
)

placement = Table(
    "placement",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("card", String(32), nullable=False),
    Column("ref", BigInteger, nullable=False),
    Column("round", BigInteger, nullable=False, default=0),
    Column("subject", String(32), nullable=False, index=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("message_id", BigInteger),
    Column("wanted", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("digest", String(32)),
    Column("state", ByValue(PlaceState), nullable=False),
    Column("suspect", Boolean, nullable=False, default=False),
    Column("lease", String(32)),
    Column("lease_until", Instant),
    Column("not_before", Instant),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", String(200)),
    Column("fades_at", Instant),
    Column("created_at", Instant, nullable=False),
    Index("uq_placement_card", "card", "ref", "chat_id", "round", unique=True),
    Index(
        "ix_placement_due",
        "priority",
        "id",
        sqlite_where=BEHIND,
        postgresql_where=BEHIND,
    ),
    Index("ix_placement_message", "chat_id", "message_id"),
    Index("ix_placement_fades", "fades_at", sqlite_where=FADING, postgresql_where=FADING),
    Index("ix_placement_lately", "chat_id", "card", "created_at"),
    Index("ix_placement_leased", "chat_id", sqlite_where=LEASED, postgresql_where=LEASED),
)

pace = Table(
    "pace",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("lease", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("chat_id", BigInteger),
    Column("count", Integer, nullable=False),
    Column("even", Boolean, nullable=False),
    Column("rests_until", Instant),
)
"""What several dispatchers tell each other of Telegram's limits: messages that arrived, rests that were asked for."""

event = Table(
    "event",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("subject", String(32), nullable=False, index=True),
    Column("kind", String(48), nullable=False),
    Column("by_id", Key),
    Column("detail", Encrypted),
)

dialog = Table(
    "dialog",
    metadata,
    Column("member_id", Key, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("ref", BigInteger, nullable=False),
    Column("until", Instant, nullable=False),
    Column("detail", Encrypted),
)

occurrence = Table(
    "occurrence",
    metadata,
    Column("period_key", String(80), primary_key=True),
    Column("at", Instant, nullable=False),
)
