"""并到: two cases become one."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.merging import merge_cases
from bot.ui.buttons.merging import MergeButton
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_merge(update: Update, context: BotContext) -> None:
    """This one goes into that one."""
    button = MergeButton.of(update)
    other = await merge_cases(context.uow, button.case_id, button.into_id, context.member, now=context.now)
    await turn(update, context, "triage", button.case_id, f"case:{button.case_id}")
    context.toast("toast-merged", no=str(button.case_id), other=other.number)


ROUTES: list[Route] = [on_button(MergeButton, on_merge)]
