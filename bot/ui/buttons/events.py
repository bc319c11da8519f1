"""Buttons of what begins with an event in somebody's life."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class EventsButton(Button):
    """有事要去, on a household's page: what happened?"""

    tag = "jea"
    household_id: int


@dataclass(frozen=True)
class EventButton(Button):
    """That. `days`: in how many days; none: asked where it lies ahead, else today."""

    tag = "jeb"
    household_id: int
    event: str
    days: int | None


@dataclass(frozen=True)
class EndEventButton(Button):
    """It is over: out of hospital, at work again."""

    tag = "jec"
    plan_id: int


@dataclass(frozen=True)
class ArriveButton(Button):
    """三必到, on a building's page: what happened?"""

    tag = "jed"
    building: int


@dataclass(frozen=True)
class ArriveCaseButton(Button):
    """三必到, on the coordinators' card of a case."""

    tag = "jeg"
    case_id: int


@dataclass(frozen=True)
class ArrivedButton(Button):
    """Somebody goes after that case, without us."""

    tag = "jeh"
    case_id: int


@dataclass(frozen=True)
class ArriveForButton(Button):
    """That; which door is asked."""

    tag = "jef"
    building: int
    event: str
