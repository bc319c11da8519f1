"""Buttons of the list of what waits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class TodoPageButton(Button):
    """还有 n 件."""

    tag = "vp"
    page: int


@dataclass(frozen=True)
class TodoShowButton(Button):
    """One thing of the list, shown as its own card."""

    tag = "vs"
    card: str
    ref: int


@dataclass(frozen=True)
class ResendButton(Button):
    """重发."""

    tag = "vr"
    post_id: int


@dataclass(frozen=True)
class ArrivedButton(Button):
    """已送达."""

    tag = "va"
    post_id: int


@dataclass(frozen=True)
class RetryButton(Button):
    """A dead update: tried again."""

    tag = "vt"
    row_id: int


@dataclass(frozen=True)
class PutAwayButton(Button):
    """A dead update: seen, put away."""

    tag = "vd"
    row_id: int
