"""Nobody need go for a while, or ever: said at the door, agreed to, over early, taken back."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Outcome
from bot.intake.context import BotContext
from bot.services.visits.absences import report_absence
from bot.services.visits.pausing import answer_pause, end_pause
from bot.services.visits.stopping import undo_stop
from bot.ui.buttons.pausing import (
    AbsentButton,
    AbsentDaysButton,
    AnswerPauseButton,
    BackButton,
    UndoStopButton,
)
from bot.ui.cards.outcomes import ABSENT
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_absent(update: Update, context: BotContext) -> None:
    """住院了, 出门住一阵: until when?"""
    button = AbsentButton.of(update)
    visit = await context.uow.visits.get(button.visit_id)
    must(context.member, Verb.HOLD_VISIT, Subject(own=visit.held_by(context.member.id) is not None))
    if button.outcome not in ABSENT:
        raise RuleError("no-stale-button")
    await turn(update, context, ABSENT[Outcome(button.outcome)], button.visit_id, f"visit:{button.visit_id}")


async def on_days(update: Update, context: BotContext) -> None:
    """About so long."""
    button = AbsentDaysButton.of(update)
    pause = await report_absence(
        context.uow, button.visit_id, button.outcome, button.days, by=context.member, now=context.now
    )
    await turn(update, context, "visit_details", button.visit_id, f"visit:{button.visit_id}")
    context.toast("toast-absent-told" if pause.waits else "toast-visit-told")


async def on_answer(update: Update, context: BotContext) -> None:
    """是的 or 还要去."""
    button = AnswerPauseButton.of(update)
    agree = button.agree == 1
    await answer_pause(context.uow, button.pause_id, agree=agree, by=context.member, now=context.now)
    context.toast("toast-pause-agreed" if agree else "toast-pause-refused")


async def on_back(update: Update, context: BotContext) -> None:
    """已经回来了."""
    await end_pause(context.uow, BackButton.of(update).pause_id, by=context.member, now=context.now)
    context.toast("toast-pause-ended")


async def on_undo(update: Update, context: BotContext) -> None:
    """撤销."""
    done = await undo_stop(
        context.uow, UndoStopButton.of(update).pause_id, by=context.member, now=context.now
    )
    context.toast("toast-stop-undone" if done else "toast-stop-undo-asked")


ROUTES: list[Route] = [
    on_button(AbsentButton, on_absent),
    on_button(AbsentDaysButton, on_days),
    on_button(AnswerPauseButton, on_answer),
    on_button(BackButton, on_back),
    on_button(UndoStopButton, on_undo),
]
