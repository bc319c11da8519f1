"""Buttons about what is stored: 同意, 我的资料, 忘记我."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class ConsentButton(Button):
    """同意 (1) or 不同意 (0) to the text of that number."""

    tag = "yc"
    version: int
    given: int


@dataclass(frozen=True)
class ForgetButton(Button):
    """忘记我, the first step; `keep`: open reports go on without a name (1) or are withdrawn (0)."""

    tag = "yf"
    keep: int


@dataclass(frozen=True)
class ForgetForGoodButton(Button):
    """忘记我, the second step."""

    tag = "yg"
    keep: int


@dataclass(frozen=True)
class StayKnownButton(Button):
    """先不忘."""

    tag = "ys"
