"""What waits for a person of the community, most urgent first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from bot.domain.place import Place


class WaitKind(IntEnum):
    """Why something waits; the smaller, the more urgent."""

    SEARCH = 0  # nobody opens the door
    ALARM = 1  # nobody has taken it
    ARRIVAL = 2  # 三必到: nobody knows yet which door
    CALL = 3  # a visit was missed, and nobody has phoned yet
    UNCLEAR = 4  # a case that no coordinator has decided on
    DRAFT = 5  # told us, and never sent
    UNCLAIMED = 6  # a task past its time that nobody took
    OVERDUE = 7  # a case past its time, or a party's promise
    NOTICE = 8  # a notice to many, that a second person has to agree to
    UNTOLD = 9  # somebody without Telegram who was not told how their matter ended
    GROUP = 10  # a group whose neighbours or volunteers we cannot reach any more
    KIN = 11  # an old person without Telegram is to be asked about their family
    JOIN = 12  # somebody wants to join a team
    LISTED = 13  # a new roster says something else of a volunteer
    MOVED = 14  # a new roster has nobody behind somebody's door
    POST = 15  # a message whose fate a person has to decide
    CARD = 16  # a card that does not get through
    UPDATE = 17  # something sent to us that we could not deal with
    TIME = 18  # hours of a team that nobody has confirmed


DISCONTENT = "discontent"
"""Why somebody has to go: whoever reported it is discontented."""
LONE = "lone"
"""What waits is no door nobody opens, but who visits alone and does not answer."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that waits. `ref` is its row, `at` since when or by when, `no` what people call it.

    `what` is a key of the playbook (a category, a danger, a team) or how a notice begins, `who` a person's or a group's
    name, `why` what was said to be wrong (None: nobody knows whether anything is). The smaller its `rank`, the more
    urgent among its kind.
    `team`: whose leader may deal with it too.
    """

    kind: WaitKind
    ref: int
    at: datetime
    no: str = ""
    place: Place = field(default_factory=Place)
    what: str | None = None
    who: str | None = None
    why: str | None = None
    rank: int = 0
    team: str | None = None

    @property
    def order(self) -> tuple[int, int, datetime, int]:
        """Most urgent first, then who has waited longest."""
        return (self.kind, self.rank, self.at, self.ref)
