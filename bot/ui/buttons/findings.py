"""Buttons of what a visitor found, and of 撤销."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class WellButton(Button):
    """都挺好."""

    tag = "f1"
    visit_id: int


@dataclass(frozen=True)
class FindingButton(Button):
    """有事要说."""

    tag = "f2"
    visit_id: int


@dataclass(frozen=True)
class MarkFindingButton(Button):
    """One of the 四个一, or a check."""

    tag = "f3"
    visit_id: int
    what: str


@dataclass(frozen=True)
class ReportFindingButton(Button):
    """报上去: a case of what is amiss."""

    tag = "f4"
    visit_id: int
    check: str


@dataclass(frozen=True)
class FindingDoneButton(Button):
    """说完了."""

    tag = "f5"
    visit_id: int


@dataclass(frozen=True)
class UndoVisitButton(Button):
    """撤销 of what they said came of a visit."""

    tag = "uv"
    visit_id: int
