"""三必到: a sudden event, a family quarrel, discontent; somebody arrives within a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.case import Case
from bot.domain.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Arrival:
    """What somebody has to go for after a case, and since when. `said`: who reported it is discontented with it."""

    case_id: int
    event: str
    since: datetime
    said: bool


def event_of(case: Case, playbook: Playbook) -> str | None:
    """The event that such a case is, to which somebody goes while it is open."""
    wanted = playbook.visits.programmes_of_case(case.category)
    return wanted[0].event if wanted and case.is_open and may_be_visited(case, playbook) else None


def may_be_visited(case: Case, playbook: Playbook) -> bool:
    """Nobody is sent after 轻生 or 家暴: of these only the coordinators on duty know, who have been called."""
    danger = playbook.danger(case.danger)
    return danger is None or not danger.private_only
