"""敲门: a visit to a home on the care list that a notice did not reach, to tell them at the door."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.cadence import Window
from bot.domain.errors import RuleError
from bot.domain.playbook import Programme

PROGRAMME = "knock"
"""The playbook's programme whose ladder such visits climb; without it nobody is sent."""
GRACE = timedelta(hours=1)
"""So long after a notice has run out somebody may still be at the door."""
_LEAST = timedelta(hours=1)
_KEY = "notice."


def key_of(notice_id: int | None) -> str:
    """Of the visits of one notice: a household has one."""
    return f"{_KEY}{notice_id}"


def notice_of(period_key: str) -> int | None:
    """The notice such a visit is to tell."""
    number = period_key.removeprefix(_KEY)
    return int(number) if number != period_key and number.isdigit() else None


def knock_window(notice_id: int, programme: Programme, until: datetime | None, now: datetime) -> Window:
    """From now on, as long as the programme has it, or as long as the notice holds. Raises RuleError for too little
    time: nobody can be sent any more."""
    end = now + (programme.within or timedelta(days=1))
    due = min(end, until) if until is not None else end
    if due - now < _LEAST:
        raise RuleError("no-knock-too-late")
    return Window(key_of(notice_id), now, due, due + GRACE)
