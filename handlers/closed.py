"""Whoever may not act: every press and message gets the one clear answer; a cry for help goes its way all the same."""

from __future__ import annotations

from telegram import Update
from telegram.ext import BaseHandler

from bot.domain.place import Place
from bot.domain.rights import Verb, must
from bot.domain.triage import understand
from bot.intake.context import BotContext, turn_now
from bot.ui.buttons.alarms import MistakenButton, WordButton
from bot.ui.menu import menu_filter
from handlers.reading import text_of
from handlers.route import Route

_SOS = menu_filter("menu-sos")
_HELP = (MistakenButton.tag, WordButton.tag)


class _Closed(BaseHandler[Update, BotContext, None]):
    """Wants whatever somebody says or presses whose account is closed, unless it calls for help."""

    def check_update(self, update: object) -> bool:
        """PTB's question. What happens to chats goes its way."""
        turn = turn_now.get()
        if turn.member is None or turn.member.active or not isinstance(update, Update):
            return False
        if update.callback_query is not None:
            return (update.callback_query.data or "").partition(":")[0] not in _HELP
        if update.message is None:
            return False
        text = text_of(update.message)
        cries = text.startswith("/sos") or _SOS.check_update(update)
        return not cries and not understand(text, turn.uow.playbook, Place()).danger


async def on_closed(update: Update, context: BotContext) -> None:
    """Says whom to ask."""
    must(context.member, Verb.REPORT)


ROUTES: list[Route] = [_Closed(on_closed)]
