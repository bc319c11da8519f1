"""/family 家属: asking, answering, and ending it."""

from __future__ import annotations

import secrets

from telegram import Update

from bot.domain.pages import page_ref
from bot.domain.rights import Subject, Verb, must
from bot.intake.context import BotContext
from bot.services import kin_asking, kinship
from bot.storage.dialogs import Dialog
from bot.ui.buttons.kinship import (
    IAmFamilyButton,
    KinAnswerButton,
    KinBackButton,
    KinCodeButton,
    KinEndButton,
    KinGoButton,
    KinRecordButton,
    KinSendButton,
    KinSendListButton,
    KinShareButton,
    TieButton,
)
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn


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


async def on_send_list(update: Update, context: BotContext) -> None:
    """请人去问: whom?"""
    button = KinSendListButton.of(update)
    link = await context.uow.kin.get(button.link_id)
    must(context.member, Verb.KIN_SEND, Subject(place=link.place.public))
    ref = page_ref(button.link_id, button.page)
    await turn(update, context, "kin_send", ref, f"kin:{button.link_id}")


async def on_send(update: Update, context: BotContext) -> None:
    """That person."""
    button = KinSendButton.of(update)
    person = await kin_asking.send_asker(
        context.uow, button.link_id, button.member_id, by=context.member, now=context.now
    )
    await turn(update, context, "kin_visit", button.link_id, f"kin:{button.link_id}")
    context.toast("toast-kin-sent", name=person.name)


async def on_go(update: Update, context: BotContext) -> None:
    """好: whom, and where."""
    link_id = KinGoButton.of(update).link_id
    await kin_asking.agree_to_ask(context.uow, link_id, by=context.member, now=context.now)
    await turn(update, context, "kin_visit", link_id, f"kin:{link_id}")
    context.toast("toast-below")


async def on_back(update: Update, context: BotContext) -> None:
    """我去不了."""
    link_id = KinBackButton.of(update).link_id
    await kin_asking.hand_back_asking(context.uow, link_id, by=context.member, now=context.now)
    context.toast("toast-refused")


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
    on_button(KinSendListButton, on_send_list),
    on_button(KinSendButton, on_send),
    on_button(KinGoButton, on_go),
    on_button(KinBackButton, on_back),
    on_button(KinEndButton, on_end),
]
