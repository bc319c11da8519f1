"""Buttons of an extra round."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class SurgeReasonButton(Button):
    """Why?"""

    tag = "zR"
    surge_id: int
    reason: str


@dataclass(frozen=True)
class SurgeKindButton(Button):
    """This kind of households, or not."""

    tag = "zK"
    surge_id: int
    category: str


@dataclass(frozen=True)
class SurgePlaceButton(Button):
    """This building, or not; by its place in the list."""

    tag = "zP"
    surge_id: int
    place: int


@dataclass(frozen=True)
class SurgeNextButton(Button):
    """下一步."""

    tag = "zN"
    surge_id: int


@dataclass(frozen=True)
class SurgeStartButton(Button):
    """Until the evening so many days ahead: begins."""

    tag = "zS"
    surge_id: int
    days: int


@dataclass(frozen=True)
class SurgeEndButton(Button):
    """结束."""

    tag = "zE"
    surge_id: int


@dataclass(frozen=True)
class ChangedButton(Button):
    """有变化的住户: who are they?"""

    tag = "zC"


@dataclass(frozen=True)
class SoonButton(Button):
    """24 小时内去看看, for one household."""

    tag = "zH"
    household_id: int


@dataclass(frozen=True)
class HolidayRoundButton(Button):
    """节前看一轮: before the holiday that begins on that day, as a number."""

    tag = "zD"
    first: int
