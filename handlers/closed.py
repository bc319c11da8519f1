"""Whoever may not act: every press and message gets the one clear answer; a cry for help goes its way all the same, and
what is stored on them stays their own to read and to erase."""

from __future__ import annotations

from telegram import Update
from telegram.ext import BaseHandler

from bot.domain.place import Place
from bot.domain.rights import MINE, Verb, may, must
from bot.domain.triage import understand
from bot.intake.context import BotContext, turn_now
from bot.ui.buttons.alarms import MistakenButton, WordButton
from bot.ui.buttons.privacy import ForgetButton, ForgetForGoodButton, StayKnownButton
from bot.ui.menu import menu_filter, word_filter
from handlers.reading import text_of
from handlers.route import Route

_SOS = menu_filter("menu-sos")
_OWN = (word_filter("words-mydata"), word_filter("words-forgetme"))
OWN_BUTTONS = (ForgetButton.tag, ForgetForGoodButton.tag, StayKnownButton.tag)
HELP = (MistakenButton.tag, WordButton.tag)


class _Closed(BaseHandler[Update, BotContext, None]):
    """Wants whatever somebody says or presses whose account is closed, unless it calls for help or asks for what
    is stored on themselves."""

    def check_update(self, update: object) -> bool:
        """PTB's question. What happens to chats goes its way."""
        turn = turn_now.get()
        if turn.member is None or turn.member.active or not isinstance(update, Update):
            return False
        own = may(turn.member, Verb.OWN_DATA, MINE)
        if update.callback_query is not None:
            tag = (update.callback_query.data or "").partition(":")[0]
            return tag not in HELP and not (own and tag in OWN_BUTTONS)
        if update.message is None:
            return False
        text = text_of(update.message)
        if own and (
            text.startswith(("/mydata", "/forgetme")) or any(one.check_update(update) for one in _OWN)
        ):
            return False
        cries = text.startswith("/sos") or _SOS.check_update(update)
        return not cries and not understand(text, turn.uow.playbook, Place()).danger


async def on_closed(update: Update, context: BotContext) -> None:
    """Says whom to ask."""
    must(context.member, Verb.REPORT)


ROUTES: list[Route] = [_Closed(on_closed)]
