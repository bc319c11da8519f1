"""Buttons of the coordinators' card. `seen`: the newest task when it was shown; who comes second is told."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class TriagePageButton(Button):
    """受理 / 改派, 转办, 不受理, and back: the card turns to that page, "" for its front."""

    tag = "qp"
    case_id: int
    page: str


@dataclass(frozen=True)
class CategoryButton(Button):
    """受理: to the team of that category."""

    tag = "qa"
    case_id: int
    category: str
    seen: int


@dataclass(frozen=True)
class TeamButton(Button):
    """受理: to the team of that number in the playbook."""

    tag = "qt"
    case_id: int
    team: int
    seen: int


@dataclass(frozen=True)
class CompoundButton(Button):
    """Where it is: the compound of that number in the playbook, so that its parties are known."""

    tag = "qc"
    case_id: int
    compound: int


@dataclass(frozen=True)
class PartyButton(Button):
    """转办: to the party of that kind, by its number in the playbook."""

    tag = "qr"
    case_id: int
    kind: int
    seen: int


@dataclass(frozen=True)
class FilesButton(Button):
    """Shows what came with it."""

    tag = "qf"
    case_id: int
