"""Notices 通知."""

from __future__ import annotations

from bot.domain.notice.audience import PRIVATE, Audience, Target, To, groups, toggled
from bot.domain.notice.blanks import blanks, filled, readable
from bot.domain.notice.hours import next_open
from bot.domain.notice.notice import Notice
from bot.domain.notice.reach import is_for, may_reach, must_reach
from bot.domain.notice.receipt import Elder, Reached, Via, must_be_out, must_be_said
from bot.domain.notice.repeat import Again, Repeat
from bot.domain.notice.states import ABOUT_TO_GO, OUT, TROUBLE, Fate, NoticeState, fate_of
from bot.domain.notice.words import CAPTION, LONGEST, NoticeFile, Wording, units, worded

__all__ = [
    "ABOUT_TO_GO",
    "CAPTION",
    "LONGEST",
    "OUT",
    "PRIVATE",
    "TROUBLE",
    "Again",
    "Audience",
    "Elder",
    "Fate",
    "Notice",
    "NoticeFile",
    "NoticeState",
    "Reached",
    "Repeat",
    "Target",
    "To",
    "Via",
    "Wording",
    "blanks",
    "fate_of",
    "filled",
    "groups",
    "is_for",
    "may_reach",
    "must_be_out",
    "must_be_said",
    "must_reach",
    "next_open",
    "readable",
    "toggled",
    "units",
    "worded",
]
