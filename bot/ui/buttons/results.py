"""Buttons with which a resident says how it ended."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class SolvedButton(Button):
    """已解决."""

    tag = "ry"
    case_id: int


@dataclass(frozen=True)
class NotSolvedButton(Button):
    """没解决."""

    tag = "rn"
    case_id: int


@dataclass(frozen=True)
class DisputeButton(Button):
    """我有意见, of a 不受理."""

    tag = "rd"
    case_id: int


@dataclass(frozen=True)
class StarsButton(Button):
    """★ to ★★★★★."""

    tag = "rs"
    case_id: int
    stars: int


@dataclass(frozen=True)
class ReportAgainButton(Button):
    """The same matter as a new case, when the old one is too old to be reopened."""

    tag = "ra"
    case_id: int
