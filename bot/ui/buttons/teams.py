"""Buttons about service teams: joining, letting in, vouching, inviting."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class JoinButton(Button):
    """Asks to join the team of that name."""

    tag = "tj"
    team: str


@dataclass(frozen=True)
class LetInButton(Button):
    """同意."""

    tag = "ty"
    place_id: int


@dataclass(frozen=True)
class TurnAwayButton(Button):
    """拒绝."""

    tag = "tn"
    place_id: int


@dataclass(frozen=True)
class MarkButton(Button):
    """持证, 可入户, 力气 or a language: 1 vouched for, 0 no longer."""

    tag = "tk"
    place_id: int
    kind: str
    on: int


@dataclass(frozen=True)
class CrewButton(Button):
    """A page of the members of that team."""

    tag = "tm"
    team: str
    page: int = 0


@dataclass(frozen=True)
class TeammateButton(Button):
    """One member's place in a team."""

    tag = "tp"
    place_id: int


@dataclass(frozen=True)
class InviteTeamsButton(Button):
    """An invite for a role in a team: asks for which."""

    tag = "tr"
    role: str


@dataclass(frozen=True)
class InviteButton(Button):
    """Makes the link."""

    tag = "ti"
    role: str
    team: str | None
