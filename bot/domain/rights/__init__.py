"""Rights: every act, and one written table of who may do it to what."""

from __future__ import annotations

from bot.domain.rights.checking import MINE, NOTHING, Subject, may, may_some, must, must_some
from bot.domain.rights.table import CLOSED, KEPT, RIGHTS, Scope
from bot.domain.rights.verbs import MEANING, REFUSAL, Verb

__all__ = [
    "CLOSED",
    "KEPT",
    "MEANING",
    "MINE",
    "NOTHING",
    "REFUSAL",
    "RIGHTS",
    "Scope",
    "Subject",
    "Verb",
    "may",
    "may_some",
    "must",
    "must_some",
]
