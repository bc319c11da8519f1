"""The tables of visits: plans, their occurrences, who goes, what was found, and what happens when nobody opens.

What came of a visit says how somebody is: it is sealed, and so is every name and remark.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Time, text

from bot.domain.task import HoldState
from bot.domain.visit import (
    CallState,
    Check,
    Found,
    Outcome,
    PauseReason,
    Press,
    Sign,
    Stage,
    Tick,
    VisitState,
)
from bot.storage.crypto import Encrypted
from bot.storage.sealed import SealedNumbers, SealedTexts, SealedWord, SealedWords
from bot.storage.tables.columns import Key, key, metadata, to
from bot.storage.types import ByNumber, ByValue, Cadences, Instant, Numbers

KNOCKS = text("programme = 'knock'")
"""Written out, in the index and in the questions it is for: a database cannot know it of a value it gets later."""
NEW = text("tell_at IS NOT NULL")
"""What somebody has not seen yet: little of all they were asked."""

visit_plan = Table(
    "visit_plan",
    metadata,
    key(),
    to("household_id", "household", nullable=False, index=False),
    Column("programme", String(64), nullable=False),
    Column("event_key", String(64), nullable=False),
    Column("cadence", Cadences, nullable=False),
    Column("rung", String(64), nullable=False),
    Column("slots", Integer, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("next_at", Instant, index=True),
    Column("weekday", Integer),
    Column("hour", Time),
    Column("ends_on", Date),
    Column("given_at", Instant),
    Column("given_key", String(32)),
    Column("last_contact_at", Instant),
    Column("last_met_at", Instant),
    Column("phoned_last", Boolean, nullable=False),
    Column("stopped_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_visit_plan_household", "household_id", "programme", "event_key", unique=True),
)

visit_helper = Table(
    "visit_helper",
    metadata,
    key(),
    to("plan_id", "visit_plan", nullable=False, index=False),
    to("member_id", "member", nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("since", Instant, nullable=False),
    Column("by_id", Key),
    Index("uq_visit_helper_plan_member", "plan_id", "member_id", unique=True),
)

visit_pause = Table(
    "visit_pause",
    metadata,
    key(),
    to("household_id", "household", nullable=False),
    Column("reason", SealedWord(PauseReason), nullable=False),
    Column("by_id", Key, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("until_on", Date),
    Column("second_id", Key),
    Column("agreed_at", Instant),
    Column("ended_at", Instant),
    Column("undo_by", Key),
    Column("version", Integer, nullable=False),
)

visit = Table(
    "visit",
    metadata,
    key(),
    to("plan_id", "visit_plan", nullable=False, index=False),
    to("household_id", "household", nullable=False),
    Column("programme", String(64), nullable=False),
    Column("period_key", String(32), nullable=False),
    Column("opens_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("state", ByValue(VisitState), nullable=False),
    Column("outcome", SealedWord(Outcome)),
    Column("slots", Integer, nullable=False),
    Column("rung_from", String(64), nullable=False),
    Column("rung", Integer, nullable=False),
    Column("rung_at", Instant),
    Column("tried", Numbers, nullable=False),
    Column("next_at", Instant, index=True),  # when the clock has to look at it again
    Column("postponed", Boolean, nullable=False),
    Column("outcome_at", Instant),
    Column("outcome_by", Key),
    Column("phoned_at", Instant),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("uq_visit_plan_period", "plan_id", "period_key", unique=True),
    Index("ix_visit_due_state", "due_at", "state"),  # how a month's visits stand
    Index("ix_visit_knocks", "period_key", "household_id", sqlite_where=KNOCKS, postgresql_where=KNOCKS),
)

visit_asked = Table(
    "visit_asked",
    metadata,
    key(),
    to("visit_id", "visit", nullable=False, index=False),
    to("member_id", "member", nullable=False, index=False),
    Column("at", Instant, nullable=False),
    Column("tell_at", Instant),  # when their list is due; None: they have seen it
    Index("uq_visit_asked_visit_member", "visit_id", "member_id", unique=True),
    Index("ix_visit_asked_tell_member", "tell_at", "member_id", sqlite_where=NEW, postgresql_where=NEW),
    Index("ix_visit_asked_member_tell", "member_id", "tell_at"),
)

visit_list = Table(
    "visit_list",
    metadata,
    key(),
    to("member_id", "member", nullable=False, index=False),
    Column("day", Date, nullable=False),
    Column("lists", Integer, nullable=False),
    Column("calls_at", Instant, index=True),  # when the list of phone calls is due
    Index("uq_visit_list_member", "member_id", unique=True),
)

visit_wish = Table(
    "visit_wish",
    metadata,
    key(),
    to("household_id", "household", nullable=False, index=False),
    Column("wishes", SealedTexts, nullable=False),
    Column("changed_at", Instant),
    Index("uq_visit_wish_household", "household_id", unique=True),
)

visit_hold = Table(
    "visit_hold",
    metadata,
    key(),
    to("visit_id", "visit", nullable=False),
    Column("member_id", Key, nullable=False),
    Column("state", ByValue(HoldState), nullable=False),
    Column("at", Instant, nullable=False),
    Column("name", Encrypted, nullable=False),
    Column("newcomer", Boolean, nullable=False),
    Column("promised_at", Instant),
    Column("asked_still_at", Instant),
    Column("by_id", Key),
    Column("instead_of", Key),
    Column("ended_at", Instant),
    Index("ix_visit_hold_member_state", "member_id", "state"),
)

finding = Table(
    "finding",
    metadata,
    key(),
    to("visit_id", "visit", nullable=False),
    Column("by_id", Key, nullable=False),
    Column("at", Instant, nullable=False),
    Column("ticks", SealedWords(Tick), nullable=False),
    Column("concerns", SealedWords(Check), nullable=False),
    Column("remark", Encrypted),
    Column("voices", SealedTexts, nullable=False),
    Column("cases", SealedNumbers(Check), nullable=False),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
)

finding_case = Table(
    "finding_case",
    metadata,
    key(),
    to("finding_id", "finding", nullable=False),
    to("case_id", "case", nullable=False, index=False),
    Index("uq_finding_case_case", "case_id", unique=True),
)

follow_up_call = Table(
    "follow_up_call",
    metadata,
    key(),
    to("visit_id", "visit", nullable=False),
    to("household_id", "household", nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", ByValue(CallState), nullable=False),
    Column("owner_id", Key),
    Column("owner_name", Encrypted),
    Column("remark", Encrypted),
    Column("ended_at", Instant),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_follow_up_call_state_due", "state", "due_at"),
)

unanswered = Table(
    "unanswered",
    metadata,
    key(),
    to("visit_id", "visit"),
    to("household_id", "household", nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("holder_id", Key),
    Column("ill", Boolean, nullable=False),
    Column("odd", Boolean, nullable=False),
    Column("stage", ByNumber(Stage), nullable=False),
    Column("asked", Boolean, nullable=False),
    Column("rounds", Integer, nullable=False),
    Column("family_asked", Boolean, nullable=False),
    Column("taken_by", Key),
    Column("taken_name", Encrypted),
    Column("going_id", Key),
    Column("refused", Numbers, nullable=False),
    Column("found", SealedWord(Found)),
    Column("ended_at", Instant),
    Column("ended_by", Key),
    Column("signs", SealedWords(Sign), nullable=False),
    Column("changed_at", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_unanswered_ended_next", "ended_at", "next_at"),
)

tried = Table(
    "tried",
    metadata,
    key(),
    to("unanswered_id", "unanswered", nullable=False),
    Column("stage", ByNumber(Stage), nullable=False),
    Column("press", ByValue(Press), nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_id", Key),
    Column("by_name", Encrypted),
)
