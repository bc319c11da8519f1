"""What a coordinator may choose for one household's plan instead of what the playbook's programme says."""

from __future__ import annotations

from datetime import time

from bot.domain.cadence import Cadence, Every, Festival
from bot.domain.playbook import Programme, Rung, Visits, Who

CADENCES: tuple[Cadence, ...] = (
    Cadence(Every.WEEKS),
    *(Cadence(Every.WEEKS, weeks=weeks) for weeks in (2, 3, 4)),
    *(Cadence(every) for every in (Every.MONTH, Every.QUARTER, Every.HALF_YEAR, Every.YEAR)),
    *(Cadence(Every.FESTIVAL, festival=one) for one in Festival),
)
HOURS = tuple(time(hour) for hour in (8, 9, 10, 11, 14, 15, 16, 17, 18, 19))
MOST_TOGETHER = 4
"""So many go to one door at most."""
FARTHEST = 30
"""A single visit more is asked for so many days ahead at most."""


def rungs_to_choose(visits: Visits, programme: Programme) -> tuple[Rung, ...]:
    """With whom a household's visits may begin: nobody who may not know, and no team where the programme has none."""
    return tuple(
        rung
        for rung in visits.rungs
        if visits.rungs_for(programme, rung.key)[0].key == rung.key
        and (programme.team is not None or rung.who not in (Who.TEAM, Who.LEADER))
    )


def programmes_to_add(visits: Visits, running: set[str]) -> tuple[Programme, ...]:
    """What a household is not visited for yet and could be, whatever kind it is of; what begins with an event is not."""
    regular = (one for one in visits.programmes if one.categories and one.cadence is not None)
    return tuple(one for one in regular if one.key not in running)
