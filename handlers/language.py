"""/lang: one of the three languages, from now on everywhere; or a group's."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler

from bot.domain.errors import RuleError
from bot.domain.rights import Verb, may
from bot.intake.context import BotContext, in_group
from bot.services.chats import known_group, show_group
from bot.services.group_language import choose_group_language
from bot.services.members import speak_language
from bot.ui.buttons.chats import GroupLanguageButton
from bot.ui.buttons.people import LanguageButton
from bot.ui.i18n import LANGUAGES
from handlers.opening import opens
from handlers.reading import message_of
from handlers.route import Route, on_button


async def on_language(update: Update, context: BotContext) -> None:
    """A language of the card; the keyboard comes anew in it."""
    language = LanguageButton.of(update).language
    if language not in LANGUAGES:
        raise RuleError("no-stale-button")
    await speak_language(context.uow, context.member, language, now=context.now)
    context.turn.language = language
    context.say("language-chosen", menu=True)


async def on_lang(update: Update, context: BotContext) -> None:
    """/lang: one's own; in a group, from who says what it is for, the group's."""
    if not in_group(update) or not may(context.member, Verb.BIND):
        await opens("language")(update, context)
        return
    chat = message_of(update).chat
    await known_group(context.uow, chat.id, chat.title)
    show_group(context.uow, "group_language", 0, chat.id, now=context.now, round_=context.round)


async def on_group_language(update: Update, context: BotContext) -> None:
    """A language of the group's card."""
    language, chat = GroupLanguageButton.of(update).language, message_of(update).chat
    if language not in LANGUAGES or not in_group(update):
        raise RuleError("no-stale-button")
    await choose_group_language(
        context.uow, chat.id, chat.title, language, by=context.member, now=context.now
    )
    context.toast("toast-group-language")


ROUTES: list[Route] = [
    CommandHandler("lang", on_lang),
    on_button(LanguageButton, on_language),
    on_button(GroupLanguageButton, on_group_language),
]
