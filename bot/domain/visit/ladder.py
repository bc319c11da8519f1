"""The ladder 责任链 of a visit nobody has taken, or that is late: who is asked next, and when; it never stops by itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.playbook import Rung, Visits, Who
from bot.domain.visit.states import VisitState
from bot.domain.visit.visit import Visit

SHORTEST = timedelta(minutes=15)
LATE = timedelta(hours=1)
"""No rung keeps a late visit longer than this."""
_ALL_AT_ONCE = frozenset({Who.PAIRED, Who.TEAM, Who.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on a rung. Rungs list them in the order in which they stand in for each other 依次递补."""

    member_id: int
    resting: bool = False
    reachable: bool = True

    @property
    def willing(self) -> bool:
        """May be asked."""
        return self.reachable and not self.resting


@dataclass(frozen=True, slots=True)
class Asked:
    """The rung that is asked, by its place on the ladder, and whom of it. Nobody: there is no coordinator to reach."""

    rung: int
    members: tuple[int, ...]


def climbs_at(visit: Visit, rungs: Sequence[Rung], rules: Visits) -> datetime | None:
    """When this visit asks further people; None while nobody need go.

    A rung has its own time, but never more than its share of what is left until the visit is due; a late visit climbs
    hourly, also one that is claimed, unless somebody has promised a later hour.
    """
    if not visit.is_waiting:
        return None
    if visit.state is VisitState.OPEN or visit.rung_at is None:
        return visit.opens_at
    if visit.state is VisitState.CLAIMED:
        promised = [hold.promised_at + rules.promise_grace for hold in visit.active if hold.promised_at]
        return max([visit.due_at, *promised, visit.rung_at + LATE])
    here = min(visit.rung, len(rungs) - 1)
    after = rungs[here].after
    if visit.rung_at >= visit.due_at:
        return visit.rung_at + min(after, LATE)
    share = (visit.due_at - visit.rung_at) / (len(rungs) - here)
    return visit.rung_at + max(SHORTEST, min(after, share))


def next_asked(
    rungs: Sequence[Rung], here: int, tried: Collection[int], people: Mapping[str, Sequence[Candidate]]
) -> Asked:
    """Who is asked now, from the rung `here` on, on which those of `tried` have been silent.

    Helpers, a team and coordinators are asked all at once; of leaders, families and duties one after the other. A rung
    without anybody willing is passed over. On the last, when nobody is left, everybody is asked again, resting or not.
    """
    for place in range(min(here, len(rungs) - 1), len(rungs)):
        rung = rungs[place]
        if left := still_to_ask(people.get(rung.key, ()), tried):
            return Asked(place, tuple(left if rung.who in _ALL_AT_ONCE else left[:1]))
    last = [one.member_id for one in people.get(rungs[-1].key, ()) if one.reachable]
    return Asked(len(rungs) - 1, tuple(last))


def still_to_ask(people: Sequence[Candidate], tried: Collection[int]) -> list[int]:
    """Those of a rung who may be asked and were not. Where there are some, nobody above them is asked now."""
    return [one.member_id for one in people if one.willing and one.member_id not in tried]
