"""The tables of what notices ask, and of what people answered."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table

from bot.domain.notice.emergency import Word
from bot.domain.notice.question import Asks, Per, Seat
from bot.storage.crypto import Encrypted
from bot.storage.sealed import SealedTexts, SealedWord
from bot.storage.tables.columns import key, metadata, to
from bot.storage.types import ByValue, Instant

question = Table(
    "question",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False, index=False),
    Column("asks", ByValue(Asks), nullable=False),
    Column("per", ByValue(Per), nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("choices", SealedTexts),
    Column("translated", Encrypted),
    Column("several", Boolean, nullable=False),
    Column("places", Integer, nullable=False),
    Column("begins_at", Instant),
    Column("reminded_at", Instant),
    Column("closed_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_question_notice", "notice_id", unique=True),
    Index("ix_question_closes_at", "closed_at", "closes_at"),
)

answer = Table(
    "answer",
    metadata,
    key(),
    to("question_id", "question", nullable=False, index=False),
    Column("voter", String(80), nullable=False),  # "household:12", "door:<keyed hash>", "member:7"
    to("member_id", "member", nullable=False),
    Column("at", Instant, nullable=False),
    Column("seat", ByValue(Seat), nullable=False),
    Column("chosen", Integer, nullable=False),
    Column("moved_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_answer_question_voter", "question_id", "voter", unique=True),
    Index("ix_answer_seat", "question_id", "seat", "at"),
)

roll_call = Table(
    "roll_call",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False, index=False),
    Column("made_at", Instant, nullable=False),
    Column("called_at", Instant),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_roll_call_notice", "notice_id", unique=True),
)

safety = Table(
    "safety",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False, index=False),
    to("member_id", "member", nullable=False),
    Column("whom", String(24), nullable=False),  # "": themselves; "household:12", "member:7"
    Column("home", String(80), nullable=False),  # as an answer's voter
    Column("word", SealedWord(Word)),  # how somebody is
    Column("at", Instant, nullable=False),
    to("household_id", "household"),
    Column("compound", String(64)),
    Column("building", String(64)),
    to("alarm_id", "alarm"),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_safety_notice_member_whom", "notice_id", "member_id", "whom", unique=True),
)

notice_reply = Table(
    "notice_reply",
    metadata,
    key(),
    to("notice_id", "notice", nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("text", Encrypted, nullable=False),
    Column("at", Instant, nullable=False),
    to("member_id", "member"),
    Column("compound", String(64)),
    Column("building", String(64)),
    to("case_id", "case", index=False),
    Index("uq_notice_reply_chat_message", "chat_id", "message_id", unique=True),
    Index("ix_notice_reply_at", "at"),
)
