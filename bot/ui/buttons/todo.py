"""Buttons of the list of what waits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.errors import RuleError
from bot.ui.buttons.button import Button


@dataclass(frozen=True)
class TodoPageButton(Button):
    """还有 n 件, of one of the lists of what waits."""

    tag = "vp"
    card: str
    page: int


@dataclass(frozen=True)
class TodoShowButton(Button):
    """One thing of the list, shown as its own card."""

    tag = "vs"
    card: str
    ref: int


@dataclass(frozen=True)
class ResendButton(Button):
    """重发."""

    tag = "vr"
    post_id: int


@dataclass(frozen=True)
class ArrivedButton(Button):
    """已送达."""

    tag = "va"
    post_id: int


@dataclass(frozen=True)
class SettleAllButton(Button):
    """All of which nobody knows whether they arrived, up to that post: asked first (`ask_…`), or done."""

    tag = "vz"
    act: str
    upto: int


@dataclass(frozen=True)
class RetryButton(Button):
    """A dead update: tried again."""

    tag = "vt"
    row_id: int


@dataclass(frozen=True)
class PutAwayButton(Button):
    """A dead update: seen, put away."""

    tag = "vd"
    row_id: int


@dataclass(frozen=True)
class PutPostAwayButton(Button):
    """A message that did not get through: seen, put away."""

    tag = "vo"
    post_id: int


@dataclass(frozen=True)
class ResendCardButton(Button):
    """A card that did not get through: tried again as things stand."""

    tag = "vc"
    place_id: int


@dataclass(frozen=True)
class PutCardAwayButton(Button):
    """A card that did not get through: seen, put away."""

    tag = "vx"
    place_id: int


@dataclass(frozen=True)
class RebindButton(Button):
    """A group that we were taken out of: tried again."""

    tag = "vb"
    chat: str

    @property
    def chat_id(self) -> int:
        """Telegram's number of it. Raises RuleError for what is none."""
        return group_number(self.chat)


@dataclass(frozen=True)
class LetGoButton(Button):
    """A group that we were taken out of: it serves nothing any more."""

    tag = "vg"
    chat: str

    @property
    def chat_id(self) -> int:
        """Telegram's number of it. Raises RuleError for what is none."""
        return group_number(self.chat)


def group_number(chat: str) -> int:
    """A group's number as a button carries it: too long for a number of a button. Raises RuleError."""
    if not (chat.startswith("-") and chat[1:].isascii() and chat[1:].isdigit() and len(chat) <= 16):
        raise RuleError("no-stale-button")
    return int(chat)
