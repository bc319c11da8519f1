"""A household 住户: a door, and who lives behind it. Known from rosters; people link themselves to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.place import Place
from bot.domain.playbook import HouseholdCategory, Playbook


class Relation(StrEnum):
    """What somebody with a Telegram account is to a household."""

    LIVES_THERE = "lives_there"  # behind that door
    FAMILY = "family"  # 家属: linked with the consent of who lives there


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody to be called: a daughter, a neighbour."""

    name: str | None = None
    relation: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dweller:
    """One person behind a door. `left_at`: since when the community's roster has them no more."""

    id: int
    name: str
    phones: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    birth: date | None = None
    contacts: tuple[Relative, ...] = ()
    languages: tuple[str, ...] = ()
    remark: str | None = None
    left_at: datetime | None = None

    def kinds(self, playbook: Playbook, *, to_volunteers: bool) -> list[HouseholdCategory]:
        """Why the community looks after them; what is for coordinators alone is left out for volunteers."""
        known = (one for one in playbook.household_categories if one.key in self.categories)
        return [one for one in known if not (to_volunteers and one.hidden_from_volunteers)]


@dataclass(frozen=True, slots=True)
class Household:
    """A door and everybody behind it. `forgotten`: its key is destroyed, nothing personal is left."""

    id: int
    place: Place
    dwellers: tuple[Dweller, ...] = ()
    forgotten: bool = False

    @property
    def present(self) -> tuple[Dweller, ...]:
        """Who is on the newest roster."""
        return tuple(one for one in self.dwellers if one.left_at is None)


@dataclass
class Kin:
    """A Telegram account's link to a household."""

    member_id: int
    household_id: int
    relation: Relation
    linked_at: datetime
    consent_by: int | None = None
    consent_at: datetime | None = None
    ended_at: datetime | None = None
    asks_at: datetime | None = None  # a newer roster has nobody behind that door: a coordinator is to look
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None
