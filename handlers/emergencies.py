"""An emergency: 平安 and 需要帮助 wherever it is read, 点名 and 解除 for whoever is in charge."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.notice.emergency import Word
from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.emergencies import answering, calling, family
from bot.storage.notices import Notices
from bot.ui.bundles import DEFAULT
from bot.ui.buttons.emergencies import (
    FamilyButton,
    FamilyWordButton,
    NeedHelpNowButton,
    RollButton,
    RollCareButton,
    SafeButton,
)
from bot.ui.cards.roll_care import PAGES
from bot.ui.i18n import words_for
from handlers.reading import message_of, number
from handlers.route import Route, Start, on_button
from handlers.turning import turn

_QUOTED = 40


async def on_safe(update: Update, context: BotContext) -> None:
    """平安."""
    ref, chat = SafeButton.of(update).notice_id, message_of(update).chat.id
    new = await answering.say_safe(context.uow, ref, chat, context.member, now=context.now)
    context.toast("toast-safe" if new else "toast-safe-already")


async def on_family(update: Update, context: BotContext) -> None:
    """替家人回答: in private, of which of them and how they are."""
    ref = FamilyButton.of(update).notice_id
    await family.must_have_family(context.uow, ref, context.member)
    if context.member.reachable:
        _ask_family(context, ref)
        context.toast("toast-family-asked")
    else:
        context.open_private(f"safe_{ref}")


async def on_start_family(update: Update, context: BotContext, rest: str) -> None:
    """The link behind 替家人回答, for who had never started us."""
    await family.must_have_family(context.uow, number(rest), context.member)
    _ask_family(context, number(rest))


async def on_family_word(update: Update, context: BotContext) -> None:
    """平安 or 需要帮助 for one of them, or 平安 for all."""
    button = FamilyWordButton.of(update)
    whom = None if button.kind == "all" else f"{button.kind}:{button.ref}"
    if button.word == Word.HELP and whom is not None:
        text = await _text(context, button.notice_id, "emergency-help-family")
        await family.need_help_for(context.uow, button.notice_id, whom, text, context.member, now=context.now)
        context.toast("toast-family-help", alert=True)
    else:
        count = await family.say_safe_for(
            context.uow, button.notice_id, context.member, now=context.now, whom=whom
        )
        context.toast("toast-family-safe", count=count)


async def on_help(update: Update, context: BotContext) -> None:
    """需要帮助."""
    ref, chat = NeedHelpNowButton.of(update).notice_id, message_of(update).chat.id
    text = await _text(context, ref, "emergency-help")
    await answering.need_help(context.uow, ref, chat, text, context.member, now=context.now)
    context.toast("toast-help-called", alert=True)


async def on_roll(update: Update, context: BotContext) -> None:
    """The board, 解除."""
    button = RollButton.of(update)
    ref, act = button.notice_id, button.act
    if act == "board":
        await calling.look_at_board(context.uow, ref, context.member, now=context.now)
        await _turn(update, context, "roll_call", ref)
    elif act == "ask":
        must(context.member, Verb.EMERGENCY)
        await _turn(update, context, "roll_lift", ref)
    elif act == "lift":
        await calling.lift_emergency(context.uow, ref, context.member, now=context.now)
        context.toast("toast-roll-lifted")
    else:
        raise RuleError("no-stale-button")


async def on_care(update: Update, context: BotContext) -> None:
    """重点户, page by page."""
    button = RollCareButton.of(update)
    if not 0 <= button.page < PAGES:
        raise RuleError("no-stale-button")
    await calling.must_see_roll(context.uow, button.notice_id, context.member, now=context.now)
    ref = button.notice_id * PAGES + button.page
    await turn(update, context, "roll_care", ref, f"roll:{button.notice_id}")


async def _turn(update: Update, context: BotContext, card: str, ref: int) -> None:
    await turn(update, context, card, ref, f"roll:{ref}")


def _ask_family(context: BotContext, notice_id: int) -> None:
    context.show("roll_family", notice_id, f"safe:{context.member.id}")


async def _text(context: BotContext, notice_id: int, key: str) -> str:
    """What the case says: in the community's language, as it is read by whoever does it."""
    notice = await Notices(context.uow.session).get(notice_id)
    words = words_for(DEFAULT, context.playbook.zone)
    return words.plain(key, text=notice.short(DEFAULT, _QUOTED))


STARTS: dict[str, Start] = {"safe": on_start_family}
ROUTES: list[Route] = [
    on_button(SafeButton, on_safe),
    on_button(FamilyButton, on_family),
    on_button(FamilyWordButton, on_family_word),
    on_button(NeedHelpNowButton, on_help),
    on_button(RollButton, on_roll),
    on_button(RollCareButton, on_care),
]
