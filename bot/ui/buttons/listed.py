"""Buttons under what a new roster says of somebody who is linked."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class FollowListButton(Button):
    """当队长, 加入, 退队: as the roster says of that team, by its number in the playbook."""

    tag = "il"
    listed_id: int
    differs: str
    team: int


@dataclass(frozen=True)
class KeepListedButton(Button):
    """先这样."""

    tag = "im"
    listed_id: int


@dataclass(frozen=True)
class MovedButton(Button):
    """搬走了 (1), 还住这里 (0)."""

    tag = "in"
    link_id: int
    moved: int
