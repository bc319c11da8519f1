"""时长: how long it took, confirming it, /hours, and the proof."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.domain.rights import MINE, Verb, must, must_some
from bot.domain.service_time import read_minutes
from bot.intake.context import BotContext
from bot.services.proofs import ask_for_proof, give_proof, refuse_proof
from bot.services.service_time import (
    ask_to_type,
    must_see_time,
    set_minutes,
    show_times,
    undo_confirming,
)
from bot.storage.dialogs import Dialog
from bot.ui.buttons.service_time import (
    AskProofButton,
    CorrectButton,
    GiveProofButton,
    MinutesButton,
    OtherMinutesButton,
    RefuseProofButton,
    TimesButton,
    UndoMinutesButton,
)
from bot.ui.menu import word_filter
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button


async def on_minutes(update: Update, context: BotContext) -> None:
    """15, 30, 60 or 120 minutes; or ✓, what the holder said."""
    button = MinutesButton.of(update)
    await set_minutes(context.uow, button.hold_id, button.minutes, context.member, now=context.now)
    context.toast("toast-minutes", minutes=button.minutes)


async def on_other(update: Update, context: BotContext) -> None:
    """别的时长: to be typed."""
    await ask_to_type(context.uow, OtherMinutesButton.of(update).hold_id, context.member, now=context.now)
    context.say("minutes-ask")


async def on_typed(update: Update, context: BotContext, dialog: Dialog) -> None:
    """45, 1.5小时, 半小时."""
    minutes = read_minutes(text_of(message_of(update)))
    await set_minutes(context.uow, dialog.ref, minutes, context.member, now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    context.say("minutes-kept", minutes=minutes)


async def on_correct(update: Update, context: BotContext) -> None:
    """改: one person's time on a card of its own."""
    hold_id = CorrectButton.of(update).hold_id
    task = await must_see_time(context.uow, hold_id, context.member)
    context.show("time", hold_id, f"task:{task.id}")


async def on_undo(update: Update, context: BotContext) -> None:
    """撤销 of a confirming."""
    await undo_confirming(context.uow, UndoMinutesButton.of(update).hold_id, context.member, now=context.now)
    context.toast("toast-time-undone")


async def on_times(update: Update, context: BotContext) -> None:
    """核对时长: the list of what waits."""
    must_some(context.member, Verb.CONFIRM_TIME)
    await show_times(context.uow, context.member, now=context.now, round_=context.round)


async def on_hours(update: Update, context: BotContext) -> None:
    """/hours 我的时长."""
    must(context.member, Verb.OWN_TIME, MINE)
    context.show("hours", context.member.id, f"member:{context.member.id}")


async def on_ask_proof(update: Update, context: BotContext) -> None:
    """要证明."""
    await ask_for_proof(context.uow, context.member, AskProofButton.of(update).year, now=context.now)
    context.toast("toast-proof-asked")


async def on_give_proof(update: Update, context: BotContext) -> None:
    """开证明."""
    await give_proof(context.uow, GiveProofButton.of(update).proof_id, context.member, now=context.now)
    context.toast("toast-proof-given")


async def on_refuse_proof(update: Update, context: BotContext) -> None:
    """先不开."""
    await refuse_proof(context.uow, RefuseProofButton.of(update).proof_id, context.member, now=context.now)
    context.toast("toast-proof-refused")


ANSWERS: dict[str, Answer] = {"minutes": on_typed}
ROUTES: list[Route] = [
    CommandHandler("hours", on_hours),
    MessageHandler(word_filter("words-hours"), on_hours),
    on_button(MinutesButton, on_minutes),
    on_button(OtherMinutesButton, on_other),
    on_button(CorrectButton, on_correct),
    on_button(UndoMinutesButton, on_undo),
    on_button(TimesButton, on_times),
    on_button(AskProofButton, on_ask_proof),
    on_button(GiveProofButton, on_give_proof),
    on_button(RefuseProofButton, on_refuse_proof),
]
