"""Buttons that take back what was pressed a moment ago."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class UndoDecisionButton(Button):
    """撤销 of a coordinator's decision, by its number in the record: never of a later one."""

    tag = "ud"
    case_id: int
    decision_id: int


@dataclass(frozen=True)
class UndoDoneButton(Button):
    """撤销 of 办好了."""

    tag = "uf"
    task_id: int
