"""A press that turns the message it stands on into another card."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext, in_group
from bot.storage.placements import Placements
from handlers.reading import message_of


async def turn(update: Update, context: BotContext, card: str, ref: int, subject: str) -> None:
    """The pressed message becomes `card`; where it lives no longer, the card comes anew at the bottom.

    Raises RuleError in a group, where no such button of ours stands.
    """
    if in_group(update):
        raise RuleError("no-stale-button")
    message = message_of(update)
    places = Placements(context.uow.session)
    if await places.turn(message.chat.id, message.message_id, card, ref, subject):
        context.uow.touch(subject)
    else:
        context.show(card, ref, subject)
