"""What a notice asks: set up below its draft, answered in groups and in private, and who signed up."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.notice.question import Asks, Seat
from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.emergencies import calling
from bot.services.exporting import CONFIRM_WITHIN, ask_export
from bot.services.notices.composing import to_write
from bot.services.notices.replies import file_reply
from bot.services.questions import answering, setting
from bot.services.questions.attendance import list_of_signed
from bot.storage.dialogs import Dialog
from bot.storage.notices import subject_of
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.questions import (
    ChoicesInButton,
    FileReplyButton,
    NotGoingButton,
    OptionButton,
    QuestionButton,
    QuestionTimeButton,
    SignUpButton,
    WhoSignedButton,
)
from bot.ui.cards.questions import TIMES
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn

_SHOWN = 100
_OPENS = {"open": ("question", to_write), "results": ("question_results", setting.must_see)}
_WORDS = {"choice": (Asks.CHOICE, "question-choices-ask"), "sign_up": (Asks.SIGN_UP, "question-places-ask")}


async def on_question(update: Update, context: BotContext) -> None:
    """Whatever its writer does to the whole of it."""
    button = QuestionButton.of(update)
    number, by, now = button.notice_id, context.member, context.now
    if button.act in _WORDS:
        asks, key = _WORDS[button.act]
        await setting.ask_what(context.uow, number, by, asks, now=now)
        context.say(key)
    elif button.act in ("several", "per"):
        await setting.switch(context.uow, number, by, button.act, now=now)
    elif button.act in _OPENS:
        card, check = _OPENS[button.act]
        await check(context.uow, number, by)
        await _turn(update, context, card, number)
    else:
        await _end(update, context, button)


async def _end(update: Update, context: BotContext, button: QuestionButton) -> None:
    """报平安 and 不问了 before it goes out, 现在截止 after."""
    if button.act == "emergency":
        await calling.make_emergency(context.uow, button.notice_id, context.member, now=context.now)
    elif button.act == "nothing":
        await setting.ask_nothing(context.uow, button.notice_id, context.member, now=context.now)
        await _turn(update, context, "notice", button.notice_id)
    elif button.act == "close":
        await setting.close_early(context.uow, button.notice_id, context.member, now=context.now)
        context.toast("toast-question-closed")
    else:
        raise RuleError("no-stale-button")


async def on_time(update: Update, context: BotContext) -> None:
    """When it begins or closes: the day, then the hour."""
    button = QuestionTimeButton.of(update)
    number, what, day = button.notice_id, button.what, button.day
    if what not in TIMES or not -1 <= day < 90:
        raise RuleError("no-stale-button")
    if button.hour >= 0:
        await setting.set_time(context.uow, number, context.member, what, day, button.hour, now=context.now)
        await _turn(update, context, "question", number)
    else:
        await setting.must_see(context.uow, number, context.member)
        ref = number * 1000 + TIMES[what] * 100 + day + 1
        await turn(update, context, "question_when", ref, subject_of(number))


async def on_choices(update: Update, context: BotContext, dialog: Dialog) -> None:
    """One choice a line."""
    text = text_of(message_of(update))
    await setting.set_choices(context.uow, dialog.ref, context.member, text, now=context.now)
    context.show("question", dialog.ref, subject_of(dialog.ref))


async def on_choices_in(update: Update, context: BotContext) -> None:
    """The choices in another language: their next message."""
    button = ChoicesInButton.of(update)
    if not 0 <= button.language < len(LANGUAGES):
        raise RuleError("no-stale-button")
    language, by = LANGUAGES[button.language], context.member
    found = await setting.ask_translated(context.uow, button.notice_id, by, language, now=context.now)
    context.say("question-ask-in", language=language, count=len(found.choices))


async def on_translated(update: Update, context: BotContext, dialog: Dialog) -> None:
    """One choice a line, in the order of the others."""
    text, language = text_of(message_of(update)), dialog.detail["language"]
    await setting.translate_choices(context.uow, dialog.ref, context.member, language, text, now=context.now)
    context.show("question", dialog.ref, subject_of(dialog.ref))


async def on_places(update: Update, context: BotContext, dialog: Dialog) -> None:
    """How many may come."""
    text = text_of(message_of(update))
    await setting.set_places(context.uow, dialog.ref, context.member, text, now=context.now)
    context.show("question", dialog.ref, subject_of(dialog.ref))


async def on_option(update: Update, context: BotContext) -> None:
    """One of the choices."""
    button = OptionButton.of(update)
    heard = await answering.choose_option(
        context.uow, button.notice_id, context.member, button.option, now=context.now
    )
    names = short("、".join(heard.names))
    if not names:
        context.toast("toast-question-none")
    else:
        context.toast("toast-question-home" if heard.at_home else "toast-question-chosen", name=names)


async def on_sign_up(update: Update, context: BotContext) -> None:
    """报名."""
    number = SignUpButton.of(update).notice_id
    heard = await answering.sign_up(context.uow, number, context.member, now=context.now)
    if heard.seat is Seat.IN:
        context.toast("toast-signed-up")
    else:
        context.toast("toast-waiting", count=heard.ahead)


async def on_not_going(update: Update, context: BotContext) -> None:
    """不去了."""
    number = NotGoingButton.of(update).notice_id
    await answering.leave(context.uow, number, context.member, now=context.now)
    context.toast("toast-not-going")


async def on_list(update: Update, context: BotContext) -> None:
    """要名单: without names at once; with them their next message says why."""
    button = WhoSignedButton.of(update)
    kind = await list_of_signed(context.uow, button.notice_id, context.member)
    if not button.full:
        by, now, round_ = context.member, context.now, context.round
        await ask_export(context.uow, kind, by=by, reason=None, now=now, round_=round_)
        context.toast("toast-export-begun")
        return
    must(context.member, Verb.EXPORT_FULL)
    until = context.now + CONFIRM_WITHIN
    await context.uow.dialogs.ask(context.member.id or 0, "export_reason", button.notice_id, until=until)
    context.say("export-reason-ask")


def short(names: str) -> str:
    """As much as an answer to a press holds."""
    return names if len(names) <= _SHOWN else f"{names[: _SHOWN - 1]}…"


async def _turn(update: Update, context: BotContext, card: str, number: int) -> None:
    await turn(update, context, card, number, subject_of(number))


async def on_reply(update: Update, context: BotContext) -> None:
    """记成一件事."""
    number = FileReplyButton.of(update).reply_id
    case = await file_reply(context.uow, number, context.member, now=context.now)
    context.toast("toast-reply-filed", no=case.number)


ANSWERS: dict[str, Answer] = {
    "question_choice": on_choices,
    "question_sign_up": on_places,
    "question_translated": on_translated,
}
ROUTES: list[Route] = [
    on_button(QuestionButton, on_question),
    on_button(QuestionTimeButton, on_time),
    on_button(ChoicesInButton, on_choices_in),
    on_button(OptionButton, on_option),
    on_button(SignUpButton, on_sign_up),
    on_button(NotGoingButton, on_not_going),
    on_button(WhoSignedButton, on_list),
    on_button(FileReplyButton, on_reply),
]
