"""Gives each update its turn: the person, the handler, and what is answered when the transaction is through."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import Application

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.role import Access
from bot.intake.context import Toast, Turn, in_group, language_for, turn_now
from bot.intake.doorstep import UNREADABLE
from bot.intake.foreseeing import foresee, writers
from bot.intake.haste import Haste, Verdict
from bot.intake.incoming import Incoming
from bot.intake.shapes import is_asked_for, is_readable
from bot.intake.sights import Sight
from bot.intake.strays import Message, find_strays, settle_stray
from bot.intake.wanted import person_of
from bot.meter import METER
from bot.services.chats import help_in_group
from bot.services.consent import ask_again
from bot.services.floods import show_flood
from bot.storage.work import UnitOfWork
from bot.ui.buttons.alarms import URGENT_TAGS

HANDLER_S = 5

App = Application[Any, Any, Any, Any, Any, Any]


Inner = Callable[[UnitOfWork, dict[str, Any], datetime], Awaitable[None]]
"""What to do with a row the machinery has put into the inbox itself; Telegram's updates have numbers above 0."""


class UnparseableError(Exception):
    """PTB cannot read this update; trying again would not help."""


@dataclass(frozen=True)
class Answer:
    """What to tell Telegram about a press once its transaction is through."""

    query_id: str
    toast: Toast
    language: str
    heard_at: float | None
    now: datetime


class Turns:
    """Runs PTB's handlers on updates, inside somebody else's transaction."""

    def __init__(self, application: App, haste: Haste, inner: Mapping[str, Inner]) -> None:
        self._application = application
        self._inner = inner
        self._haste = haste
        self._met: dict[int, Member] = {}
        self._strays: set[Message] = set()
        application.add_error_handler(_keep_error)

    async def meet(self, uow: UnitOfWork, incoming: list[Incoming]) -> None:
        """Reads everybody in the batch in one query; who writes for the first time becomes a member.

        In a second one, which of the messages they act on no row knows. What cannot be read is passed over: it is found
        out in its turn.
        """
        incoming = [one for one in incoming if is_readable(one.payload)]
        foresee(uow.expected, incoming)
        senders = {s["id"]: s for one in incoming if (s := person_of(one.payload))}
        self._met = await uow.members.by_telegram(senders)
        strangers = False
        for number, sender in senders.items():
            if number not in self._met:
                name = " ".join(filter(None, (sender.get("first_name"), sender.get("last_name"))))
                member = Member(
                    telegram_id=number, name=name[:64] or str(number), language=language_for(sender, None)
                )
                uow.add(member)
                self._met[number] = member
                strangers = True
        if strangers:
            await uow.numbered()
        uow.expected.writers |= writers(incoming, self._met)
        sights = (Sight.of(one.payload, self._application.bot.id) for one in incoming)
        self._strays = await find_strays(uow, filter(None, sights))

    async def take(self, uow: UnitOfWork, one: Incoming, now: datetime) -> tuple[bool, Answer | None]:
        """One update's turn: (did a handler want it, what to answer). Raises what a handler raised."""
        if one.update_id < 0:
            await self._inner[one.payload["inner"]](uow, one.payload, now)
            return True, None
        if UNREADABLE not in one.payload and not is_asked_for(one.payload):
            return False, None
        update = self._parse(one)
        sender = person_of(one.payload)
        member = self._met.get(sender["id"]) if sender else None
        await self._settle(uow, one, now)
        turn = Turn(
            uow, now, one.update_id, member, language_for(sender, member), self._application.bot.username
        )
        if (
            update.callback_query
            and member
            and (hasty := await self._slow_down(uow, member, one, update, now))
        ):
            answer = Answer(update.callback_query.id, hasty, turn.language, one.heard_at, now)
            return True, answer
        self._application.context_types.context.prepare(update, self._application, turn)
        token, started = turn_now.set(turn), monotonic()
        try:
            async with asyncio.timeout(
                HANDLER_S
            ):  # not wait_for: that would let others in between two updates
                await self._application.process_update(update)
        finally:
            turn_now.reset(token)
            METER.took(monotonic() - started)
        if isinstance(turn.error, RuleError):
            METER.said_no[turn.error.key] += 1
            await _refuse(turn, update, turn.error)
        elif turn.error is not None:
            raise turn.error
        query = update.callback_query
        if query is None:
            return turn.handled, None
        if turn.handled and member is not None:
            ask_again(uow, member, now=now)
        if not turn.handled:
            turn.toast = Toast("no-stale-button")
            await _freshen(turn, update)
        return turn.handled, Answer(query.id, turn.toast or Toast(), turn.language, one.heard_at, now)

    async def _settle(self, uow: UnitOfWork, one: Incoming, now: datetime) -> None:
        """Any act on a message of ours settles its row."""
        sight = Sight.of(one.payload, self._application.bot.id) if self._strays else None
        if sight and (message := (sight.chat_id, sight.message_id)) in self._strays:
            self._strays.discard(message)
            await settle_stray(uow, sight, self._application.bot.username, now)

    async def _slow_down(
        self, uow: UnitOfWork, member: Member, one: Incoming, update: Update, now: datetime
    ) -> Toast | None:
        """What somebody hears who presses much too fast; whatever belongs to a danger is never too fast."""
        query = update.callback_query
        if query is None or (query.data or "").split(":")[0] in URGENT_TAGS:
            return None
        most = uow.playbook.limits.presses_a_minute
        verdict = self._haste.judge(member.telegram_id, one.update_id, most)
        if verdict is Verdict.TOO_FAST:
            await show_flood(uow, member, "alert-flood-presses", now=now)
            return Toast("no-too-many-presses", alert=True)
        return Toast() if verdict is Verdict.STILL_TOO_FAST else None

    def _parse(self, one: Incoming) -> Update:
        if not is_readable(one.payload):
            raise UnparseableError(UNREADABLE)
        try:
            update = Update.de_json(one.payload, self._application.bot)
        except Exception as error:
            raise UnparseableError(type(error).__name__) from error
        return update


async def _keep_error(_: object, context: object) -> None:
    """PTB's one error handler: keeps the exception so that the worker can raise it again."""
    turn_now.get().error = getattr(context, "error", None)


async def _refuse(turn: Turn, update: Update, refusal: RuleError) -> None:
    """A rule's no: a toast and a fresh card for a press; words in private for a message, never in a group.

    Who is on the block list hears it once a day. Who asked something in a group and cannot be written to is shown
    the way there, without the no.
    """
    if update.callback_query is not None:
        turn.toast = Toast(refusal.key, refusal.args_, alert=True)
        await _freshen(turn, update)
    elif turn.member is not None and turn.member.reachable:
        once = f"{turn.now:%F}" if turn.member.access is Access.BLOCKED else turn.update_id
        said = f"no:{turn.member.id}:{once}"
        turn.uow.say(turn.member.telegram_id, refusal.key, dedupe=said, now=turn.now, **refusal.args_)
    elif update.message and in_group(update) and (update.message.text or "").startswith("/"):
        await help_in_group(turn.uow, update.message.chat.id, now=turn.now)


async def _freshen(turn: Turn, update: Update) -> None:
    """The card that was pressed shows how things stand now."""
    message = update.callback_query.message if update.callback_query else None
    if isinstance(message, TelegramMessage):
        subject = await turn.uow.shown.subject_at(message.chat.id, message.message_id)
        if subject:
            turn.uow.touch(subject)
