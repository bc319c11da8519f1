"""An emergency: 平安 and 需要帮助 wherever it is read, 点名 and 解除 for whoever is in charge."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.emergencies import answering, calling
from bot.ui.buttons.emergencies import FamilySafeButton, NeedHelpNowButton, RollButton, SafeButton
from handlers.reading import message_of
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_safe(update: Update, context: BotContext) -> None:
    """平安."""
    number, chat = SafeButton.of(update).notice_id, message_of(update).chat.id
    new = await answering.say_safe(context.uow, number, chat, context.member, now=context.now)
    context.toast("toast-safe" if new else "toast-safe-already")


async def on_family(update: Update, context: BotContext) -> None:
    """替家人."""
    number = FamilySafeButton.of(update).notice_id
    count = await answering.say_family_safe(context.uow, number, context.member, now=context.now)
    context.toast("toast-family-safe", count=count)


async def on_help(update: Update, context: BotContext) -> None:
    """需要帮助."""
    number, chat = NeedHelpNowButton.of(update).notice_id, message_of(update).chat.id
    await answering.need_help(context.uow, number, chat, context.member, now=context.now)
    context.toast("toast-help-called", alert=True)


async def on_roll(update: Update, context: BotContext) -> None:
    """The board, the households on the care list, 解除."""
    button = RollButton.of(update)
    number, act = button.notice_id, button.act
    if act == "care":
        await calling.must_see_roll(context.uow, number, context.member, now=context.now)
        await _turn(update, context, "roll_care", number)
    elif act == "board":
        await calling.look_at_board(context.uow, number, context.member, now=context.now)
        await _turn(update, context, "roll_call", number)
    elif act == "ask":
        must(context.member, Verb.EMERGENCY)
        await _turn(update, context, "roll_lift", number)
    elif act == "lift":
        await calling.lift_emergency(context.uow, number, context.member, now=context.now)
        context.toast("toast-roll-lifted")
    else:
        raise RuleError("no-stale-button")


async def _turn(update: Update, context: BotContext, card: str, number: int) -> None:
    await turn(update, context, card, number, f"roll:{number}")


ROUTES: list[Route] = [
    on_button(SafeButton, on_safe),
    on_button(FamilySafeButton, on_family),
    on_button(NeedHelpNowButton, on_help),
    on_button(RollButton, on_roll),
]
