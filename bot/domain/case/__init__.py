"""A case 您反映的事: facts, states, and the moves between them, by who makes them."""

from bot.domain.case.answered import DOUBLE_TAP, REOPEN_WITHIN
from bot.domain.case.case import Case
from bot.domain.case.decided import Standing
from bot.domain.case.parts import Addition, Attachment
from bot.domain.case.states import OPEN, CaseState, Ending

__all__ = [
    "DOUBLE_TAP",
    "OPEN",
    "REOPEN_WITHIN",
    "Addition",
    "Attachment",
    "Case",
    "CaseState",
    "Ending",
    "Standing",
]
