"""Buttons of a visit made alone."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class StartLoneButton(Button):
    """开始."""

    tag = "nla"
    visit_id: int


@dataclass(frozen=True)
class LoneAnswerButton(Button):
    """好着呢 (1), 需要人 (0)."""

    tag = "nlb"
    watch_id: int
    well: int


@dataclass(frozen=True)
class EndLoneButton(Button):
    """结束, 人没事."""

    tag = "nlc"
    watch_id: int


@dataclass(frozen=True)
class TakeLoneButton(Button):
    """我来."""

    tag = "nld"
    watch_id: int


@dataclass(frozen=True)
class LoneBackButton(Button):
    """我去不了."""

    tag = "nle"
    watch_id: int
