"""Buttons of 报平安."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class WellButton(Button):
    """我很好."""

    tag = "mw"
    day_id: int


@dataclass(frozen=True)
class HelloHourButton(Button):
    """每天这个时候: minutes since midnight."""

    tag = "mh"
    minute: int


@dataclass(frozen=True)
class HelloAwayButton(Button):
    """出门几天; 0: 我回来了."""

    tag = "my"
    days: int


@dataclass(frozen=True)
class HelloOffButton(Button):
    """不用问了."""

    tag = "mx"


@dataclass(frozen=True)
class HelloOthersButton(Button):
    """帮别人设."""

    tag = "ml"


@dataclass(frozen=True)
class HelloWhomButton(Button):
    """For that person: at which hour?"""

    tag = "mp"
    member_id: int


@dataclass(frozen=True)
class HelloForButton(Button):
    """That person, that hour."""

    tag = "mf"
    member_id: int
    minute: int


@dataclass(frozen=True)
class HelloAnswerButton(Button):
    """好, 不用: by the person themselves."""

    tag = "ma"
    hello_id: int
    agree: int


@dataclass(frozen=True)
class TakeHelloButton(Button):
    """我来打."""

    tag = "mt"
    day_id: int


@dataclass(frozen=True)
class EndHelloButton(Button):
    """打通了 (1), 没打通 (0), 我打不了 (2)."""

    tag = "me"
    day_id: int
    how: int
