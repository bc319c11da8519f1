"""A press that opens another card of a notice in the place of the pressed one."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.storage.notices import subject_of
from handlers.turning import turn


async def turn_notice(update: Update, context: BotContext, card: str, ref: int, notice_id: int) -> None:
    """`card` with `ref` takes the place of what was pressed, of that notice. Raises RuleError in a group."""
    await turn(update, context, card, ref, subject_of(notice_id))
