"""Buttons of merging."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class MergeButton(Button):
    """并到 that case."""

    tag = "qm"
    case_id: int
    into_id: int
