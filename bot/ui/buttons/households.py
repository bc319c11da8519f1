"""Buttons under a household."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class HouseholdCodeButton(Button):
    """发住户码."""

    tag = "hk"
    household_id: int
