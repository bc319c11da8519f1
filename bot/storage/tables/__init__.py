"""The tables of the nouns."""

from __future__ import annotations

from bot.storage.tables.cases import addition, attachment, case, draft, follower
from bot.storage.tables.charges import charge, proposal
from bot.storage.tables.columns import Key, metadata
from bot.storage.tables.hellos import hello, hello_day
from bot.storage.tables.households import code, dweller, household, kin, listed_phone, roster_member
from bot.storage.tables.kinships import kinship
from bot.storage.tables.notices import notice, notice_case, notice_part, receipt
from bot.storage.tables.people import chat, invite, member, team_place
from bot.storage.tables.privacy import blob, consent, seal
from bot.storage.tables.proxies import proxy
from bot.storage.tables.questions import answer, notice_reply, question, roll_call, safety
from bot.storage.tables.rosters import job, roster, roster_line
from bot.storage.tables.rounds import paper_entry, surge
from bot.storage.tables.visits import (
    finding,
    finding_case,
    follow_up_call,
    tried,
    unanswered,
    visit,
    visit_asked,
    visit_helper,
    visit_hold,
    visit_list,
    visit_pause,
    visit_plan,
    visit_wish,
)
from bot.storage.tables.watches import visit_watch
from bot.storage.tables.work import alarm, holding, offered, proof, task, voice

__all__ = [
    "Key",
    "addition",
    "alarm",
    "answer",
    "attachment",
    "blob",
    "case",
    "charge",
    "chat",
    "code",
    "consent",
    "draft",
    "dweller",
    "finding",
    "finding_case",
    "follow_up_call",
    "follower",
    "hello",
    "hello_day",
    "holding",
    "household",
    "invite",
    "job",
    "kin",
    "kinship",
    "listed_phone",
    "member",
    "metadata",
    "notice",
    "notice_case",
    "notice_part",
    "notice_reply",
    "offered",
    "paper_entry",
    "proof",
    "proposal",
    "proxy",
    "question",
    "receipt",
    "roll_call",
    "roster",
    "roster_line",
    "roster_member",
    "safety",
    "seal",
    "surge",
    "task",
    "team_place",
    "tried",
    "unanswered",
    "visit",
    "visit_asked",
    "visit_helper",
    "visit_hold",
    "visit_list",
    "visit_pause",
    "visit_plan",
    "visit_watch",
    "visit_wish",
    "voice",
]
