"""Buttons below a notice, and on what follows from them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class NotReceivedButton(Button):
    """按错了."""

    tag = "nga"
    notice_id: int


@dataclass(frozen=True)
class FamilyReceivedButton(Button):
    """替家人收到."""

    tag = "ngb"
    notice_id: int


@dataclass(frozen=True)
class FamilyChosenButton(Button):
    """For that one of them; again: not."""

    tag = "ngc"
    notice_id: int
    kind: str
    ref: int


@dataclass(frozen=True)
class NeedHelpButton(Button):
    """我家需要帮忙."""

    tag = "ngd"
    notice_id: int


@dataclass(frozen=True)
class ReachTableButton(Button):
    """表格: every building of it, as a file."""

    tag = "nge"
    notice_id: int


@dataclass(frozen=True)
class KnockButton(Button):
    """请人敲门."""

    tag = "ngf"
    notice_id: int


@dataclass(frozen=True)
class KnockNoticeButton(Button):
    """看通知, for who is to bring it to a door."""

    tag = "ngg"
    visit_id: int


@dataclass(frozen=True)
class KnockNeedButton(Button):
    """要帮忙, at the door."""

    tag = "ngh"
    visit_id: int
