"""Buttons in a group that nobody has bound yet: what is it for?"""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class BuildingGroupButton(Button):
    """楼栋群: asks for the compound."""

    tag = "gb"


@dataclass(frozen=True)
class TeamGroupButton(Button):
    """服务队群: asks for the team."""

    tag = "gt"


@dataclass(frozen=True)
class GroupCompoundButton(Button):
    """A compound of the list: asks for the building."""

    tag = "gc"
    compound: str


@dataclass(frozen=True)
class BindBuildingButton(Button):
    """This is the group of that building."""

    tag = "gh"
    compound: str
    building: str


@dataclass(frozen=True)
class BindTeamButton(Button):
    """This is the group of that team."""

    tag = "gs"
    team: str


@dataclass(frozen=True)
class GroupLanguageButton(Button):
    """The group reads this language."""

    tag = "gl"
    language: str
