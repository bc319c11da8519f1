"""/visits: the care list, its helpers and its pauses."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.visits.pairing import pair_helper, unpair_helper
from bot.services.visits.pausing import ask_pause
from bot.storage.care import CARE
from bot.ui.buttons.care import (
    CareHomeButton,
    CarePageButton,
    PairButton,
    PairListButton,
    PauseButton,
    PauseListButton,
    UnpairButton,
)
from bot.ui.menu import word_filter
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_visits(update: Update, context: BotContext) -> None:
    """/visits 探访."""
    must(context.member, Verb.PLAN_VISITS)
    context.uow.looked("care", CARE, by=context.member.id, now=context.now)
    context.show("care", 0, CARE)


async def on_page(update: Update, context: BotContext) -> None:
    """Another page."""
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care", CarePageButton.of(update).page, CARE)


async def on_home(update: Update, context: BotContext) -> None:
    """One household, also back from a question."""
    number = CareHomeButton.of(update).household_id
    must(context.member, Verb.PLAN_VISITS)
    await context.uow.households.get(number)
    context.uow.looked("care", f"household:{number}", by=context.member.id, now=context.now)
    await turn(update, context, "care_home", number, CARE)


async def on_pair_list(update: Update, context: BotContext) -> None:
    """结对."""
    number = PairListButton.of(update).household_id
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_pair", number, CARE)


async def on_pair(update: Update, context: BotContext) -> None:
    """With this person."""
    button = PairButton.of(update)
    helper = await pair_helper(
        context.uow, button.household_id, button.member_id, by=context.member, now=context.now
    )
    await turn(update, context, "care_home", button.household_id, CARE)
    context.toast("toast-paired", name=helper.name)


async def on_unpair(update: Update, context: BotContext) -> None:
    """No longer."""
    button = UnpairButton.of(update)
    await unpair_helper(
        context.uow, button.household_id, button.member_id, by=context.member, now=context.now
    )
    context.toast("toast-unpaired")


async def on_pause_list(update: Update, context: BotContext) -> None:
    """暂停."""
    number = PauseListButton.of(update).household_id
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_pause", number, CARE)


async def on_pause(update: Update, context: BotContext) -> None:
    """For that reason, so long."""
    button = PauseButton.of(update)
    days = None if button.days is None else timedelta(days=min(button.days, 999))
    until = None if days is None else context.playbook.day(context.now) + days
    await ask_pause(
        context.uow, button.household_id, button.reason, until, by=context.member, now=context.now
    )
    await turn(update, context, "care_home", button.household_id, CARE)
    context.toast("toast-pause-asked")


ROUTES: list[Route] = [
    CommandHandler("visits", on_visits),
    MessageHandler(word_filter("words-visits"), on_visits),
    on_button(CarePageButton, on_page),
    on_button(CareHomeButton, on_home),
    on_button(PairListButton, on_pair_list),
    on_button(PairButton, on_pair),
    on_button(UnpairButton, on_unpair),
    on_button(PauseListButton, on_pause_list),
    on_button(PauseButton, on_pause),
]
