"""What is known of a visiting plan 探访计划."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.cadence import Cadence
from bot.domain.errors import RuleError
from bot.domain.visit.pause import Pause


class Pairing(StrEnum):
    """How helpers and households belong together."""

    ONE_TO_ONE = "one_to_one"  # 以一带一
    SEVERAL_TO_ONE = "several_to_one"  # 以多带一: several helpers look after one household
    ONE_TO_SEVERAL = "one_to_several"  # 以一带多: one helper looks after several households


def pairing(helpers: int, households: int) -> Pairing | None:
    """Of a household's number of helpers, and of how many households such a helper has; None without helpers."""
    if helpers == 0:
        return None
    if helpers > 1:
        return Pairing.SEVERAL_TO_ONE
    return Pairing.ONE_TO_SEVERAL if households > 1 else Pairing.ONE_TO_ONE


@dataclass
class PairedHelper:
    """A helper of this household 结对志愿者, asked before everybody else."""

    member_id: int
    name: str
    since: datetime
    by_id: int | None = None
    id: int | None = None
    plan_id: int | None = None


@dataclass
class PlanFacts:
    """Who is visited, how often and by which rung. A household has one plan a programme.

    `rung`: the one its visits begin with where a coordinator chose so for this household; "" as the programme has it.
    `slots`: how many are to go, likewise; 0 as the programme has it.
    `next_at` is when the next window opens, the one column the clock looks at; None when there will be none.
    `given_at`: when the window last given opened, `given_key` its period. `phoned_last`: the period before was only
    phoned. `event_key` tells a plan begun by an event from the household's others of the same programme. `pauses` are
    the household's: they hold for every plan of it.
    """

    household_id: int
    programme: str
    cadence: Cadence
    rung: str
    started_at: datetime
    next_at: datetime | None = None
    slots: int = 0
    weekday: int | None = None  # Monday 0
    hour: time | None = None
    event_key: str = ""
    ends_on: date | None = None  # with the event it belongs to
    given_at: datetime | None = None
    given_key: str | None = None
    last_contact_at: datetime | None = None
    last_met_at: datetime | None = None
    phoned_last: bool = False
    stopped_at: datetime | None = None
    changed_at: datetime | None = None
    helpers: list[PairedHelper] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    version: int = 1
    id: int | None = None

    @property
    def event(self) -> str:
        """What began it ("hospital"); "" for a plan of the household's kind."""
        return self.event_key.partition(":")[0]

    @property
    def pauses_here(self) -> list[Pause]:
        """Those that hold for this plan too: who is in hospital is visited there, as long as the pause lasts."""
        return [one for one in self.pauses if self.event != one.reason]

    @property
    def pause(self) -> Pause | None:
        """The pause that holds."""
        return next((one for one in self.pauses if one.holds), None)

    @property
    def pause_asked(self) -> Pause | None:
        """The pause a second person has still to agree to."""
        return next((one for one in self.pauses if one.waits), None)

    def is_helper(self, member_id: int | None) -> bool:
        """Is that person paired with this household?"""
        return any(one.member_id == member_id for one in self.helpers)

    def _running(self) -> None:
        if self.stopped_at is not None:
            raise RuleError("no-plan-over")
