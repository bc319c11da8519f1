"""The presses on a notice as a whole, by what they do."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.notices import composing, reading
from bot.ui.buttons.notices import NoticeButton
from handlers.notices import audience, compose, correct, course, read, send
from handlers.notices.turning import turn_notice
from handlers.route import Handler, Route, on_button

WRITING = {**audience.CARDS, **send.CARDS}
CARDS = {**course.CARDS, **correct.CARDS, **read.CARDS}
"""What an act opens in the place of the pressed card: while it is written, and when it is on its way."""
SWITCHES = ("pin", "silent", "urgent")
ACTS: dict[str, Handler] = {**compose.ACTS, **send.ACTS, **course.ACTS, **correct.ACTS}


async def on_act(update: Update, context: BotContext) -> None:
    """Whatever is done to the whole of it."""
    button = NoticeButton.of(update)
    if button.act in ACTS:
        await ACTS[button.act](update, context)
    elif button.act in SWITCHES:
        await composing.set_notice(context.uow, button.notice_id, context.member, button.act, now=context.now)
    elif button.act in WRITING:
        await composing.to_write(context.uow, button.notice_id, context.member)
        await turn_notice(update, context, WRITING[button.act], button.notice_id, button.notice_id)
    elif button.act in CARDS:
        await reading.must_follow(context.uow, button.notice_id, context.member)
        await turn_notice(update, context, CARDS[button.act], button.notice_id, button.notice_id)
    else:
        raise RuleError("no-stale-button")


ROUTES: list[Route] = [on_button(NoticeButton, on_act)]
