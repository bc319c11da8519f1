"""Buttons of a notice: writing it, sending it, following it, and 收到."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class NoticeButton(Button):
    """What is done to the whole of it; `act` as bot/ui/cards and handlers name it."""

    tag = "nta"
    notice_id: int
    act: str


@dataclass(frozen=True)
class NoticeTargetButton(Button):
    """对象: this one too, or not any more. `number` in the playbook's list of what `to` names."""

    tag = "ntb"
    notice_id: int
    to: str
    number: int


@dataclass(frozen=True)
class NoticeCompoundButton(Button):
    """Opens the buildings of a compound."""

    tag = "ntc"
    notice_id: int
    compound: int


@dataclass(frozen=True)
class NoticeTextButton(Button):
    """What it says in one of our languages."""

    tag = "ntd"
    notice_id: int
    language: int


@dataclass(frozen=True)
class NoticeWhenButton(Button):
    """定时: so many days from today, at that hour."""

    tag = "nte"
    notice_id: int
    day: int
    hour: int


@dataclass(frozen=True)
class NoticeUntilButton(Button):
    """有效期: so many days from today; below 0: for ever."""

    tag = "ntf"
    notice_id: int
    days: int


@dataclass(frozen=True)
class ReceivedButton(Button):
    """收到."""

    tag = "ntg"
    notice_id: int


@dataclass(frozen=True)
class ReadNoticeButton(Button):
    """One of the list: shown whole."""

    tag = "nth"
    notice_id: int
