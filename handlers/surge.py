"""/surge 加看一轮: put together by buttons, followed on a board, ended by button; and one household at a time."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.visits.holidays import open_holiday_round
from bot.services.visits.surging import end_surge, look_in_soon, open_surge, press_surge, start_surge
from bot.storage.care import CARE
from bot.ui.buttons.surge import (
    ChangedButton,
    HolidayRoundButton,
    SoonButton,
    SurgeEndButton,
    SurgeKindButton,
    SurgeNextButton,
    SurgePlaceButton,
    SurgeReasonButton,
    SurgeStartButton,
)
from bot.ui.menu import word_filter
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_surge(update: Update, context: BotContext) -> None:
    """/surge: why?"""
    found = await open_surge(context.uow, by=context.member, now=context.now)
    context.show("surge", found.id, f"surge:{found.id}")


async def on_reason(update: Update, context: BotContext) -> None:
    """Then whom."""
    button = SurgeReasonButton.of(update)
    await press_surge(context.uow, button.surge_id, "reason", button.reason, by=context.member)


async def on_kind(update: Update, context: BotContext) -> None:
    """One kind of households."""
    button = SurgeKindButton.of(update)
    await press_surge(context.uow, button.surge_id, "category", button.category, by=context.member)


async def on_place(update: Update, context: BotContext) -> None:
    """One building."""
    button = SurgePlaceButton.of(update)
    await press_surge(context.uow, button.surge_id, "place", button.place, by=context.member)


async def on_next(update: Update, context: BotContext) -> None:
    """下一步."""
    await press_surge(context.uow, SurgeNextButton.of(update).surge_id, "next", 0, by=context.member)


async def on_start(update: Update, context: BotContext) -> None:
    """Until when: it begins."""
    button = SurgeStartButton.of(update)
    await start_surge(context.uow, button.surge_id, button.days, by=context.member, now=context.now)
    context.toast("toast-surge-started")


async def on_end(update: Update, context: BotContext) -> None:
    """结束."""
    await end_surge(context.uow, SurgeEndButton.of(update).surge_id, by=context.member, now=context.now)
    context.toast("toast-surge-ended")


async def on_holiday(update: Update, context: BotContext) -> None:
    """节前看一轮."""
    first = HolidayRoundButton.of(update).first
    found = await open_holiday_round(context.uow, first, by=context.member, now=context.now)
    context.show("surge", found.id, f"surge:{found.id}")


async def on_changed(update: Update, context: BotContext) -> None:
    """有变化的住户."""
    ChangedButton.of(update)
    must(context.member, Verb.PLAN_VISITS)
    context.uow.looked("care", CARE, by=context.member.id, now=context.now)
    await turn(update, context, "changed", 0, CARE)


async def on_soon(update: Update, context: BotContext) -> None:
    """24 小时内去看看."""
    number = SoonButton.of(update).household_id
    await look_in_soon(context.uow, number, by=context.member, now=context.now)
    context.toast("toast-soon")


ROUTES: list[Route] = [
    CommandHandler("surge", on_surge, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-surge"), on_surge),
    on_button(SurgeReasonButton, on_reason),
    on_button(SurgeKindButton, on_kind),
    on_button(SurgePlaceButton, on_place),
    on_button(SurgeNextButton, on_next),
    on_button(SurgeStartButton, on_start),
    on_button(SurgeEndButton, on_end),
    on_button(HolidayRoundButton, on_holiday),
    on_button(ChangedButton, on_changed),
    on_button(SoonButton, on_soon),
]
