"""Notices: written and sent in private, 收到 in the groups, /notices for everybody."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.charge import place_numbered
from bot.domain.errors import RuleError
from bot.domain.notice import NoticeFile, Target, To, worded
from bot.intake.context import BotContext, in_group
from bot.services.chats import known_group, show_group
from bot.services.notices import composing, correcting, reading, releasing
from bot.storage.dialogs import Dialog
from bot.storage.notices import subject_of
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notices import (
    NoticeButton,
    NoticeCompoundButton,
    NoticeTargetButton,
    NoticeTextButton,
    NoticeUntilButton,
    NoticeWhenButton,
    ReadNoticeButton,
    ReceivedButton,
)
from bot.ui.cards.notice_targets import COMPOUNDS, choices
from bot.ui.menu import word_filter
from handlers.reading import files_of, message_of
from handlers.route import Answer, Handler, Route, on_button
from handlers.turning import turn

CARDS = {
    "back": "notice",
    "to": "notice_to",
    "teams": "notice_teams",
    "people": "notice_people",
    "more": "notice_more",
    "when": "notice_when",
    "until": "notice_until",
    "ask": "notice_withdraw",
    "fates": "notice_fates",
    "reach": "notice_reach",
}
"""What an act opens in the place of the pressed card."""
SWITCHES = ("pin", "silent", "urgent")


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
    said = _said(message_of(update))
    await composing.take_words(
        context.uow, dialog.ref, context.member, said, language, anew=anew, now=context.now
    )


async def on_fix(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What it says from now on."""
    words = _said(message_of(update)).words
    await correcting.correct_notice(context.uow, dialog.ref, context.member, words, now=context.now)
    context.say("notice-fixed")


async def on_act(update: Update, context: BotContext) -> None:
    """Whatever is done to the whole of it."""
    button = NoticeButton.of(update)
    if button.act in ACTS:
        await ACTS[button.act](update, context)
    elif button.act in SWITCHES:
        await composing.set_notice(context.uow, button.notice_id, context.member, button.act, now=context.now)
    elif button.act in CARDS:
        await reading.must_follow(context.uow, button.notice_id, context.member)
        await _turn(update, context, CARDS[button.act], button.notice_id, button.notice_id)
    else:
        raise RuleError("no-stale-button")


async def on_send(update: Update, context: BotContext) -> None:
    """发送; 再发一次 where it was asked about."""
    button = NoticeButton.of(update)
    sure = button.act == "sure"
    await releasing.send_notice(context.uow, button.notice_id, context.member, now=context.now, sure=sure)


async def on_hold(update: Update, context: BotContext) -> None:
    """先别发."""
    await releasing.hold_back(context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now)
    context.toast("toast-notice-held")


async def on_stop(update: Update, context: BotContext) -> None:
    """停."""
    await releasing.stop_notice(
        context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now
    )
    context.toast("toast-notice-stopped")


async def on_go_on(update: Update, context: BotContext) -> None:
    """接着发."""
    await releasing.go_on(context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now)
    context.toast("toast-notice-goes-on")


async def on_drop(update: Update, context: BotContext) -> None:
    """取消."""
    await composing.drop_notice(
        context.uow, NoticeButton.of(update).notice_id, context.member, now=context.now
    )
    context.toast("toast-notice-dropped")


async def on_withdraw(update: Update, context: BotContext) -> None:
    """撤回."""
    number = NoticeButton.of(update).notice_id
    await correcting.withdraw_notice(context.uow, number, context.member, now=context.now)
    await _turn(update, context, "notice", number, number)
    context.toast("toast-notice-withdrawn")


async def on_ask_fix(update: Update, context: BotContext) -> None:
    """更正: their next message."""
    number = NoticeButton.of(update).notice_id
    await correcting.ask_correction(context.uow, number, context.member, now=context.now)
    context.say("notice-fix-ask")


async def on_rewrite(update: Update, context: BotContext) -> None:
    """重写."""
    number, language = NoticeButton.of(update).notice_id, context.member.language
    await composing.ask_words(context.uow, number, context.member, language, now=context.now)
    context.say("notice-ask")


async def on_second(update: Update, context: BotContext) -> None:
    """同意 or 拒绝, by a second person."""
    button = NoticeButton.of(update)
    agree = button.act == "agree"
    await releasing.second_notice(context.uow, button.notice_id, context.member, agree=agree, now=context.now)
    context.toast("toast-notice-agreed" if agree else "toast-notice-refused")


async def on_look(update: Update, context: BotContext) -> None:
    """A second person reads it first."""
    number = NoticeButton.of(update).notice_id
    await reading.must_follow(context.uow, number, context.member)
    context.show("notice_preview", number, subject_of(number))


