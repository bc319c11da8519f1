"""Buttons of writing a notice: texts from the playbook, when it comes again, correcting one language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class NoticeTemplateButton(Button):
    """A text from the playbook."""

    tag = "nwa"
    number: int


@dataclass(frozen=True)
class NoticeAgainButton(Button):
    """重复: so often; empty: once only."""

    tag = "nwb"
    notice_id: int
    again: str


@dataclass(frozen=True)
class NoticeAgainUntilButton(Button):
    """To which day it comes again, so many days from today; below 0: no end."""

    tag = "nwc"
    notice_id: int
    days: int


@dataclass(frozen=True)
class NoticeFixButton(Button):
    """更正 of what it says in one of our languages."""

    tag = "nwd"
    notice_id: int
    language: int
