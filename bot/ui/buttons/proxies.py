"""Buttons of what is reported for somebody without Telegram, and of telling them the result."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class ForOtherButton(Button):
    """替别人报, on what 报一件事 asks; `kin`: for that one of one's own, 0: for somebody else."""

    tag = "pxa"
    kin: int


@dataclass(frozen=True)
class WhoseButton(Button):
    """这是谁的事? `own` 1: 我自己的, 0: 替别人报."""

    tag = "pxb"
    draft_id: int
    own: int


@dataclass(frozen=True)
class PersonButton(Button):
    """改称呼."""

    tag = "pxc"
    draft_id: int


@dataclass(frozen=True)
class WayButton(Button):
    """How they are told the result."""

    tag = "pxd"
    draft_id: int
    way: str


@dataclass(frozen=True)
class ToldButton(Button):
    """告诉了."""

    tag = "pxe"
    proxy_id: int


@dataclass(frozen=True)
class NotReachedButton(Button):
    """联系不上."""

    tag = "pxf"
    proxy_id: int


@dataclass(frozen=True)
class UndoToldButton(Button):
    """撤销, after 告诉了."""

    tag = "pxg"
    proxy_id: int
