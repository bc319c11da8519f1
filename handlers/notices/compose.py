"""/notice: what it says, in private, by whatever is sent."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.domain.notice import NoticeFile, Target, worded
from bot.intake.context import BotContext
from bot.services.notices import composing
from bot.storage.dialogs import Dialog
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notices import NoticeButton, NoticeTextButton
from bot.ui.menu import word_filter
from handlers.reading import files_of, message_of
from handlers.route import Answer, Handler, Route, on_button


async def on_notice(update: Update, context: BotContext) -> None:
    """/notice: the draft they left, or a new one."""
    await begin(context, ())


async def begin(context: BotContext, audience: tuple[Target, ...]) -> None:
    """A notice, perhaps to somebody in particular."""
    notice = await composing.begin_notice(context.uow, context.member, now=context.now, audience=audience)
    if notice.empty:
        context.say("notice-ask")
    else:
        await composing.show_notice(context.uow, notice, context.member, now=context.now)


async def on_words(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What it says."""
    language, anew = dialog.detail.get("language", context.member.language), bool(dialog.detail.get("anew"))
    said = said_in(message_of(update))
    await composing.take_words(
        context.uow, dialog.ref, context.member, said, language, anew=anew, now=context.now
    )


async def on_rewrite(update: Update, context: BotContext) -> None:
    """重写."""
    number, language = NoticeButton.of(update).notice_id, context.member.language
    await composing.ask_words(context.uow, number, context.member, language, now=context.now)
    context.say("notice-ask")


async def on_drop(update: Update, context: BotContext) -> None:
    """取消."""
    await composing.drop_notice(
        context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now
    )
    context.toast("toast-notice-dropped")


async def on_text(update: Update, context: BotContext) -> None:
    """In another language: their next message."""
    button = NoticeTextButton.of(update)
    if not 0 <= button.language < len(LANGUAGES):
        raise RuleError("no-stale-button")
    language = LANGUAGES[button.language]
    await composing.ask_words(context.uow, button.notice_id, context.member, language, now=context.now)
    context.say("notice-ask")


def said_in(message: Message) -> composing.Said:
    """What a message says: words with their format, and files."""
    entities = [one.to_dict() for one in (*message.entities, *message.caption_entities)]
    files = [NoticeFile(one.kind, one.file_id) for one in files_of(message)]
    return composing.Said(
        worded(message.text or message.caption or "", entities), files, message.media_group_id
    )


ACTS: dict[str, Handler] = {"words": on_rewrite, "drop": on_drop}
ANSWERS: dict[str, Answer] = {"notice": on_words}
ROUTES: list[Route] = [
    CommandHandler("notice", on_notice, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-notice"), on_notice),
    on_button(NoticeTextButton, on_text),
]
