"""How a notice goes: stopped, let go on, and what became of it in each group."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.notices import releasing, remedies
from bot.ui.buttons.notice_fates import NoticeFateButton
from bot.ui.buttons.notices import NoticeButton
from handlers.route import Handler, Route, on_button


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


async def on_remedy(update: Update, context: BotContext) -> None:
    """重发, 已送达, 重新绑定 or 知道了 beside a group it did not reach."""
    button = NoticeFateButton.of(update)
    if (found := REMEDIES.get(button.act)) is None:
        raise RuleError("no-stale-button")
    do, toast = found
    await do(context.uow, button.notice_id, button.post_id, context.member, now=context.now)
    context.toast(toast)


REMEDIES = {
    "again": (remedies.resend_notice, "toast-resent"),
    "arrived": (remedies.confirm_notice, "toast-delivered"),
    "bind": (remedies.rebind_notice, "toast-notice-rebound"),
    "away": (remedies.put_notice_away, "toast-put-away"),
}
ROUTES: list[Route] = [on_button(NoticeFateButton, on_remedy)]
ACTS: dict[str, Handler] = {"stop": on_stop, "on": on_go_on}
CARDS = {"back": "notice", "fates": "notice_fates"}
