"""/start, and the private chat opening and closing."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberUpdated, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

import handlers
from bot.domain import consent
from bot.intake.context import BotContext, turn_now
from bot.services.consent import ask_consent
from bot.services.members import mark_blocked, mark_started
from bot.ui.menu import word_filter
from handlers.help import on_help
from handlers.route import Route


async def on_private(update: Update, context: BotContext) -> None:
    """Anything said in private, before whatever it means: we may write to them now."""
    await mark_started(context.uow, context.member, now=context.now)


async def on_private_press(update: Update, context: BotContext) -> None:
    """A press in private by somebody we could not write to; what it means is another handler's to say."""
    context.turn.handled = False
    await mark_started(context.uow, context.member, now=context.now)


class _PressOfWhoWasAway(CallbackQueryHandler[BotContext, None]):
    """Any press in private, by somebody we think we cannot write to."""

    def check_update(self, update: object) -> bool:
        """Whether it is one."""
        query = update.callback_query if isinstance(update, Update) else None
        if query is None or query.message is None or query.message.chat.type != "private":
            return False
        member = turn_now.get().member
        return member is not None and not member.reachable


async def on_start(update: Update, context: BotContext) -> None:
    """Start, perhaps with what a link carried: `prefix_rest`."""
    prefix, _, rest = (context.args[0] if context.args else "").partition("_")
    follow = handlers.starts().get(prefix)
    if context.member.consented != consent.TEXT:
        ask_consent(context.uow, context.member, now=context.now, round_=context.round)
    elif follow is None or context.member.started_at == context.now:
        welcome(context, ask=follow is None)
    if follow is not None:
        await follow(update, context, rest)


def welcome(context: BotContext, *, ask: bool) -> None:
    """Who we are, and once, skippable, where they live."""
    member = context.member
    context.say("welcome", menu=True, community=dict(context.playbook.community))
    if ask and member.building is None:
        context.show("home", member.id, f"member:{member.id}")


async def on_private_change(change: ChatMemberUpdated, context: BotContext) -> None:
    """Somebody blocked us, or came back."""
    if change.new_chat_member.status == ChatMember.BANNED:
        await mark_blocked(context.uow, context.member, now=context.now)
    elif change.new_chat_member.status == ChatMember.MEMBER:
        await mark_started(context.uow, context.member, now=context.now)


FIRST: list[Route] = [
    MessageHandler(filters.ChatType.PRIVATE, on_private),
    _PressOfWhoWasAway(on_private_press),
]
"""Runs before all others, and lets them run too."""
ROUTES: list[Route] = [
    CommandHandler("start", on_start, filters.ChatType.PRIVATE),
    CommandHandler("start", on_help, filters.ChatType.GROUPS),
    MessageHandler(word_filter("words-start"), on_start),
]
