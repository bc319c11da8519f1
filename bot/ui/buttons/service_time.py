"""Buttons about how long somebody gave, and about a proof of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class MinutesButton(Button):
    """So many minutes: said by the holder, confirmed by a leader or coordinator."""

    tag = "zm"
    hold_id: int
    minutes: int


@dataclass(frozen=True)
class OtherMinutesButton(Button):
    """Another length, to be typed."""

    tag = "zo"
    hold_id: int


@dataclass(frozen=True)
class CorrectButton(Button):
    """Opens the card to correct it."""

    tag = "zc"
    hold_id: int


@dataclass(frozen=True)
class UndoMinutesButton(Button):
    """撤销 of a confirming."""

    tag = "zu"
    hold_id: int


@dataclass(frozen=True)
class TimesButton(Button):
    """The list of what waits to be confirmed."""

    tag = "zw"


@dataclass(frozen=True)
class AskProofButton(Button):
    """要证明, of that year."""

    tag = "zp"
    year: int


@dataclass(frozen=True)
class GiveProofButton(Button):
    """开证明."""

    tag = "zg"
    proof_id: int


@dataclass(frozen=True)
class RefuseProofButton(Button):
    """先不开."""

    tag = "zn"
    proof_id: int
