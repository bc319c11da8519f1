"""收到, 替家人收到, 我家需要帮忙: below the notice, and in private."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.notices import helping, receiving
from bot.services.reports import send_receipt
from bot.storage.dialogs import Dialog
from bot.storage.notices import Notices
from bot.ui.bundles import DEFAULT
from bot.ui.buttons.notices import ReceivedButton
from bot.ui.buttons.receiving import (
    FamilyChosenButton,
    FamilyReceivedButton,
    NeedHelpButton,
    NotReceivedButton,
)
from bot.ui.i18n import words_for
from handlers.reading import message_of, number, words_of
from handlers.route import Answer, Route, Start, on_button

_QUOTED = 40


async def on_received(update: Update, context: BotContext) -> None:
    """收到."""
    ref, chat = ReceivedButton.of(update).notice_id, message_of(update).chat
    new = await receiving.receive_notice(context.uow, ref, chat.id, context.member, now=context.now)
    context.toast("toast-received" if new else "toast-received-already")


async def on_mistaken(update: Update, context: BotContext) -> None:
    """按错了."""
    ref, chat = NotReceivedButton.of(update).notice_id, message_of(update).chat
    await receiving.take_back_receipt(context.uow, ref, chat.id, context.member, now=context.now)
    context.toast("toast-received-not")


async def on_family(update: Update, context: BotContext) -> None:
    """替家人收到: for the one there is; of several, or to take it back, in private."""
    ref, chat = FamilyReceivedButton.of(update).notice_id, message_of(update).chat
    elder = await receiving.answer_for(context.uow, ref, chat.id, context.member, now=context.now)
    if elder is not None:
        context.toast("toast-received-family")
    elif context.member.reachable:
        _choose(context, ref)
        context.toast("toast-received-whose")
    else:
        context.open_private(f"family_{ref}")


async def on_chosen(update: Update, context: BotContext) -> None:
    """For that one, or not after all."""
    button, chat = FamilyChosenButton.of(update), message_of(update).chat
    said = await receiving.receive_for(
        context.uow, button.notice_id, button.kind, button.ref, chat.id, context.member, now=context.now
    )
    context.toast("toast-received-family" if said else "toast-received-not")


async def on_help(update: Update, context: BotContext) -> None:
    """我家需要帮忙: the group sees nothing of it."""
    ref, chat = NeedHelpButton.of(update).notice_id, message_of(update).chat
    await _help(context, ref, chat.id)
    if context.member.reachable:
        context.toast("toast-notice-help", alert=True)
    else:
        context.open_private(f"need_{ref}")


async def on_help_words(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What they need."""
    words = words_of(message_of(update))
    case = await helping.tell_help(context.uow, dialog.ref, words, context.member, now=context.now)
    context.say("added-to-case", subject=f"case:{case.id}", no=case.number)


async def on_start_help(update: Update, context: BotContext, rest: str) -> None:
    """The link behind 我家需要帮忙, for who had never started us."""
    ref = number(rest)
    case = await helping.known_help(context.uow, ref, context.member)
    if case is None:
        await _help(context, ref, context.member.telegram_id)
        return
    send_receipt(context.uow, case, context.member, now=context.now)
    await helping.listen(context.uow, case, context.member, now=context.now)
    context.say("notice-help-ask", no=case.number)


async def on_start_family(update: Update, context: BotContext, rest: str) -> None:
    """The link behind 替家人收到."""
    _choose(context, number(rest))


async def _help(context: BotContext, ref: int, chat_id: int) -> None:
    words = words_for(DEFAULT, context.playbook.zone)
    notice = await Notices(context.uow.session).get(ref)
    text = words.plain("notice-help-report", text=notice.short(DEFAULT, _QUOTED))
    case = await helping.ask_help(context.uow, ref, chat_id, text, context.member, now=context.now)
    context.say("notice-help-ask", no=case.number)


def _choose(context: BotContext, ref: int) -> None:
    me = context.member.id or 0
    if not 0 < ref < 10**9:
        raise RuleError("no-stale-button")
    context.show("notice_family", ref, f"family:{me}")


ANSWERS: dict[str, Answer] = {helping.HELP: on_help_words}
STARTS: dict[str, Start] = {"need": on_start_help, "family": on_start_family}
ROUTES: list[Route] = [
    on_button(ReceivedButton, on_received),
    on_button(NotReceivedButton, on_mistaken),
    on_button(FamilyReceivedButton, on_family),
    on_button(FamilyChosenButton, on_chosen),
    on_button(NeedHelpButton, on_help),
]
