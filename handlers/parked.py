"""Posts, cards and groups whose fate a person decides, and updates we could not deal with."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services import parked
from bot.services.regaining import let_group_go, try_group_again
from bot.services.todo import must_see_list
from bot.storage.waits import WAITING
from bot.ui.buttons.todo import (
    ArrivedButton,
    LetGoButton,
    PutAwayButton,
    PutCardAwayButton,
    PutPostAwayButton,
    RebindButton,
    ResendButton,
    ResendCardButton,
    RetryButton,
    SettleAllButton,
)
from handlers.route import Route, on_button
from handlers.turning import turn


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


async def on_settle_all(update: Update, context: BotContext) -> None:
    """都送到了, 都重发: asked first; then the message is the list again, of what is left."""
    button = SettleAllButton.of(update)
    must_see_list(context.member, "unknown")
    if button.act in _ASK:
        await turn(update, context, _ASK[button.act], button.upto, WAITING)
        return
    if button.act not in _ALL:
        raise RuleError("no-stale-button")
    settle, toast = _ALL[button.act]
    await settle(context.uow, button.upto, context.member, now=context.now)
    await turn(update, context, "unknown", 0, WAITING)
    context.toast(toast)


async def on_put_post_away(update: Update, context: BotContext) -> None:
    """知道了, of a message that was refused."""
    post_id = PutPostAwayButton.of(update).post_id
    await parked.put_post_away(context.uow, post_id, context.member, now=context.now)
    context.toast("toast-put-away")


async def on_resend_card(update: Update, context: BotContext) -> None:
    """重发, of a card."""
    place_id = ResendCardButton.of(update).place_id
    await parked.resend_card(context.uow, place_id, context.member, now=context.now)
    context.toast("toast-resent")


async def on_put_card_away(update: Update, context: BotContext) -> None:
    """知道了, of a card that was refused."""
    place_id = PutCardAwayButton.of(update).place_id
    await parked.put_card_away(context.uow, place_id, context.member, now=context.now)
    context.toast("toast-put-away")


async def on_rebind(update: Update, context: BotContext) -> None:
    """重新绑定: we speak there again, if they let us."""
    chat_id = RebindButton.of(update).chat_id
    chat = await try_group_again(context.uow, chat_id, context.member, now=context.now, round_=context.round)
    context.toast("toast-rebinding", alert=True, title=chat.title or "")


async def on_let_go(update: Update, context: BotContext) -> None:
    """不用了: the group serves nothing any more."""
    await let_group_go(context.uow, LetGoButton.of(update).chat_id, context.member, now=context.now)
    context.toast("toast-put-away")


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


_ASK = {"ask_arrived": "unknown_arrived", "ask_again": "unknown_again"}
_ALL = {
    "arrived": (parked.confirm_all, "toast-all-arrived"),
    "again": (parked.resend_all, "toast-all-again"),
}

ROUTES: list[Route] = [
    on_button(SettleAllButton, on_settle_all),
    on_button(ResendButton, on_resend),
    on_button(ArrivedButton, on_arrived),
    on_button(PutPostAwayButton, on_put_post_away),
    on_button(ResendCardButton, on_resend_card),
    on_button(PutCardAwayButton, on_put_card_away),
    on_button(RebindButton, on_rebind),
    on_button(LetGoButton, on_let_go),
    on_button(RetryButton, on_retry),
    on_button(PutAwayButton, on_put_away),
]
