"""The hats people may wear, where a hat holds, and whether somebody may act at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.place import Place


class Role(StrEnum):
    """The hats. Authority comes from these rows alone, never from being an admin of a Telegram group."""

    RESIDENT = "resident"
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    LEADER = "leader"
    BUILDING_HEAD = "building_head"
    GRID_WORKER = "grid_worker"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


OFFICES = (Role.COORDINATOR, Role.ADMIN)
"""Hats that answer for the whole community; it takes two people to give one."""


class Access(StrEnum):
    """Whether somebody may act at all."""

    ACTIVE = "active"
    SUSPENDED = "suspended"  # 停用, by a coordinator
    LOGGED_OUT = "logged_out"  # said /logout themselves: the phone is lost
    BLOCKED = "blocked"  # on the block list


@dataclass(frozen=True, slots=True)
class Ward:
    """A building somebody heads, or a building or whole compound (`building` None) a grid worker looks after."""

    role: Role
    compound: str
    building: str | None = None

    def holds(self, place: Place) -> bool:
        """Is that place inside?"""
        return self.compound == place.compound and self.building in (None, place.building)
