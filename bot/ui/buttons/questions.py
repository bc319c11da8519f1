"""Buttons of what a notice asks: setting it up, answering it, and who answered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class QuestionButton(Button):
    """What is done to the question of a notice; `act` as handlers/questions.py names it."""

    tag = "nqa"
    notice_id: int
    act: str


@dataclass(frozen=True)
class QuestionTimeButton(Button):
    """When it "begins" or "closes": so many days from today, at that hour; below 0: still to be chosen."""

    tag = "nqb"
    notice_id: int
    what: str
    day: int
    hour: int


@dataclass(frozen=True)
class OptionButton(Button):
    """One of the choices."""

    tag = "nqc"
    notice_id: int
    option: int


@dataclass(frozen=True)
class SignUpButton(Button):
    """报名."""

    tag = "nqd"
    notice_id: int


@dataclass(frozen=True)
class NotGoingButton(Button):
    """不去了."""

    tag = "nqe"
    notice_id: int


@dataclass(frozen=True)
class WhoSignedButton(Button):
    """要名单: without names; `full`: with them, for a reason."""

    tag = "nqf"
    notice_id: int
    full: int


@dataclass(frozen=True)
class FileReplyButton(Button):
    """记成一件事."""

    tag = "nqg"
    reply_id: int


@dataclass(frozen=True)
class ChoicesInButton(Button):
    """The choices in another language, by its place in LANGUAGES."""

    tag = "nqh"
    notice_id: int
    language: int
