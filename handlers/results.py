"""办好了, 已解决, 没解决, ★, and the words that belong to them."""

from __future__ import annotations

from telegram import Update

from bot.domain.case import CaseState
from bot.intake.context import BotContext
from bot.services.answering import ASIDES, take_answer
from bot.services.results import finish_task
from bot.services.verdicts import (
    confirm_case,
    dispute_case,
    rate_case,
    reopen_case,
    report_again,
)
from bot.storage.dialogs import Dialog
from bot.ui.buttons.results import (
    DisputeButton,
    NotSolvedButton,
    ReportAgainButton,
    SolvedButton,
    StarsButton,
)
from bot.ui.buttons.tasks import DoneButton
from handlers.reading import message_of, words_of
from handlers.route import Answer, Route, on_button


async def on_done(update: Update, context: BotContext) -> None:
    """办好了."""
    task = await finish_task(context.uow, DoneButton.of(update).task_id, context.member, now=context.now)
    context.toast("toast-done", no=task.number)


async def on_solved(update: Update, context: BotContext) -> None:
    """已解决."""
    case = await confirm_case(context.uow, SolvedButton.of(update).case_id, context.member, now=context.now)
    context.toast("toast-solved", no=case.number)


async def on_not_solved(update: Update, context: BotContext) -> None:
    """没解决; after 30 days the same matter is offered as a new case."""
    case = await context.uow.cases.get(NotSolvedButton.of(update).case_id)
    own = case.reporter_id is not None and case.reporter_id == context.member.id
    if own and case.state is CaseState.CLOSED and not case.may_reopen(context.now):
        context.show("again", case.id, f"case:{case.id}")
        return
    await reopen_case(context.uow, case.id or 0, context.member, now=context.now)
    context.toast("toast-reopened", no=case.number)


async def on_dispute(update: Update, context: BotContext) -> None:
    """我有意见."""
    await dispute_case(context.uow, DisputeButton.of(update).case_id, context.member, now=context.now)
    context.toast("toast-disputed")


async def on_again(update: Update, context: BotContext) -> None:
    """The same matter as a new case."""
    button = ReportAgainButton.of(update)
    case = await report_again(context.uow, button.case_id, context.member, now=context.now)
    context.toast("toast-again", no=case.number)


async def on_stars(update: Update, context: BotContext) -> None:
    """★ to ★★★★★."""
    button = StarsButton.of(update)
    first = await rate_case(context.uow, button.case_id, context.member, button.stars, now=context.now)
    context.toast("toast-rated")
    if first:
        context.say("praise-offer")


async def on_aside(update: Update, context: BotContext, dialog: Dialog) -> None:
    """A word or a photo after 办好了, 没解决 or ★."""
    words = words_of(message_of(update))
    await take_answer(context.uow, dialog, context.member, words, now=context.now, mark=context.round)


ANSWERS: dict[str, Answer] = dict.fromkeys(ASIDES, on_aside)
ROUTES: list[Route] = [
    on_button(DoneButton, on_done),
    on_button(SolvedButton, on_solved),
    on_button(NotSolvedButton, on_not_solved),
    on_button(DisputeButton, on_dispute),
    on_button(ReportAgainButton, on_again),
    on_button(StarsButton, on_stars),
]
