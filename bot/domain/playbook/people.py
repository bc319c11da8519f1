"""Whom a community has: the duties of its buildings, and who may be the second person for an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.playbook.wording import Names, in_language
from bot.domain.role import Role


@dataclass(frozen=True, slots=True)
class ChargeKind:
    """A duty somebody holds for a building (两长四员), or for a grid; `role` is the hat that goes with it, if any.

    `whole`: a post 岗位 of a whole compound (支部书记, 居委会包片), never of one building.
    """

    key: str
    names: Names
    role: Role | None = None
    whole: bool = False

    def name(self, language: str) -> str:
        """The duty's name for a reader of `language`."""
        return in_language(self.names, language)

    def fits(self, building: str | None) -> bool:
        """May somebody hold it there? None: in a whole compound, as grid workers may too."""
        return not self.whole if building is not None else self.whole or self.role is Role.GRID_WORKER


@dataclass(frozen=True, slots=True)
class People:
    """Whoever wears one of the hats in `second` may agree to a new coordinator or admin, within `second_within`."""

    second: tuple[Role, ...] = (Role.COORDINATOR, Role.ADMIN)
    second_within: timedelta = timedelta(days=3)
