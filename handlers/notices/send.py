"""When a notice goes out, until when it holds, and holding it back."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.notice import Again
from bot.intake.context import BotContext
from bot.services.notices import composing, releasing, repeating
from bot.services.notices.rights import in_charge
from bot.services.notices.showing import place_previews
from bot.ui.buttons.notice_writing import NoticeAgainButton, NoticeAgainUntilButton
from bot.ui.buttons.notices import NoticeButton, NoticeUntilButton, NoticeWhenButton
from handlers.notices.turning import turn_notice
from handlers.route import Handler, Route, on_button


async def on_send(update: Update, context: BotContext) -> None:
    """发送; 再发一次 where it was asked about."""
    button = NoticeButton.of(update)
    sure = button.act == "sure"
    await releasing.send_notice(context.uow, button.notice_id, context.member, now=context.now, sure=sure)


async def on_hold(update: Update, context: BotContext) -> None:
    """先别发."""
    await releasing.hold_back(context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now)
    context.toast("toast-notice-held")


async def on_second(update: Update, context: BotContext) -> None:
    """同意 or 拒绝, by a second person."""
    button = NoticeButton.of(update)
    agree = button.act == "agree"
    await releasing.second_notice(context.uow, button.notice_id, context.member, agree=agree, now=context.now)
    context.toast("toast-notice-agreed" if agree else "toast-notice-refused")


async def on_look(update: Update, context: BotContext) -> None:
    """A second person reads it first."""
    number = NoticeButton.of(update).notice_id
    notice = await in_charge(context.uow, number, context.member)
    place_previews(context.uow, notice, context.member.telegram_id, now=context.now, round_=context.round)


async def on_again(update: Update, context: BotContext) -> None:
    """重复."""
    button = NoticeAgainButton.of(update)
    again = Again(button.again) if button.again in {*Again} else None
    if again is None and button.again:
        raise RuleError("no-stale-button")
    await repeating.repeat_notice(context.uow, button.notice_id, context.member, again, now=context.now)


async def on_again_until(update: Update, context: BotContext) -> None:
    """Until when it comes again."""
    button = NoticeAgainUntilButton.of(update)
    await repeating.repeat_until(context.uow, button.notice_id, context.member, button.days, now=context.now)


async def on_end(update: Update, context: BotContext) -> None:
    """不再发."""
    number = NoticeButton.of(update).notice_id
    await repeating.end_repeat(context.uow, number, context.member, now=context.now)
    context.toast("toast-notice-ended")


async def on_when(update: Update, context: BotContext) -> None:
    """定时."""
    button = NoticeWhenButton.of(update)
    if not (0 <= button.day <= 30 and 0 <= button.hour < 24):
        raise RuleError("no-stale-button")
    local = context.now.astimezone(context.playbook.zone) + timedelta(days=button.day)
    at = local.replace(hour=button.hour, minute=0, second=0, microsecond=0).astimezone(context.now.tzinfo)
    await releasing.send_notice(context.uow, button.notice_id, context.member, now=context.now, at=at)
    await turn_notice(update, context, "notice", button.notice_id, button.notice_id)


async def on_until(update: Update, context: BotContext) -> None:
    """有效期."""
    button = NoticeUntilButton.of(update)
    await composing.keep_notice(context.uow, button.notice_id, context.member, button.days, now=context.now)
    await turn_notice(update, context, "notice_more", button.notice_id, button.notice_id)


ACTS: dict[str, Handler] = {
    "send": on_send,
    "sure": on_send,
    "hold": on_hold,
    "agree": on_second,
    "refuse": on_second,
    "look": on_look,
    "end": on_end,
}
CARDS = {"more": "notice_more", "when": "notice_when", "until": "notice_until", "repeat": "notice_again"}
ROUTES: list[Route] = [
    on_button(NoticeWhenButton, on_when),
    on_button(NoticeUntilButton, on_until),
    on_button(NoticeAgainButton, on_again),
    on_button(NoticeAgainUntilButton, on_again_until),
]
