"""Buttons of dangers, of 求助, and of the calls to the coordinators."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class TakeAlarmButton(Button):
    """我来处理."""

    tag = "at"
    alarm_id: int


@dataclass(frozen=True)
class ReleaseAlarmButton(Button):
    """我去不了, by who took it."""

    tag = "ar"
    alarm_id: int


@dataclass(frozen=True)
class FinishAlarmButton(Button):
    """处理好了, by who took it."""

    tag = "ao"
    alarm_id: int


@dataclass(frozen=True)
class FalseAlarmButton(Button):
    """误报: asks whether that is sure."""

    tag = "af"
    alarm_id: int


@dataclass(frozen=True)
class DismissAlarmButton(Button):
    """Yes, 误报."""

    tag = "ad"
    alarm_id: int


@dataclass(frozen=True)
class BackToAlarmButton(Button):
    """No, back to the call."""

    tag = "ab"
    alarm_id: int


@dataclass(frozen=True)
class WordButton(Button):
    """What somebody there tells us: 我已打电话, 我在现场能帮忙, 请给我打电话, 我现在不安全."""

    tag = "aw"
    alarm_id: int
    word: str


@dataclass(frozen=True)
class MistakenButton(Button):
    """按错了."""

    tag = "am"
    alarm_id: int


URGENT_TAGS = frozenset(
    button.tag
    for button in (
        TakeAlarmButton,
        ReleaseAlarmButton,
        FinishAlarmButton,
        FalseAlarmButton,
        DismissAlarmButton,
        BackToAlarmButton,
        WordButton,
        MistakenButton,
    )
)
"""Buttons that nobody presses too fast."""
