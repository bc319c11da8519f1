"""撤销 of a decision and of 办好了."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.undoing import undo_decision, undo_done
from bot.ui.buttons.undoing import UndoDecisionButton, UndoDoneButton
from handlers.route import Route, on_button


async def on_undo_decision(update: Update, context: BotContext) -> None:
    """撤销, on the coordinators' card."""
    button = UndoDecisionButton.of(update)
    case = await undo_decision(
        context.uow, button.case_id, button.decision_id, context.member, now=context.now
    )
    context.toast("toast-put-back", no=case.number)


async def on_undo_done(update: Update, context: BotContext) -> None:
    """撤销, after 办好了."""
    task = await undo_done(context.uow, UndoDoneButton.of(update).task_id, context.member, now=context.now)
    context.toast("toast-not-done", no=task.number)


ROUTES: list[Route] = [
    on_button(UndoDecisionButton, on_undo_decision),
    on_button(UndoDoneButton, on_undo_done),
]
