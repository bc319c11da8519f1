"""Whatever is said to us in private and is no command: an answer to what we asked, an addition, or a draft."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.domain.place import Place
from bot.domain.triage import understand
from bot.intake.context import BotContext
from bot.services.drafts import take_words
from bot.services.reports import add_to_case
from handlers.reading import message_of, words_of
from handlers.route import Answer, Route

ANSWERS: dict[str, Answer] = {}


async def on_words(update: Update, context: BotContext) -> None:
    """Any private text, photo, voice or video."""
    message = message_of(update)
    dialog = await context.uow.dialogs.open_with(context.member.id, context.now)
    if dialog is not None and dialog.kind in ANSWERS:
        await ANSWERS[dialog.kind](update, context, dialog)
    elif not await _is_reply(update, context, message):
        await _is_report(context, message)


async def _is_reply(update: Update, context: BotContext, message: Message) -> bool:
    """A reply to one of our messages goes where that message belongs."""
    answered = message.reply_to_message
    if answered is None:
        return False
    subject = await context.uow.posts.shown_at(message.chat.id, answered.message_id) or ""
    kind, _, ref = subject.partition(":")
    if kind != "case" or not ref.isdigit():
        return False
    case = await context.uow.cases.get(int(ref))
    words = words_of(message)
    await add_to_case(context.uow, case, context.member, words.text, words.files, now=context.now)
    context.say("added-to-case", subject=subject, no=case.number)
    return True


async def _is_report(context: BotContext, message: Message) -> None:
    words = words_of(message)
    heard = understand(words.text, context.playbook, Place(context.member.compound))
    if heard.small_talk and not words.files:
        context.say("small-talk", menu=True)
        return
    await take_words(context.uow, context.member, words, now=context.now)


ROUTES: list[Route] = [
    MessageHandler(filters.ChatType.PRIVATE & ~filters.COMMAND & ~filters.StatusUpdate.ALL, on_words)
]
