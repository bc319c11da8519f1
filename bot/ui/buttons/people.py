"""Buttons about oneself: home, language, rest, teams, and what opens one's own cards."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class OpenButton(Button):
    """Opens one of one's own cards, by its name."""

    tag = "po"
    card: str


@dataclass(frozen=True)
class CompoundButton(Button):
    """A compound of the list: opens its buildings."""

    tag = "pc"
    compound: str


@dataclass(frozen=True)
class HomeButton(Button):
    """One's own building, by the playbook's names: a button stays right when the playbook's order changes."""

    tag = "ph"
    compound: str
    building: str


@dataclass(frozen=True)
class MoveButton(Button):
    """搬到这里: the door whose poster was scanned, by its payload without `d_`."""

    tag = "pm"
    door: str


@dataclass(frozen=True)
class StayButton(Button):
    """没搬家: a poster of another door was scanned in passing."""

    tag = "ps"


@dataclass(frozen=True)
class LanguageButton(Button):
    """One of the three languages."""

    tag = "pl"
    language: str


@dataclass(frozen=True)
class RestButton(Button):
    """休息 (1), for so many days (0: until they say so), or back again (0)."""

    tag = "pr"
    resting: int
    days: int = 0


@dataclass(frozen=True)
class HoursButton(Button):
    """To be asked at that time of the week (1), or not (0)."""

    tag = "pw"
    slot: str
    on: int