async def on_text(update: Update, context: BotContext) -> None:
    """In another language: their next message."""
    button = NoticeTextButton.of(update)
    if not 0 <= button.language < len(LANGUAGES):
        raise RuleError("no-stale-button")
    language = LANGUAGES[button.language]
    await composing.ask_words(context.uow, button.notice_id, context.member, language, now=context.now)
    context.say("notice-ask")


async def on_target(update: Update, context: BotContext) -> None:
    """对象."""
    button = NoticeTargetButton.of(update)
    target = _target(context, button)
    await composing.choose(context.uow, button.notice_id, context.member, target, now=context.now)


async def on_compound(update: Update, context: BotContext) -> None:
    """Its buildings."""
    button = NoticeCompoundButton.of(update)
    await reading.must_follow(context.uow, button.notice_id, context.member)
    if not 0 <= button.compound < len(context.playbook.compounds):
        raise RuleError("no-stale-button")
    ref = button.notice_id * COMPOUNDS + button.compound
    await _turn(update, context, "notice_buildings", ref, button.notice_id)


async def on_when(update: Update, context: BotContext) -> None:
    """定时."""
    button = NoticeWhenButton.of(update)
    if not (0 <= button.day <= 30 and 0 <= button.hour < 24):
        raise RuleError("no-stale-button")
    local = context.now.astimezone(context.playbook.zone) + timedelta(days=button.day)
    at = local.replace(hour=button.hour, minute=0, second=0, microsecond=0).astimezone(context.now.tzinfo)
    await releasing.send_notice(context.uow, button.notice_id, context.member, now=context.now, at=at)
    await _turn(update, context, "notice", button.notice_id, button.notice_id)


async def on_until(update: Update, context: BotContext) -> None:
    """有效期."""
    button = NoticeUntilButton.of(update)
    await composing.keep_notice(context.uow, button.notice_id, context.member, button.days, now=context.now)
    await _turn(update, context, "notice_more", button.notice_id, button.notice_id)


async def on_received(update: Update, context: BotContext) -> None:
    """收到."""
    number, chat = ReceivedButton.of(update).notice_id, message_of(update).chat
    new = await reading.receive_notice(context.uow, number, chat.id, context.member, now=context.now)
    context.toast("toast-received" if new else "toast-received-already")


async def on_notices(update: Update, context: BotContext) -> None:
    """/notices: what still holds."""
    if in_group(update):
        chat = message_of(update).chat
        await known_group(context.uow, chat.id, chat.title)
        show_group(context.uow, "notices", 0, chat.id, now=context.now, round_=context.round)
    else:
        context.show("notices", context.member.id, f"member:{context.member.id}")


async def on_read(update: Update, context: BotContext) -> None:
    """One of the list."""
    number = ReadNoticeButton.of(update).notice_id
    await reading.read_notice(context.uow, number, context.member, now=context.now, round_=context.round)


async def _turn(update: Update, context: BotContext, card: str, ref: int, notice_id: int) -> None:
    await turn(update, context, card, ref, subject_of(notice_id))


def _said(message: Message) -> composing.Said:
    entities = [one.to_dict() for one in (*message.entities, *message.caption_entities)]
    files = [NoticeFile(one.kind, one.file_id) for one in files_of(message)]
    return composing.Said(
        worded(message.text or message.caption or "", entities), files, message.media_group_id
    )


def _target(context: BotContext, button: NoticeTargetButton) -> Target:
    """Raises RuleError for what the playbook does not have (any more)."""
    if button.to == To.BUILDING:
        place = place_numbered(context.playbook, button.number)
        return Target(To.BUILDING, place.compound or "", place.building)
    found = choices(To(button.to), context.playbook) if button.to in {*To} else []
    if not 0 <= button.number < len(found):
        raise RuleError("no-stale-button")
    return found[button.number]


ACTS: dict[str, Handler] = {
    "send": on_send,
    "sure": on_send,
    "hold": on_hold,
    "stop": on_stop,
    "on": on_go_on,
    "drop": on_drop,
    "withdraw": on_withdraw,
    "fix": on_ask_fix,
    "words": on_rewrite,
    "agree": on_second,
    "refuse": on_second,
    "look": on_look,
}
ANSWERS: dict[str, Answer] = {"notice": on_words, "notice_fix": on_fix}
ROUTES: list[Route] = [
    CommandHandler("notice", on_notice, filters.ChatType.PRIVATE),
    MessageHandler(word_filter("words-notice"), on_notice),
    CommandHandler("notices", on_notices),
    MessageHandler(word_filter("words-notices"), on_notices),
    on_button(NoticeButton, on_act),
    on_button(NoticeTargetButton, on_target),
    on_button(NoticeCompoundButton, on_compound),
    on_button(NoticeTextButton, on_text),
    on_button(NoticeWhenButton, on_when),
    on_button(NoticeUntilButton, on_until),
    on_button(ReceivedButton, on_received),
    on_button(ReadNoticeButton, on_read),
]
