"""A visit made alone: 开始, 好着呢, 需要人, 结束, as buttons and as words; and 我来 of whoever is called."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler

from bot.intake.context import BotContext
from bot.services.visits.lone import answer_lone, end_lone, give_lone_back, start_lone, take_lone
from bot.storage.watches import Watches, lone_subject
from bot.ui.buttons.lone import (
    EndLoneButton,
    LoneAnswerButton,
    LoneBackButton,
    StartLoneButton,
    TakeLoneButton,
)
from bot.ui.menu import word_filter
from handlers import private
from handlers.route import Handler, Route, on_button


async def on_start(update: Update, context: BotContext) -> None:
    """开始."""
    ref = StartLoneButton.of(update).visit_id
    watch = await start_lone(context.uow, ref, by=context.member, now=context.now)
    context.show("lone", watch.id, lone_subject(watch.id))
    context.toast("toast-below")


async def on_answer(update: Update, context: BotContext) -> None:
    """好着呢, 需要人."""
    button = LoneAnswerButton.of(update)
    await _answer(context, button.watch_id, well=button.well == 1)
    context.toast("toast-lone-well" if button.well == 1 else "toast-lone-need")


async def on_end(update: Update, context: BotContext) -> None:
    """结束, 人没事."""
    await end_lone(context.uow, EndLoneButton.of(update).watch_id, by=context.member, now=context.now)
    context.toast("toast-lone-over")


async def on_take(update: Update, context: BotContext) -> None:
    """我来."""
    await take_lone(context.uow, TakeLoneButton.of(update).watch_id, by=context.member, now=context.now)
    context.toast("toast-search-taken")


async def on_back(update: Update, context: BotContext) -> None:
    """我去不了."""
    await give_lone_back(context.uow, LoneBackButton.of(update).watch_id, by=context.member, now=context.now)
    context.toast("toast-search-cannot")


def _said(well: bool | None) -> Handler:
    """The same in words, by who is there; from anybody else it is what it says. None: 结束."""

    async def on_words(update: Update, context: BotContext) -> None:
        watch = await Watches(context.uow.session).of_member(context.member.id)
        if watch is None:
            await private.on_words(update, context)
        elif well is None:
            await end_lone(context.uow, watch.id or 0, by=context.member, now=context.now)
            context.say("toast-lone-over")
        else:
            await _answer(context, watch.id or 0, well=well)
            context.say("toast-lone-well" if well else "toast-lone-need")

    return on_words


async def _answer(context: BotContext, ref: int, *, well: bool) -> None:
    await answer_lone(context.uow, ref, well=well, by=context.member, now=context.now)


ROUTES: list[Route] = [
    on_button(StartLoneButton, on_start),
    on_button(LoneAnswerButton, on_answer),
    on_button(EndLoneButton, on_end),
    on_button(TakeLoneButton, on_take),
    on_button(LoneBackButton, on_back),
    MessageHandler(word_filter("words-lone-well"), _said(True)),
    MessageHandler(word_filter("words-lone-need"), _said(False)),
    MessageHandler(word_filter("words-lone-end"), _said(None)),
]
