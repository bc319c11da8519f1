"""Every card, by name: how one row looks to one reader."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.storage.work import UnitOfWork
from bot.ui.cards import cases, drafts
from bot.ui.screen import Reader, Screen

Card = Callable[[UnitOfWork, int, Reader], Awaitable[Screen | None]]

CARDS: dict[str, Card] = {
    "case": cases.case,
    "case_list": cases.case_list,
    "receipt": cases.receipt,
    "mine": cases.mine,
    "privacy": cases.privacy,
    "followed": cases.followed,
    "draft": drafts.draft,
}
"""None from a card means: there is nothing (any more) that this reader should see; a message already there is deleted."""
