"""Notices 通知."""

from __future__ import annotations

from bot.domain.notice.audience import PRIVATE, Audience, Target, To, groups, toggled
from bot.domain.notice.hours import next_open
from bot.domain.notice.notice import Notice
from bot.domain.notice.reach import is_for, may_reach, must_reach
from bot.domain.notice.states import OUT, TROUBLE, Fate, NoticeState, fate_of
from bot.domain.notice.words import LONGEST, NoticeFile, Wording, units, worded

__all__ = [
    "LONGEST",
    "OUT",
    "PRIVATE",
    "TROUBLE",
    "Audience",
    "Fate",
    "Notice",
    "NoticeFile",
    "NoticeState",
    "Target",
    "To",
    "Wording",
    "fate_of",
    "groups",
    "is_for",
    "may_reach",
    "must_reach",
    "next_open",
    "toggled",
    "units",
    "worded",
]
