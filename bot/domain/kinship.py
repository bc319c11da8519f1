"""家属: somebody's link to an old person of their family, which holds only with that person's consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.place import Place

CLIMB_AFTER = timedelta(days=2)


class Consent(StrEnum):
    """What the old person says to it."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    ENDED = "ended"  # by either of them


class Tie(StrEnum):
    """What the family member is to the old person."""

    CHILD = "child"
    GRANDCHILD = "grandchild"
    SPOUSE = "spouse"
    RELATIVE = "relative"
    CARER = "carer"


@dataclass
class Kinship:
    """One link. The old person is a member (`elder_id`), or somebody without Telegram: `name` and door.

    `asker_id`: who asks them in person; None: a coordinator. `recorded_by`: who wrote down what they said, None where
    they said it here themselves. `shares`: they want what they report to be told as well.
    """

    family_id: int
    tie: Tie
    asked_at: datetime
    state: Consent = Consent.ASKED
    elder_id: int | None = None
    household_id: int | None = None
    name: str | None = None
    phone: str | None = None
    compound: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None
    asker_id: int | None = None
    shares: bool = False
    answered_at: datetime | None = None
    recorded_by: int | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def place(self) -> Place:
        """The door of somebody without Telegram."""
        return Place(self.compound, self.building, self.unit, self.room)

    @property
    def is_live(self) -> bool:
        """Asked, or given."""
        return self.state in (Consent.ASKED, Consent.GIVEN)

    def answer(self, agree: bool, by_id: int | None, now: datetime, *, shares: bool = False) -> None:
        """What they said; `by_id`: who wrote it down, None for themselves. Raises RuleError once answered."""
        if self.state is not Consent.ASKED:
            raise RuleError("no-kin-answered")
        self.state = Consent.GIVEN if agree else Consent.REFUSED
        self.shares, self.recorded_by = agree and shares, by_id
        self.answered_at = self.changed_at = now
        if not agree:
            self._let_go()

    def send(self, asker_id: int | None, now: datetime) -> None:
        """This person asks at the door; None: a coordinator. Raises RuleError once answered, and for the family."""
        if self.elder_id is not None or asker_id == self.family_id:
            raise RuleError("no-kin-not-yours-to-say")
        if self.state is not Consent.ASKED:
            raise RuleError("no-kin-answered")
        self.asker_id, self.changed_at = asker_id, now

    def share(self, shares: bool, now: datetime) -> None:
        """Whether what they report is told as well. Raises RuleError where there is no link."""
        self._given()
        self.shares, self.changed_at = shares, now

    def end(self, by_id: int | None, now: datetime) -> None:
        """By either of them, at any time. Raises RuleError where it is over."""
        if not self.is_live:
            raise RuleError("no-kin-over")
        self.state, self.ended_by = Consent.ENDED, by_id
        self.ended_at = self.changed_at = now
        self._let_go()

    def waits_for_coordinators(self, now: datetime) -> bool:
        """Nobody else is to ask in person, or they have not for two days."""
        in_person = self.state is Consent.ASKED and self.elder_id is None
        return in_person and (self.asker_id is None or now - self.asked_at >= CLIMB_AFTER)

    def _let_go(self) -> None:
        """Who they are is nobody's business any more."""
        self.name = self.phone = self.unit = self.room = None

    def _given(self) -> None:
        if self.state is not Consent.GIVEN:
            raise RuleError("no-kin-over")
