"""/family 家属: asking, answering, and ending it."""

from __future__ import annotations

import secrets

from telegram import Update

from bot.intake.context import BotContext
from bot.services import kinship
from bot.storage.dialogs import Dialog
from bot.ui.buttons.kinship import (
    IAmFamilyButton,
    KinAnswerButton,
    KinCodeButton,
    KinEndButton,
    KinRecordButton,
    KinShareButton,
    TieButton,
)
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button


async def on_i_am(update: Update, context: BotContext) -> None:
    """我是家属."""
    IAmFamilyButton.of(update)
    context.show("kin_tie", context.member.id, f"member:{context.member.id}")


async def on_tie(update: Update, context: BotContext) -> None:
    """What they are: then, whose?"""
    await kinship.ask_for_elder(context.uow, context.member, TieButton.of(update).tie, now=context.now)
    context.say("kin-elder-ask")


async def on_elder(update: Update, context: BotContext, dialog: Dialog) -> None:
    """A code, or name and door."""
    tie, wrong = str(dialog.detail["tie"]), int(dialog.detail.get("wrong", 0))
    text = text_of(message_of(update))
    link = await kinship.take_elder(context.uow, context.member, tie, text, now=context.now, wrong=wrong)
    if link is None:
        context.say("kin-code-wrong")
    else:
        context.say("kin-asked" if link.elder_id else "kin-asked-in-person")


async def on_code(update: Update, context: BotContext) -> None:
    """给家人的码."""
    KinCodeButton.of(update)
    code = f"{secrets.randbelow(10**9):09}"
    await kinship.make_code(context.uow, context.member, code, now=context.now)
    context.say("kin-code", code=f"{code[:3]} {code[3:6]} {code[6:]}")


async def on_answer(update: Update, context: BotContext) -> None:
    """同意 or 拒绝."""
    button = KinAnswerButton.of(update)
    agree = bool(button.agree)
    await kinship.answer(context.uow, button.link_id, context.member, agree=agree, now=context.now)
    context.toast("toast-kin-yes" if agree else "toast-kin-no")


async def on_share(update: Update, context: BotContext) -> None:
    """告诉家人, and back."""
    button = KinShareButton.of(update)
    shares = bool(button.shares)
    await kinship.set_sharing(context.uow, button.link_id, context.member, shares=shares, now=context.now)
    context.toast("toast-kin-share" if shares else "toast-kin-unshare")


async def on_record(update: Update, context: BotContext) -> None:
    """老人同意, 老人不同意."""
    button = KinRecordButton.of(update)
    agree, shares = button.said > 0, button.said == 2
    await kinship.record_answer(
        context.uow, button.link_id, context.member, agree=agree, shares=shares, now=context.now
    )
    context.toast("toast-kin-recorded")


async def on_end(update: Update, context: BotContext) -> None:
    """解除."""
    await kinship.end_link(context.uow, KinEndButton.of(update).link_id, context.member, now=context.now)
    context.toast("toast-kin-ended")


ANSWERS: dict[str, Answer] = {"kin_elder": on_elder}
ROUTES: list[Route] = [
    on_button(IAmFamilyButton, on_i_am),
    on_button(TieButton, on_tie),
    on_button(KinCodeButton, on_code),
    on_button(KinAnswerButton, on_answer),
    on_button(KinShareButton, on_share),
    on_button(KinRecordButton, on_record),
    on_button(KinEndButton, on_end),
]
