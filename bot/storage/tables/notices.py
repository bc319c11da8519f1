"""The tables of notices, of the messages their files have become, of who was reached, and of the cases that came of
them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String, Table

from bot.domain.notice import Again, NoticeState, Via
from bot.storage.sealed import SealedAudience, SealedNoticeFiles, SealedWordings
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByValue, Instant

notice = Table(
    "notice",
    metadata,
    key(),
    to("member_id", "member", nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("language", String(8), nullable=False),
    Column("texts", SealedWordings),
    Column("files", SealedNoticeFiles),
    Column("album", String(32)),
    Column("audience", SealedAudience, nullable=False),
    Column("state", ByValue(NoticeState), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("pin", Boolean, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("send_at", Instant),
    Column("valid_until", Instant),
    Column("digest", String(64)),
    Column("twice", Boolean, nullable=False),
    Column("second_id", Key),
    Column("split", Boolean, nullable=False),
    Column("again", ByValue(Again)),
    Column("first_at", Instant),
    Column("until_on", Date),
    Column("origin_id", Key),
    Column("expanded_at", Instant),
    Column("sent_at", Instant),
    Column("corrected_at", Instant),
    Column("ended_at", Instant),
    Column("emptied_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_notice_state", "state", "valid_until"),
    Index("ix_notice_digest", "digest", "sent_at"),
)

notice_part = Table(
    "notice_part",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),  # photo, video …
    Column("at", Instant, nullable=False),
)

receipt = Table(
    "receipt",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False, index=False),
    to("member_id", "member", nullable=False),
    Column("via", ByValue(Via), nullable=False),
    Column("whom", String(24), nullable=False),  # "": themselves; "household:12", "member:7"
    to("household_id", "household", index=False),  # the home that is reached thereby
    Column("compound", String(64)),  # where whoever was reached lives, as far as they said
    Column("building", String(64)),
    Column("chat_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Index("uq_receipt_notice_member_whom", "notice_id", "member_id", "whom", unique=True),
    Index("ix_receipt_chat", "notice_id", "chat_id"),
    Index("ix_receipt_place", "notice_id", "compound", "building", "via"),
    Index("ix_receipt_household", "household_id", "notice_id"),
)

notice_case = Table(
    "notice_case",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False),
    to("case_id", "case", nullable=False, index=False),
    to("household_id", "household"),  # whose need it is, where that is known
    Column("replied", Boolean, nullable=False),  # a reply in the group: nobody asked for help of their own
    Column("at", Instant, nullable=False),
    Index("uq_notice_case_case", "case_id", unique=True),
)
