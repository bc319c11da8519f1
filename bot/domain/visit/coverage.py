"""How a community's visits stand: every visit of a period is counted once, and the share never looks better than it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.visit.states import Outcome, VisitState


class Standing(StrEnum):
    """What a visit counts as."""

    MET = "met"  # 见到了, also who did not want to talk: somebody was there
    PHONED = "phoned"  # counts apart
    SEARCHED = "searched"  # 敲门没人应; whoever was found otherwise
    MISSED = "missed"  # a fact that stays
    PAUSED = "paused"  # two people said that nobody need go
    WAITING = "waiting"  # there is still time


def standing_of(state: VisitState, outcome: Outcome | None) -> Standing | None:
    """None for what nobody was to make any more: its plan or its round was ended."""
    if state is VisitState.STOPPED:
        return None
    if state in (VisitState.PAUSED, VisitState.AWAITING):
        return Standing.PAUSED
    if state is VisitState.MISSED:
        return Standing.MISSED
    if state is VisitState.NO_ANSWER or outcome is Outcome.NO_ANSWER:
        return Standing.SEARCHED
    if state is VisitState.DONE:
        return Standing.PHONED if outcome is Outcome.PHONED else Standing.MET
    return Standing.WAITING


@dataclass(slots=True)
class Tally:
    """`due` is all of them but the paused; `late`: of these, what was or is still to be done after its day."""

    due: int = 0
    met: int = 0
    phoned: int = 0
    searched: int = 0
    late: int = 0
    missed: int = 0
    waiting: int = 0
    paused: int = 0

    def count(self, standing: Standing, due_at: datetime, done_at: datetime | None, now: datetime) -> None:
        """One more visit; `done_at`: when something came of it."""
        if standing is Standing.PAUSED:
            self.paused += 1
            return
        self.due += 1
        setattr(self, standing.value, getattr(self, standing.value) + 1)
        if standing is not Standing.MISSED and (done_at or now) > due_at:
            self.late += 1

    @property
    def share(self) -> int:
        """Percent of those due at which somebody was met."""
        return share(self.met, self.due)


def share(part: int, whole: int) -> int:
    """Whole percent, always rounded down: 100 only where nothing is missing. Nothing due is nothing left undone."""
    return 100 if part >= whole else max(0, part) * 100 // whole


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    whole = Tally()
    for one in tallies:
        for name in Tally.__slots__:
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
    return whole
