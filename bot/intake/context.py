"""What a handler is given: the person, their language, the time, and the unit of work."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self, cast

from telegram import Chat as TelegramChat
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.playbook import Playbook
from bot.domain.priority import Priority
from bot.storage.work import UnitOfWork
from bot.ui.i18n import language_of

Data = dict[Any, Any]


@dataclass
class Toast:
    """The answer to a press, as a Fluent key; `start`: opens the private chat with that payload instead."""

    key: str | None = None
    args: dict[str, Any] = field(default_factory=dict)
    alert: bool = False
    start: str | None = None


@dataclass
class Turn:
    """One update's turn in a batch."""

    uow: UnitOfWork
    now: datetime
    update_id: int
    member: Member | None
    language: str
    username: str
    handled: bool = False
    error: BaseException | None = None
    toast: Toast | None = None
    said: int = 0
    context: BotContext | None = None


turn_now: ContextVar[Turn] = ContextVar("turn")


class BotContext(CallbackContext[ExtBot[None], Data, Data, Data]):
    """PTB's context with what Linli's handlers need. Filled from the turn the worker has set."""

    turn: Turn

    @classmethod
    def prepare(
        cls, update: object, application: Application[Any, Any, Any, Any, Any, Any], turn: Turn
    ) -> None:
        """Made before PTB is asked, so that one that cannot be made is a failure: PTB would log the update and
        drop it."""
        context = super().from_update(update, application)
        context.turn, turn.context = turn, context

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> Self:
        """Called by PTB when a handler wants the update."""
        turn = turn_now.get()
        turn.handled = True
        return cast(Self, turn.context)

    @property
    def uow(self) -> UnitOfWork:
        """The transaction this update is handled in."""
        return self.turn.uow

    @property
    def now(self) -> datetime:
        """Aware UTC."""
        return self.turn.now

    @property
    def playbook(self) -> Playbook:
        """How this community works."""
        return self.turn.uow.playbook

    @property
    def username(self) -> str:
        """The bot's own, for links."""
        return self.turn.username

    @property
    def member(self) -> Member:
        """Who acted. Raises RuleError for anonymous admins and channels: they have no authority here."""
        if self.turn.member is None:
            raise RuleError("no-anonymous")
        return self.turn.member

    @property
    def speaker(self) -> Member | None:
        """Who acted, where that needs no authority: None for anonymous admins and channels."""
        return self.turn.member

    @property
    def round(self) -> int:
        """A number that tells this asking from every other: the update's."""
        return self.turn.update_id

    def toast(self, key: str, *, alert: bool = False, **args: Any) -> None:
        """The short answer on top of the screen to a press."""
        self.turn.toast = Toast(key, args, alert)

    def open_private(self, payload: str) -> None:
        """Answers a press by opening the private chat, with Start carrying `payload`."""
        self.turn.toast = Toast(start=payload)

    def say(self, key: str, *, subject: str | None = None, menu: bool = False, **args: Any) -> None:
        """Words to the person who acted, in private; nothing when their private chat does not work."""
        member = self.turn.member
        if member is None or not member.reachable:
            return
        self.turn.said += 1
        dedupe = f"ack:{self.turn.update_id}:{self.turn.said}"
        self.uow.say(
            self.member.telegram_id, key, dedupe=dedupe, now=self.now, subject=subject, menu=menu, **args
        )

    def show(self, card: str, ref: int | None, subject: str | None = None) -> None:
        """A card to the person who acted, in private, anew at the bottom of the chat."""
        self.uow.place(
            card,
            ref,
            self.member.telegram_id,
            now=self.now,
            subject=subject,
            priority=Priority.ANSWER,
            round_=self.round,
            anew=True,
        )


def language_for(sender: dict[str, Any] | None, member: Member | None) -> str:
    """The member's choice, else what their Telegram speaks."""
    return member.language if member else language_of((sender or {}).get("language_code"))


def in_group(update: Update) -> bool:
    """Was it said or pressed in a group?"""
    chat = update.effective_chat
    return chat is not None and chat.type in (TelegramChat.GROUP, TelegramChat.SUPERGROUP)
