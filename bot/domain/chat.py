"""A group Linli was added to, and what the community uses it for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.place import Place


class ChatKind(StrEnum):
    """What a group is for."""

    UNBOUND = "unbound"  # nobody has said yet
    BUILDING = "building"  # the neighbours of one building
    TEAM = "team"  # the volunteers of one service team


class ChatState(StrEnum):
    """Whether we can still speak there."""

    ACTIVE = "active"
    GONE = "gone"  # removed, or the group was deleted


@dataclass
class Chat:
    """A group; `chat_id` is Telegram's and changes when the group becomes a supergroup."""

    chat_id: int
    title: str | None = None
    kind: ChatKind = ChatKind.UNBOUND
    state: ChatState = ChatState.ACTIVE
    compound: str | None = None
    building: str | None = None
    team: str | None = None
    language: str = "zh-CN"
    hears_all: bool = False  # admin, or privacy mode off: #报修 and danger words reach us
    bound_by: int | None = None
    changed_at: datetime | None = None
    version: int = 1

    @property
    def place(self) -> Place:
        """The building whose neighbours talk here."""
        return Place(self.compound, self.building)

    def bind_building(self, compound: str, building: str, by: int | None, now: datetime) -> None:
        """This is the group of that building."""
        self.kind, self.compound, self.building, self.team = ChatKind.BUILDING, compound, building, None
        self.bound_by, self.state, self.changed_at = by, ChatState.ACTIVE, now

    def bind_team(self, team: str, by: int | None, now: datetime) -> None:
        """This is the group of that service team."""
        self.kind, self.compound, self.building, self.team = ChatKind.TEAM, None, None, team
        self.bound_by, self.state, self.changed_at = by, ChatState.ACTIVE, now

    def unbind(self, by: int | None, now: datetime) -> None:
        """It serves nothing any more."""
        self.kind, self.compound, self.building, self.team = ChatKind.UNBOUND, None, None, None
        self.bound_by, self.changed_at = by, now

    def speak(self, language: str, now: datetime) -> None:
        """Its people read that language."""
        self.language, self.changed_at = language, now

    def lose(self, now: datetime) -> None:
        """We were removed, or the group is gone."""
        self.state, self.changed_at = ChatState.GONE, now

    def regain(self, now: datetime, title: str | None, hears_all: bool) -> None:
        """We are (again) in the group."""
        self.state, self.hears_all, self.changed_at = ChatState.ACTIVE, hears_all, now
        self.title = title or self.title
