"""Where a visit stands, what came of it, and who is to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.task import HoldState


class VisitState(StrEnum):
    """Where a visit stands. It ends as done, missed (and escalated), paused by two people, or stopped by two."""

    OPEN = "open"  # its window has opened, nobody has been asked
    OFFERED = "offered"  # people are asked; a place is free
    CLAIMED = "claimed"  # everybody who is wanted has promised a time
    NO_ANSWER = "no_answer"  # 敲门没人应: the ladder of danger runs
    AWAITING = "awaiting"  # 住院了 or 出门住一阵, said by one person: a second has to agree to the pause
    DONE = "done"  # see the outcome
    MISSED = "missed"  # its window went by; stays a fact, and a coordinator owns a phone call
    PAUSED = "paused"  # two people agreed, with an end date
    STOPPED = "stopped"  # the plan ended: moved, died, refused for good


OVER = frozenset({VisitState.DONE, VisitState.MISSED, VisitState.PAUSED, VisitState.STOPPED})


class Outcome(StrEnum):
    """What came of it."""

    MET = "met"  # 见到了
    PHONED = "phoned"  # 打电话联系上了: counts apart
    NO_ANSWER = "no_answer"  # 敲门没人应; how she was found is told apart
    REFUSED = "refused"  # 不想见
    IN_HOSPITAL = "in_hospital"  # 住院了
    AWAY = "away"  # 出门住一阵


PAUSING = frozenset({Outcome.IN_HOSPITAL, Outcome.AWAY})
"""Outcomes that ask for a pause."""


@dataclass
class VisitHold:
    """One person's promise to go. `newcomer`: has never visited before, so somebody else goes along.

    Who was asked by a holder (请人代去) stands in for `instead_of` once they say yes.
    """

    member_id: int
    state: HoldState
    at: datetime
    name: str = ""
    newcomer: bool = False
    promised_at: datetime | None = None
    asked_still_at: datetime | None = None  # 还是您去吗?
    by_id: int | None = None
    instead_of: int | None = None
    ended_at: datetime | None = None
    id: int | None = None
    visit_id: int | None = None
