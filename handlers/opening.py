"""One's own cards, opened by a command, by its word in private, or by a button."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.rights import MINE, Verb, must, must_some
from bot.intake.context import BotContext, in_group
from bot.services.chats import help_in_group
from bot.services.resting import must_volunteer
from bot.ui.buttons.people import OpenButton
from bot.ui.menu import word_filter
from handlers.route import Handler, Route, on_button


def _oneself(member: Member) -> None:
    must(member, Verb.SELF, MINE)


def _leads(member: Member) -> None:
    must_some(member, Verb.SEE_TEAM)


def _charges(member: Member) -> None:
    must(member, Verb.CHARGE)


def _invites(member: Member) -> None:
    must(member, Verb.INVITE_VOLUNTEER)


OWN: dict[str, Callable[[Member], None]] = {
    "home": _oneself,
    "compounds": _oneself,
    "language": _oneself,
    "family": _oneself,
    "teams": _oneself,
    "rest": must_volunteer,
    "availability": must_volunteer,
    "crews": _leads,
    "charge_compounds": _charges,
    "invite": _invites,
    "invite_volunteer": _invites,
    "invite_leader": _invites,
}
"""Card → what it takes to open it."""


def show_own(context: BotContext, card: str) -> None:
    """One of one's own cards. Raises RuleError without the right to it."""
    if card not in OWN:
        raise RuleError("no-stale-button")
    OWN[card](context.member)
    context.show(card, context.member.id, f"member:{context.member.id}")


def opens(card: str) -> Handler:
    """A handler that shows that card; to whoever asks in a group and cannot be reached, the way to us."""

    async def on_command(update: Update, context: BotContext) -> None:
        chat = update.effective_chat
        if chat is not None and in_group(update) and not context.member.reachable:
            await help_in_group(context.uow, chat.id, now=context.now)
        else:
            show_own(context, card)

    return on_command


async def on_open(update: Update, context: BotContext) -> None:
    """A button that opens one of one's own cards."""
    show_own(context, OpenButton.of(update).card)


ROUTES: list[Route] = [
    CommandHandler("home", opens("home")),
    MessageHandler(word_filter("words-home"), opens("home")),
    MessageHandler(word_filter("words-lang"), opens("language")),
    CommandHandler("family", opens("family")),
    MessageHandler(word_filter("words-family"), opens("family")),
    CommandHandler("join", opens("teams")),
    MessageHandler(word_filter("words-join"), opens("teams")),
    CommandHandler("team", opens("crews")),
    MessageHandler(word_filter("words-team"), opens("crews")),
    CommandHandler("invite", opens("invite")),
    MessageHandler(word_filter("words-invite"), opens("invite")),
    on_button(OpenButton, on_open),
]
