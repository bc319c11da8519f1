"""收到: who has been reached by a notice, and how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.notice.notice import Notice
from bot.domain.notice.states import OUT, NoticeState
from bot.domain.place import Place


class Via(StrEnum):
    """How somebody was reached. Each counts apart."""

    SELF = "self"  # pressed 收到, or answered what it asks
    FAMILY = "family"  # 替家人收到
    DOOR = "door"  # told at the door, or on the telephone by who was sent there


@dataclass(frozen=True, slots=True)
class Elder:
    """Whom a family member may answer for: a household, or a person of whom no household is known, a member or known by
    the family link alone.

    `name`: for that family member alone.
    """

    kind: str  # "household", "member" or "kin"
    ref: int
    name: str
    place: Place

    @property
    def whom(self) -> str:
        """As a receipt has it."""
        return f"{self.kind}:{self.ref}"

    @property
    def household_id(self) -> int | None:
        """The household that is reached through them, if one is known."""
        return self.ref if self.kind == "household" else None


@dataclass(slots=True)
class Reached:
    """How one building stands. `homes`: on the community's list; `linked`: people of it whom we know.

    `read`: of these, who pressed 收到; `family`: homes answered for by their family; `door`: homes that were told by who
    was sent there; `silent`: where nobody opened; `going`: where somebody is still to go; `help`: cases that came of it.
    """

    homes: int = 0
    linked: int = 0
    read: int = 0
    family: int = 0
    door: int = 0
    silent: int = 0
    going: int = 0
    help: int = 0

    @property
    def unread(self) -> int:
        """Of those we know, who has not."""
        return max(0, self.linked - self.read)

    def plus(self, other: Reached) -> Reached:
        """Both together."""
        names = self.__slots__
        return Reached(**{name: getattr(self, name) + getattr(other, name) for name in names})


def must_be_out(notice: Notice, by_id: int | None) -> None:
    """Raises RuleError for a preview, and for what nobody may be reading."""
    if notice.state not in OUT:
        raise RuleError("no-notice-preview" if notice.member_id == by_id else "no-stale-button")


def must_be_said(notice: Notice) -> None:
    """Raises RuleError for what was never said to anybody; what was taken back may still leave somebody in need."""
    if notice.state not in (*OUT, NoticeState.WITHDRAWN):
        raise RuleError("no-notice-preview")
