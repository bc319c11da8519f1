"""How a notice goes: stopped, let go on, and what became of it in each group."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.notices import releasing
from bot.ui.buttons.notices import NoticeButton
from handlers.route import Handler


async def on_stop(update: Update, context: BotContext) -> None:
    """停."""
    await releasing.stop_notice(
        context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now
    )
    context.toast("toast-notice-stopped")


async def on_go_on(update: Update, context: BotContext) -> None:
    """接着发."""
    await releasing.go_on(context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now)
    context.toast("toast-notice-goes-on")


ACTS: dict[str, Handler] = {"stop": on_stop, "on": on_go_on}
CARDS = {"back": "notice", "fates": "notice_fates"}
