"""/notice: what it says, in private, by whatever is sent."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.errors import RuleError
from bot.domain.notice import Notice, NoticeFile, Target, readable, worded
from bot.domain.rights import Verb, must_some
from bot.intake.context import BotContext
from bot.services.notices import composing, templates
from bot.services.notices.showing import show_notice
from bot.storage.dialogs import Dialog
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notice_writing import NoticeTemplateButton
from bot.ui.buttons.notices import NoticeButton, NoticeTextButton
from bot.ui.menu import word_filter
from handlers.reading import files_of, message_of
from handlers.route import Answer, Handler, Route, on_button
from handlers.turning import turn


async def on_notice(update: Update, context: BotContext) -> None:
    """/notice: the draft they left, or a new one."""
    await begin(context, ())


async def begin(context: BotContext, audience: tuple[Target, ...]) -> None:
    """A notice, perhaps to somebody in particular."""
    notice = await composing.begin_notice(context.uow, context.member, now=context.now, audience=audience)
    if notice.empty:
        context.show("notice_begin", context.member.id, f"member:{context.member.id}")
    else:
        await show_notice(context.uow, notice, context.member, now=context.now)


async def on_new(update: Update, context: BotContext) -> None:
    """写通知, where there is none yet."""
    await begin(context, ())


async def on_words(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What it says."""
    language, anew = dialog.detail.get("language", context.member.language), bool(dialog.detail.get("anew"))
    said = said_in(message_of(update))
    await composing.take_words(
        context.uow, dialog.ref, context.member, said, language, anew=anew, now=context.now
    )


async def on_rewrite(update: Update, context: BotContext) -> None:
    """重写."""
    await composing.ask_words(context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now)
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
    context.say("notice-ask-in", language=language)


async def on_template(update: Update, context: BotContext) -> None:
    """A text from the playbook, as it stands, and the first thing that is to be filled in."""
    number = NoticeTemplateButton.of(update).number
    notice = await templates.use_template(context.uow, context.member, number, now=context.now)
    if found := notice.blanks:
        text = readable(notice.words(notice.language).text)
        context.say("notice-blank-first", text=text, name=found[0], count=len(found))


async def on_fill(update: Update, context: BotContext) -> None:
    """填空."""
    number = NoticeButton.of(update).notice_id
    _ask_blank(context, await templates.ask_blank(context.uow, number, context.member, now=context.now))


async def on_blank(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What stands there."""
    said, blank = said_in(message_of(update)).words.text, dialog.detail["blank"]
    notice = await templates.fill_blank(context.uow, dialog.ref, context.member, blank, said, now=context.now)
    _ask_blank(context, notice)


async def on_list(update: Update, context: BotContext) -> None:
    """Those that were sent or wait for their time."""
    must_some(context.member, Verb.POST)
    await turn(update, context, "notice_list", context.member.id or 0, f"member:{context.member.id}")


def _ask_blank(context: BotContext, notice: Notice) -> None:
    if notice.blanks:
        context.say("notice-blank-ask", name=notice.blanks[0])


def said_in(message: Message) -> composing.Said:
    """What a message says: words with their format, and files."""
    entities = [one.to_dict() for one in (*message.entities, *message.caption_entities)]
    files = [NoticeFile(one.kind, one.file_id) for one in files_of(message)]
    return composing.Said(
        worded(message.text or message.caption or "", entities), files, message.media_group_id
    )


ACTS: dict[str, Handler] = {
    "new": on_new,
    "words": on_rewrite,
    "drop": on_drop,
    "fill": on_fill,
    "list": on_list,
}
ANSWERS: dict[str, Answer] = {"notice": on_words, "notice_blank": on_blank}
ROUTES: list[Route] = [
    CommandHandler("notice", on_notice, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-notice"), on_notice),
    on_button(NoticeTextButton, on_text),
    on_button(NoticeTemplateButton, on_template),
]
