"""同意 and 不同意."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.consent import give_consent, refuse_consent
from bot.ui.buttons.privacy import ConsentButton
from handlers.route import Route, on_button
from handlers.start import welcome


async def on_consent(update: Update, context: BotContext) -> None:
    """One of the two answers; who agrees for the first time is welcomed."""
    button = ConsentButton.of(update)
    if not button.given:
        await refuse_consent(context.uow, context.member, button.version, now=context.now)
        context.toast("toast-consent-refused")
        return
    if await give_consent(context.uow, context.member, button.version, now=context.now):
        welcome(context, ask=await context.uow.drafts.open_of(context.member.id) is None)
    context.toast("toast-consent-given")


ROUTES: list[Route] = [on_button(ConsentButton, on_consent)]
