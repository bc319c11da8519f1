"""Buttons of pauses: the second person's answer, back early, taking back, and what is said at the door."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class AnswerPauseButton(Button):
    """是的 (1) or 还要去 (0)."""

    tag = "e2"
    pause_id: int
    agree: int


@dataclass(frozen=True)
class BackButton(Button):
    """已经回来了."""

    tag = "eb"
    pause_id: int


@dataclass(frozen=True)
class UndoStopButton(Button):
    """撤销 what ended the visits for good; the other of the two says yes."""

    tag = "ev"
    pause_id: int


@dataclass(frozen=True)
class AbsentButton(Button):
    """住院了, 出门住一阵: until when?"""

    tag = "eA"
    visit_id: int
    outcome: str


@dataclass(frozen=True)
class AbsentDaysButton(Button):
    """So many days."""

    tag = "eD"
    visit_id: int
    outcome: str
    days: int
