"""Buttons about accounts and offices: 停用, 恢复, roles taken away, /logout, and the second person's answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class PersonButton(Button):
    """One person's account; `back` (1): in place of the question that stands there."""

    tag = "xp"
    member_id: int
    back: int


@dataclass(frozen=True)
class AskSuspendButton(Button):
    """停用: sure?"""

    tag = "xq"
    member_id: int


@dataclass(frozen=True)
class SuspendButton(Button):
    """Yes, 停用."""

    tag = "xs"
    member_id: int


@dataclass(frozen=True)
class BlockButton(Button):
    """拉黑."""

    tag = "xb"
    member_id: int


@dataclass(frozen=True)
class RestoreButton(Button):
    """恢复."""

    tag = "xr"
    member_id: int


@dataclass(frozen=True)
class AskRevokeButton(Button):
    """收回 a role: sure?"""

    tag = "xk"
    member_id: int


@dataclass(frozen=True)
class RevokeButton(Button):
    """Yes, take this role away."""

    tag = "xv"
    member_id: int
    role: str


@dataclass(frozen=True)
class LogoutButton(Button):
    """退出: 1 yes, 0 not now."""

    tag = "xl"
    sure: int


@dataclass(frozen=True)
class SecondButton(Button):
    """同意 (1) or 拒绝 (0) of a proposal."""

    tag = "xo"
    proposal_id: int
    agree: int
