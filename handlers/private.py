"""Whatever is said to us in private and is no command: an answer to what we asked, an addition, or a draft."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.triage import Understanding, understand
from bot.intake.context import BotContext
from bot.services.answered import subject_of
from bot.services.answering import ASIDES
from bot.services.doubts import take_report
from bot.services.drafts import Words, drop_draft
from bot.services.hearing import hear_more
from bot.services.notices.composing import ask_drop
from bot.services.reports import add_to_case
from bot.services.smalltalk import answer_small_talk
from handlers.alarms import answer_danger
from handlers.reading import message_of, text_of, words_of
from handlers.relay import on_relay_reply
from handlers.route import Answer, Route

ANSWERS: dict[str, Answer] = {}
KEPT = ("notice", "notice_blank")
"""Questions about a notice: what was written of it is not dropped unasked."""
CALM: set[str] = set()
"""Questions whose answer, though it names a danger, is no cry for help; or that look for danger in it themselves."""


async def on_words(update: Update, context: BotContext) -> None:
    """Any private text, photo, voice or video. Danger is answered before anything else is made of it."""
    message = message_of(update)
    words = words_of(message)
    heard = understand(words.text, context.playbook, Place(context.member.compound))
    dialog = await context.uow.dialogs.open_with(context.member.id, context.now)
    if dialog is None and await hear_more(context.uow, context.member, heard, words.files, now=context.now):
        context.say("alarm-more-noted")
        return
    if heard.danger and not (dialog and dialog.kind in CALM):
        await answer_danger(context, message, heard)
    thanks = bool(heard.small_talk) and not words.files and dialog is not None and dialog.kind in ASIDES
    if dialog is not None and dialog.kind in ANSWERS and not thanks:
        await ANSWERS[dialog.kind](update, context, dialog)
    elif not await _is_reply(update, context, message) and not heard.danger:
        await _is_report(context, words, heard)


async def on_cancel(update: Update, context: BotContext) -> None:
    """/cancel: what we asked is answered no more; else the open draft is dropped (and can be taken back)."""
    dialog = await context.uow.dialogs.open_with(context.member.id, context.now)
    if (
        dialog is not None
        and dialog.kind in KEPT
        and await ask_drop(context.uow, context.member, now=context.now)
    ):
        return
    if dialog is not None and context.member.id is not None:
        await context.uow.dialogs.close(context.member.id)
        context.say("cancelled-question")
        return
    draft = await context.uow.drafts.open_of(context.member.id)
    if draft is None and await ask_drop(context.uow, context.member, now=context.now):
        return
    if draft is None:
        raise RuleError("no-nothing-to-cancel")
    await drop_draft(context.uow, draft, context.member, now=context.now)


async def on_unknown(update: Update, context: BotContext) -> None:
    """A command nobody knows: what there is instead."""
    context.say("unknown-command", menu=True)


async def _is_reply(update: Update, context: BotContext, message: Message) -> bool:
    """A reply to one of our messages goes where that message belongs."""
    answered = message.reply_to_message
    if answered is None:
        return False
    written = text_of(answered) if answered.from_user and answered.from_user.is_bot else ""
    subject = await subject_of(context.uow, message.chat.id, answered.message_id, written)
    kind, _, ref = subject.partition(":")
    if not ref.isdigit():
        return False
    if kind in ("relay", "task"):
        await on_relay_reply(update, context, int(ref))
        return True
    case = await context.uow.cases.find(int(ref)) if kind == "case" else None
    if case is None or not case.is_open:
        return False
    words = words_of(message)
    await add_to_case(context.uow, case, context.member, words.text, words.files, now=context.now)
    context.say("added-to-case", subject=subject, no=case.number)
    return True


async def _is_report(context: BotContext, words: Words, heard: Understanding) -> None:
    if heard.small_talk and not words.files:
        key = await answer_small_talk(context.uow, context.member, heard.small_talk)
        context.say(key, menu=True, community=dict(context.playbook.community))
        return
    await take_report(context.uow, context.member, words, now=context.now)


ROUTES: list[Route] = [
    CommandHandler("cancel", on_cancel, filters.ChatType.PRIVATE),
    MessageHandler(filters.ChatType.PRIVATE & ~filters.COMMAND & ~filters.StatusUpdate.ALL, on_words),
    MessageHandler(filters.ChatType.PRIVATE & filters.COMMAND, on_unknown),
]
