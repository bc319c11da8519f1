"""Buttons about who is in charge: duties given and ended, one's own hours and number, 我的楼 and its group."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class ChargeCompoundButton(Button):
    """A compound of the list: which building?"""

    tag = "hc"
    compound: int


@dataclass(frozen=True)
class ChargesButton(Button):
    """The duties of one building, by its number."""

    tag = "hb"
    number: int


@dataclass(frozen=True)
class AddChargeButton(Button):
    """Somebody for this duty: how?"""

    tag = "ha"
    number: int
    duty: int


@dataclass(frozen=True)
class InviteChargeButton(Button):
    """发链接."""

    tag = "hi"
    number: int
    duty: int


@dataclass(frozen=True)
class WriteChargeButton(Button):
    """写名字."""

    tag = "hw"
    number: int
    duty: int


@dataclass(frozen=True)
class EndChargeButton(Button):
    """Ends a charge: 0 asks, 1 does."""

    tag = "he"
    charge_id: int
    sure: int


@dataclass(frozen=True)
class HoursButton(Button):
    """改时间."""

    tag = "hh"
    charge_id: int


@dataclass(frozen=True)
class PhoneButton(Button):
    """显示电话 (1) or not (0)."""

    tag = "hn"
    charge_id: int
    on: int


@dataclass(frozen=True)
class BuildingButton(Button):
    """One building as its head sees it."""

    tag = "bb"
    number: int


@dataclass(frozen=True)
class MyChargesButton(Button):
    """One's own duties, with hours and number."""

    tag = "bm"


@dataclass(frozen=True)
class PostButton(Button):
    """发到楼栋群."""

    tag = "bp"
    number: int


@dataclass(frozen=True)
class ChaseButton(Button):
    """催办."""

    tag = "bc"
    case_id: int


@dataclass(frozen=True)
class ReplyButton(Button):
    """回话."""

    tag = "br"
    case_id: int
