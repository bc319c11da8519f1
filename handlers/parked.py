"""Posts whose fate a person decides, and updates we could not deal with."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services import parked
from bot.ui.buttons.todo import ArrivedButton, PutAwayButton, ResendButton, RetryButton
from handlers.route import Route, on_button


async def on_resend(update: Update, context: BotContext) -> None:
    """重发."""
    post_id = ResendButton.of(update).post_id
    await parked.resend_post(context.uow, post_id, context.member, now=context.now)
    context.toast("toast-resent")


async def on_arrived(update: Update, context: BotContext) -> None:
    """已送达."""
    post_id = ArrivedButton.of(update).post_id
    await parked.confirm_post(context.uow, post_id, context.member, now=context.now)
    context.toast("toast-delivered")


async def on_retry(update: Update, context: BotContext) -> None:
    """Tried again."""
    row_id = RetryButton.of(update).row_id
    await parked.retry_update(context.uow, row_id, context.member, now=context.now)
    context.toast("toast-retried")


async def on_put_away(update: Update, context: BotContext) -> None:
    """知道了."""
    row_id = PutAwayButton.of(update).row_id
    await parked.put_update_away(context.uow, row_id, context.member, now=context.now)
    context.toast("toast-put-away")


ROUTES: list[Route] = [
    on_button(ResendButton, on_resend),
    on_button(ArrivedButton, on_arrived),
    on_button(RetryButton, on_retry),
    on_button(PutAwayButton, on_put_away),
]
