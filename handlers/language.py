"""/lang: one of the three languages, from now on everywhere."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.members import speak_language
from bot.ui.buttons.people import LanguageButton
from bot.ui.i18n import LANGUAGES
from handlers.route import Route, on_button


async def on_language(update: Update, context: BotContext) -> None:
    """A language of the card; the keyboard comes anew in it."""
    language = LanguageButton.of(update).language
    if language not in LANGUAGES:
        raise RuleError("no-stale-button")
    await speak_language(context.uow, context.member, language, now=context.now)
    context.turn.language = language
    context.say("language-chosen", menu=True)


ROUTES: list[Route] = [on_button(LanguageButton, on_language)]
