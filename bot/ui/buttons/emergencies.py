"""Buttons of an emergency: 平安, 需要帮助, and what those in charge do."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class SafeButton(Button):
    """平安."""

    tag = "nea"
    notice_id: int


@dataclass(frozen=True)
class NeedHelpNowButton(Button):
    """需要帮助."""

    tag = "neb"
    notice_id: int


@dataclass(frozen=True)
class FamilyButton(Button):
    """替家人回答: which of them, and how are they?"""

    tag = "ned"
    notice_id: int


@dataclass(frozen=True)
class FamilyWordButton(Button):
    """How one of them is, as an elder's `kind` and `ref` name them; "all" of them are safe."""

    tag = "nee"
    notice_id: int
    kind: str
    ref: int
    word: str


@dataclass(frozen=True)
class RollCareButton(Button):
    """重点户, a page of it."""

    tag = "nef"
    notice_id: int
    page: int


@dataclass(frozen=True)
class RollButton(Button):
    """What those in charge do; `act` as handlers/emergencies.py names it."""

    tag = "nec"
    notice_id: int
    act: str
