"""What came of a visit, written in private instead of pressed: 见到了, 打电话联系上了, 不想见, 住院了, 出门住一阵."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler

from bot.domain.pages import page_ref
from bot.domain.visit import Outcome
from bot.intake.context import BotContext
from bot.services.visits.promising import tell_outcome
from bot.ui.cards.outcomes import ABSENT, SAID
from bot.ui.menu import word_filter
from handlers import private
from handlers.route import Route


async def on_met(update: Update, context: BotContext) -> None:
    """见到了."""
    await _said(update, context, Outcome.MET)


async def on_phoned(update: Update, context: BotContext) -> None:
    """打电话联系上了."""
    await _said(update, context, Outcome.PHONED)


async def on_refused(update: Update, context: BotContext) -> None:
    """不想见."""
    await _said(update, context, Outcome.REFUSED)


async def on_in_hospital(update: Update, context: BotContext) -> None:
    """住院了."""
    await _said(update, context, Outcome.IN_HOSPITAL)


async def on_away(update: Update, context: BotContext) -> None:
    """出门住一阵."""
    await _said(update, context, Outcome.AWAY)


async def _said(update: Update, context: BotContext, outcome: Outcome) -> None:
    """Of the one visit they hold; of several is asked which; from anybody else it is what it says."""
    me = context.member.id or 0
    visits = [one for one in await context.uow.visits.held_by(me) if one.held_by(me) is not None]
    if not visits:
        await private.on_words(update, context)
    elif len(visits) > 1:
        context.show("outcome_which", page_ref(me, SAID.index(outcome)), f"rounds:{me}")
    elif outcome in ABSENT:
        context.show(ABSENT[outcome], visits[0].id, f"visit:{visits[0].id}")
    else:
        ref = visits[0].id or 0
        enough = await tell_outcome(context.uow, ref, outcome, by=context.member, now=context.now)
        context.show("visit_details", ref, f"visit:{ref}")
        if not enough:
            context.say("visit-go-too")


ROUTES: list[Route] = [
    MessageHandler(word_filter("words-met"), on_met),
    MessageHandler(word_filter("words-phoned"), on_phoned),
    MessageHandler(word_filter("words-refused"), on_refused),
    MessageHandler(word_filter("words-in-hospital"), on_in_hospital),
    MessageHandler(word_filter("words-away"), on_away),
]
