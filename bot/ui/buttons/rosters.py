"""Buttons under a roster that is being brought in."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class RosterKindButton(Button):
    """住户名单, 志愿者名单."""

    tag = "ik"
    roster_id: int
    kind: str


@dataclass(frozen=True)
class ApplyRosterButton(Button):
    """导入."""

    tag = "ia"
    roster_id: int


@dataclass(frozen=True)
class DropRosterButton(Button):
    """取消."""

    tag = "id"
    roster_id: int


@dataclass(frozen=True)
class UndoRosterButton(Button):
    """撤销导入."""

    tag = "iu"
    roster_id: int
