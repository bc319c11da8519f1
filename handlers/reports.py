"""Reports: /report anywhere, @bot and #报修 in groups, and what hangs on a case's cards."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.case import Case
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.triage import present_danger, understand
from bot.domain.triage.addressing import addressed
from bot.intake.context import BotContext
from bot.services import neighbours, reports
from bot.services.doubts import take_report
from bot.services.drafts import Words
from bot.services.following import follow_case
from bot.services.notices.replies import take_reply
from bot.services.quoting import report_reply
from bot.ui.buttons.reports import DeleteOriginButton, FollowButton, OpenCaseButton, WithdrawButton
from bot.ui.menu import menu_filter
from handlers.alarms import answer_danger
from handlers.reading import after_command, files_of, message_of, number, quoted_of, text_of
from handlers.route import Route, Start, on_button


async def on_report(update: Update, context: BotContext) -> None:
    """/report 文字, in a group or in private; in a group also as a reply to a message."""
    message = message_of(update)
    text = after_command(text_of(message))
    if await _is_danger(context, message, text, meant=True):
        return
    if message.chat.type == "private":
        await _privately(context, message, text)
    else:
        await _meant(context, message, text)


async def on_group_words(update: Update, context: BotContext) -> None:
    """@bot …, #报修 …, a part of an album, the rest of a long text, a reply to a card, or words of present danger."""
    message = message_of(update)
    said = addressed(text_of(message), context.username, context.playbook)
    if await _is_danger(context, message, said.spoken, meant=said.meant):
        return
    if said.meant:
        await _meant(context, message, said.report)
    else:
        await _unaddressed(context, message, said.spoken)


async def _is_danger(context: BotContext, message: Message, text: str, *, meant: bool) -> bool:
    """Present danger is answered at once. Words not meant for us must say so more clearly."""
    chat = await context.uow.chats.find(message.chat.id) if message.chat.id < 0 else None
    heard = understand(text, context.playbook, chat.place if chat else Place())
    if not heard.danger or not (meant or present_danger(text, context.playbook)):
        return False
    await answer_danger(context, message, heard)
    return True


async def _meant(context: BotContext, message: Message, text: str) -> None:
    """A report in a group; as a reply it may be about somebody else's words."""
    if message.reply_to_message is None:
        await _file(context, message, text)
        return
    quoted, alone = message.reply_to_message, not text and not files_of(message)
    if alone and await _is_danger(context, quoted, text_of(quoted), meant=True):
        return
    words = text, files_of(message), quoted_of(quoted), (message.chat.id, message.message_id)
    answer = await report_reply(context.uow, context.speaker, *words, now=context.now)
    if answer is not None:
        _tell(context, answer.key, answer.case)


async def _unaddressed(context: BotContext, message: Message, text: str) -> None:
    words = neighbours.Unaddressed(message.chat.id, text, files_of(message), message.media_group_id)
    if (answered := message.reply_to_message) is not None:
        ours = answered.from_user is not None and answered.from_user.username == context.username
        words = replace(words, answered=answered.message_id, quoted=text_of(answered) if ours else "")
    if await take_reply(context.uow, context.speaker, words, message.message_id, now=context.now):
        return
    joined = await neighbours.take_unaddressed(context.uow, context.speaker, words, now=context.now)
    if joined is not None:
        _tell(context, "added-to-case", joined)


def _tell(context: BotContext, key: str, case: Case | None) -> None:
    if case is None:
        context.say(key)
    else:
        context.say(key, subject=f"case:{case.id}", no=case.number)


async def _privately(context: BotContext, message: Message, text: str) -> None:
    if not text.strip() and not files_of(message):
        context.say("report-asked", menu=True)
        return
    words = Words(text, files_of(message), message.media_group_id)
    await take_report(context.uow, context.member, words, now=context.now)


async def on_report_button(update: Update, context: BotContext) -> None:
    """报一件事, the button below the chat: what is written next is the report, as anything written is."""
    context.show("report_ask", context.member.id, f"member:{context.member.id}")


async def _file(context: BotContext, message: Message, text: str) -> None:
    origin = (message.chat.id, message.message_id)
    await neighbours.report_in_group(
        context.uow,
        context.speaker,
        text,
        files_of(message),
        origin,
        now=context.now,
        media_group=message.media_group_id,
    )


async def on_mine(update: Update, context: BotContext) -> None:
    """/mine: one's own cases."""
    context.show("mine", context.member.id, subject=f"member:{context.member.id}")


async def on_open(update: Update, context: BotContext) -> None:
    """One of one's own, in whole."""
    case = await context.uow.cases.get(OpenCaseButton.of(update).case_id)
    if case.reporter_id != context.member.id:
        raise RuleError("no-not-your-case", no=case.number)
    context.show("receipt", case.id, subject=f"case:{case.id}")


async def on_withdraw(update: Update, context: BotContext) -> None:
    """不用办了."""
    case = await context.uow.cases.get(WithdrawButton.of(update).case_id, lock=True)
    await reports.withdraw_case(context.uow, case, context.member, now=context.now)
    context.toast("toast-withdrawn", no=case.number)


async def on_follow(update: Update, context: BotContext) -> None:
    """我也遇到了."""
    case = await context.uow.cases.get(FollowButton.of(update).case_id, lock=True)
    news = await follow_case(context.uow, case, context.member, now=context.now)
    context.toast("toast-following" if news else "toast-following-already", no=case.number)


async def on_delete_origin(update: Update, context: BotContext) -> None:
    """Takes one's own group message with a flat or a phone in it away."""
    case = await context.uow.cases.get(DeleteOriginButton.of(update).case_id)
    await neighbours.delete_origin(context.uow, case, context.member, now=context.now)
    context.toast("toast-deleting", alert=True)


async def on_start_case(update: Update, context: BotContext, rest: str) -> None:
    """The link on a group card: the receipt to who reported it, how it stands to everybody else."""
    case = await context.uow.cases.find(number(rest))
    if case is None or (case.sensitive and case.reporter_id != context.member.id):
        raise RuleError("no-such-case", no=rest[:12])
    card = "receipt" if case.reporter_id == context.member.id else "followed"
    context.uow.place(card, case.id, context.member.telegram_id, subject=f"case:{case.id}", now=context.now)
    context.uow.touch_case(case)


_GROUPS = filters.ChatType.GROUPS & ~filters.StatusUpdate.ALL
_REPORT_CAPTION = filters.CaptionRegex(r"^/report(@\w+)?(\s|$)")

STARTS: dict[str, Start] = {"case": on_start_case}
ROUTES: list[Route] = [
    CommandHandler("report", on_report),
    MessageHandler(_REPORT_CAPTION, on_report),
    MessageHandler(menu_filter("menu-report"), on_report_button),
    CommandHandler("mine", on_mine),
    MessageHandler(menu_filter("menu-mine"), on_mine),
    on_button(OpenCaseButton, on_open),
    on_button(WithdrawButton, on_withdraw),
    on_button(FollowButton, on_follow),
    on_button(DeleteOriginButton, on_delete_origin),
]
LAST: list[Route] = [MessageHandler(_GROUPS & ~filters.COMMAND, on_group_words)]
