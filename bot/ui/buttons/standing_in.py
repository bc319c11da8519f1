"""Buttons of 请人代去."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class StandInsButton(Button):
    """请人代去: whom? A page of them."""

    tag = "jh"
    visit_id: int
    page: int


@dataclass(frozen=True)
class AskStandInButton(Button):
    """This one."""

    tag = "jx"
    visit_id: int
    member_id: int


@dataclass(frozen=True)
class StandInButton(Button):
    """好 (1), 去不了 (0)."""

    tag = "jy"
    visit_id: int
    agree: int


@dataclass(frozen=True)
class KnowButton(Button):
    """知道了, on a reminder."""

    tag = "jk"
    visit_id: int
