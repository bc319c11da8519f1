"""Buttons of the care list."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class CarePageButton(Button):
    """A page of the care list."""

    tag = "ep"
    page: int


@dataclass(frozen=True)
class CareHomeButton(Button):
    """One household of it."""

    tag = "eh"
    household_id: int


@dataclass(frozen=True)
class PairListButton(Button):
    """结对: whom?"""

    tag = "el"
    household_id: int


@dataclass(frozen=True)
class PairButton(Button):
    """结对, with this person."""

    tag = "ea"
    household_id: int
    member_id: int


@dataclass(frozen=True)
class UnpairButton(Button):
    """No longer paired."""

    tag = "eu"
    household_id: int
    member_id: int


@dataclass(frozen=True)
class WishListButton(Button):
    """来人要求: what they wish of whoever comes."""

    tag = "ei"
    household_id: int


@dataclass(frozen=True)
class WishButton(Button):
    """One of these wishes, on or off."""

    tag = "ej"
    household_id: int
    wish: str


@dataclass(frozen=True)
class PauseListButton(Button):
    """暂停: why?"""

    tag = "eq"
    household_id: int


@dataclass(frozen=True)
class PauseButton(Button):
    """暂停, for that reason and so many days; none: for good."""

    tag = "ez"
    household_id: int
    reason: str
    days: int | None
