"""Present danger, 求助, and the coordinators' calls."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler

from bot.domain.alarm import Alarm, Word
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.rights import Verb, must
from bot.domain.triage import Understanding, understand
from bot.intake.context import BotContext
from bot.services import alarms, sos, taking
from bot.storage.dialogs import Dialog
from bot.ui.buttons.alarms import (
    BackToAlarmButton,
    DismissAlarmButton,
    FalseAlarmButton,
    FinishAlarmButton,
    MistakenButton,
    ReleaseAlarmButton,
    TakeAlarmButton,
    WordButton,
)
from bot.ui.menu import label_filter, word_filter
from handlers.reading import files_of, message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn

_TOASTS = {
    Word.CALLED: "toast-dialled",
    Word.ON_SITE: "toast-on-site",
    Word.CALL_ME: "toast-call-me",
    Word.UNSAFE: "toast-unsafe",
}


async def answer_danger(
    context: BotContext, message: Message, heard: Understanding, *, at: Place | None = None
) -> Alarm:
    """A message that means present danger, in a group or in private; its sender may be unknown.

    `at`: where, though not at the sender's home.
    """
    member = context.turn.member
    in_group = message.chat.type != "private"
    place = at or heard.place
    if at is None and not in_group and member is not None:
        place = understand(heard.text, context.playbook, member.home).place
    return await alarms.hear_danger(
        context.uow,
        heard,
        chat_id=message.chat.id,
        message_id=message.message_id,
        member=member,
        in_group=in_group,
        place=place,
        files=files_of(message),
        now=context.now,
        media_group=message.media_group_id,
    )


async def on_sos(update: Update, context: BotContext) -> None:
    """/sos or the button 求助, in private or in a group: ten seconds to say 按错了."""
    await _call(update, context, at_once=False)


async def on_sos_words(update: Update, context: BotContext) -> None:
    """救命, 求助 in words: everybody is called at once."""
    await _call(update, context, at_once=True)


async def _call(update: Update, context: BotContext, *, at_once: bool) -> None:
    chat = message_of(update).chat
    group = None
    if chat.type != "private":
        known = await context.uow.chats.find(chat.id)
        group = (chat.id, known.place if known else Place())
    alarm = await sos.call_for_help(
        context.uow, context.turn.member, now=context.now, group=group, at_once=at_once
    )
    if context.turn.member is not None and (context.turn.member.reachable or group is None):
        context.show("sos_called" if alarm.paged else "sos", alarm.id, f"alarm:{alarm.id}")


async def on_mistaken(update: Update, context: BotContext) -> None:
    """按错了."""
    alarm = await sos.call_back(
        context.uow, MistakenButton.of(update).alarm_id, context.member, now=context.now
    )
    context.toast("toast-mistaken-told" if alarm.paged else "toast-mistaken")


async def on_take(update: Update, context: BotContext) -> None:
    """我来处理."""
    alarm_id = TakeAlarmButton.of(update).alarm_id
    await taking.take_alarm(context.uow, alarm_id, context.member, now=context.now)
    context.toast("toast-alarm-taken")


async def on_release(update: Update, context: BotContext) -> None:
    """我去不了."""
    alarm_id = ReleaseAlarmButton.of(update).alarm_id
    await taking.release_alarm(context.uow, alarm_id, context.member, now=context.now)
    context.toast("toast-alarm-released", alert=True)


async def on_finish(update: Update, context: BotContext) -> None:
    """处理好了."""
    alarm_id = FinishAlarmButton.of(update).alarm_id
    await taking.finish_alarm(context.uow, alarm_id, context.member, now=context.now)
    context.toast("toast-alarm-over")


async def on_false(update: Update, context: BotContext) -> None:
    """误报: sure?"""
    await _turn(update, context, "alarm_false", FalseAlarmButton.of(update).alarm_id)


async def on_back(update: Update, context: BotContext) -> None:
    """Not sure."""
    await _turn(update, context, "alarm", BackToAlarmButton.of(update).alarm_id)


async def _turn(update: Update, context: BotContext, card: str, alarm_id: int) -> None:
    must(context.member, Verb.DISMISS_ALARM)
    await turn(update, context, card, alarm_id, f"alarm:{alarm_id}")


async def on_dismiss(update: Update, context: BotContext) -> None:
    """Yes, 误报."""
    alarm_id = DismissAlarmButton.of(update).alarm_id
    await taking.dismiss_alarm(context.uow, alarm_id, context.member, now=context.now)
    context.toast("toast-alarm-dismissed")


async def on_word(update: Update, context: BotContext) -> None:
    """我已打电话, 我在现场能帮忙, 请给我打电话, 我现在不安全."""
    button = WordButton.of(update)
    if button.word not in set(Word):
        raise RuleError("no-stale-button")
    word = Word(button.word)
    await taking.say_word(context.uow, button.alarm_id, word, context.member, now=context.now)
    context.toast(_TOASTS[word], alert=True)
    asks = word is Word.CALL_ME
    if asks and await taking.ask_phone(context.uow, button.alarm_id, context.member, now=context.now):
        context.say("alarm-which-phone")


async def on_phone(update: Update, context: BotContext, dialog: Dialog) -> None:
    """The number to call, or whatever else they write now; words of danger have been answered already."""
    text = text_of(message_of(update))
    if understand(text, context.playbook).danger:
        return
    number = await taking.hear_phone(context.uow, dialog.ref, context.member, text, now=context.now)
    context.say("alarm-phone-noted" if number else "alarm-words-noted")


ANSWERS: dict[str, Answer] = {"alarm_phone": on_phone}
ROUTES: list[Route] = [
    CommandHandler("sos", on_sos),
    MessageHandler(label_filter("menu-sos"), on_sos),
    MessageHandler(word_filter("words-sos"), on_sos_words),
    on_button(MistakenButton, on_mistaken),
    on_button(TakeAlarmButton, on_take),
    on_button(ReleaseAlarmButton, on_release),
    on_button(FinishAlarmButton, on_finish),
    on_button(FalseAlarmButton, on_false),
    on_button(BackToAlarmButton, on_back),
    on_button(DismissAlarmButton, on_dismiss),
    on_button(WordButton, on_word),
]
