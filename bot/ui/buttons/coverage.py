"""Buttons of how visits stand, and of results from paper."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class CoverageButton(Button):
    """A month by programme (0), building (1) or helper (2)."""

    tag = "vC"
    month: int
    by: int


@dataclass(frozen=True)
class EnterButton(Button):
    """录纸面结果: a page of the list."""

    tag = "vE"
    page: int


@dataclass(frozen=True)
class EnterOneButton(Button):
    """This visit's result."""

    tag = "vF"
    page: int
    visit_id: int
    outcome: str


@dataclass(frozen=True)
class UndoEntryButton(Button):
    """撤销 what was entered in one go."""

    tag = "vU"
    entry_id: int
