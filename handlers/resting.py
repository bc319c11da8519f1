"""/rest 休息, and the hours somebody wants to be asked."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.intake.context import BotContext
from bot.services.resting import choose_hours, rest
from bot.ui.buttons.people import HoursButton, RestButton
from bot.ui.menu import word_filter
from handlers.route import Route, on_button


async def on_rest(update: Update, context: BotContext) -> None:
    """/rest 休息: rests, or is back; the card says which, for how long, and how to undo it."""
    await rest(context.uow, context.member, not context.member.resting, now=context.now)
    context.show("rest", context.member.id, f"member:{context.member.id}")


async def on_rest_button(update: Update, context: BotContext) -> None:
    """休息, 1 天, 1 周 or 我回来了, on the card."""
    button = RestButton.of(update)
    resting = bool(button.resting)
    await rest(context.uow, context.member, resting, now=context.now, days=button.days)
    context.toast("toast-rest-on" if resting else "toast-rest-off")


async def on_hours(update: Update, context: BotContext) -> None:
    """One of the six times of the week."""
    button = HoursButton.of(update)
    await choose_hours(context.uow, context.member, button.slot, bool(button.on), now=context.now)
    context.toast("toast-hours-on" if button.on else "toast-hours-off")


ROUTES: list[Route] = [
    CommandHandler("rest", on_rest),
    MessageHandler(word_filter("words-rest"), on_rest),
    on_button(RestButton, on_rest_button),
    on_button(HoursButton, on_hours),
]
