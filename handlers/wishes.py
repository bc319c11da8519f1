"""来人要求: what a household wishes of whoever comes."""

from __future__ import annotations

from telegram import Update

from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.visits.wishing import set_wish
from bot.storage.care import CARE
from bot.ui.buttons.care import WishButton, WishListButton
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_wishes(update: Update, context: BotContext) -> None:
    """来人要求."""
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_wishes", WishListButton.of(update).household_id, CARE)


async def on_wish(update: Update, context: BotContext) -> None:
    """One of them, on or off."""
    button = WishButton.of(update)
    await set_wish(context.uow, button.household_id, button.wish, by=context.member, now=context.now)
    context.toast("toast-wish")


ROUTES: list[Route] = [on_button(WishListButton, on_wishes), on_button(WishButton, on_wish)]
