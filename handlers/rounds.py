"""/rounds 我的探访: one's list of visits, and the way to each of them."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.pages import page_ref
from bot.domain.rights import Verb, must
from bot.domain.rights.checking import MINE
from bot.intake.context import BotContext
from bot.services.visits.knowing import must_be_asked
from bot.services.visits.listing import open_rounds
from bot.ui.buttons.visits import MyRoundsButton, OpenVisitButton, RoundsButton
from bot.ui.menu import word_filter
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_rounds(update: Update, context: BotContext) -> None:
    """/rounds, 我的探访, or the button on another list."""
    await open_rounds(context.uow, context.member, now=context.now, round_=context.round)


async def on_page(update: Update, context: BotContext) -> None:
    """Another page, or back from one visit."""
    must(context.member, Verb.HOLD_VISIT, MINE)
    number = context.member.id or 0
    page = page_ref(number, RoundsButton.of(update).page)
    await turn(update, context, "my_visits", page, f"rounds:{number}")


async def on_open(update: Update, context: BotContext) -> None:
    """One of the list: its details for who goes, the question for who is asked."""
    ref = OpenVisitButton.of(update).visit_id
    visit = await context.uow.visits.get(ref)
    if visit.held_by(context.member.id):
        context.uow.looked("visit", f"household:{visit.household_id}", by=context.member.id, now=context.now)
        await turn(update, context, "visit_details", ref, f"visit:{ref}")
    else:
        await must_be_asked(context.uow, visit, context.member, now=context.now)
        await turn(update, context, "visit_offer", ref, f"visit:{ref}")


ROUTES: list[Route] = [
    CommandHandler("rounds", on_rounds, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-rounds"), on_rounds),
    on_button(MyRoundsButton, on_rounds),
    on_button(RoundsButton, on_page),
    on_button(OpenVisitButton, on_open),
]
