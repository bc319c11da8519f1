"""代报 for somebody without Telegram, and 告诉她 when it is over."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.domain.place import Place
from bot.domain.triage import understand
from bot.domain.triage.persons import Spoken, for_somebody, person_in
from bot.intake.context import BotContext
from bot.services import proxies, telling
from bot.services.drafts import Words
from bot.storage.dialogs import Dialog
from bot.ui.buttons.proxies import (
    ForOtherButton,
    NotReachedButton,
    PersonButton,
    ToldButton,
    UndoToldButton,
    WayButton,
    WhoseButton,
)
from handlers.alarms import answer_danger
from handlers.reading import after_command, message_of, text_of, words_of
from handlers.route import Answer, Route, on_button


class _ForSomebody(filters.MessageFilter):
    """A text or caption that begins with 代报."""

    def filter(self, message: Message) -> bool:
        """PTB's question."""
        return for_somebody(message.text or message.caption or "") is not None


async def on_line(update: Update, context: BotContext) -> None:
    """代报 3号楼502李奶奶 厕所漏水 13800000000. Danger is answered before anything else is made of it."""
    message = message_of(update)
    await _take(context, message, for_somebody(text_of(message)) or "")


async def on_command(update: Update, context: BotContext) -> None:
    """/proxy, with or without the line."""
    message = message_of(update)
    await _take(context, message, after_command(text_of(message)))


async def _take(context: BotContext, message: Message, text: str, kin: int = 0) -> None:
    words = words_of(message)
    if not text.strip() and not words.files:
        await _ask(context)
    elif not await _is_danger(context, message, text, kin):
        said = Words(text, words.files, words.media_group)
        await proxies.report_for(context.uow, context.member, said, now=context.now, kin=kin)


async def _ask(context: BotContext, kin: int = 0) -> None:
    await proxies.expect_line(context.uow, context.member, now=context.now, kin=kin)
    if kin:
        context.say("kin-line-ask")
        return
    context.show("proxy_ask", context.member.id, f"member:{context.member.id}")


async def _is_danger(context: BotContext, message: Message, text: str, kin: int) -> bool:
    """Answered as ever; who it is about goes with the case, never their reporter's own home."""
    said, home = person_in(text, context.playbook), Place(context.member.compound)
    if kin:
        whom, home = await proxies.known_kin(context.uow, context.member, kin)
        said = Spoken(text, whom.name, whom.phone)
    heard = understand(said.text, context.playbook, home)
    if not heard.danger:
        return False
    alarm = await answer_danger(context, message, heard, at=heard.place)
    await proxies.name_in_danger(context.uow, alarm.case_id, context.member, said, now=context.now)
    return True


async def on_asked_line(update: Update, context: BotContext, dialog: Dialog) -> None:
    """The line that 替别人报 asked for."""
    message = message_of(update)
    await _take(context, message, text_of(message), kin=dialog.ref)


async def on_for_other(update: Update, context: BotContext) -> None:
    """替别人报."""
    await _ask(context, ForOtherButton.of(update).kin)


async def on_whose(update: Update, context: BotContext) -> None:
    """这是谁的事?"""
    button = WhoseButton.of(update)
    draft = await context.uow.drafts.get(button.draft_id)
    own = bool(button.own)
    if await proxies.take_whose(context.uow, draft, context.member, own=own, now=context.now):
        context.say("proxy-person-ask")


async def on_person(update: Update, context: BotContext) -> None:
    """改称呼."""
    draft = await context.uow.drafts.get(PersonButton.of(update).draft_id)
    await proxies.ask_person(context.uow, draft, context.member, now=context.now)
    context.say("proxy-person-ask")


async def on_person_words(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What they are called."""
    text = text_of(message_of(update))
    draft = await context.uow.drafts.get(dialog.ref)
    await proxies.name_person(context.uow, draft, context.member, text, now=context.now, round_=context.round)


async def on_way(update: Update, context: BotContext) -> None:
    """How they are told the result."""
    button = WayButton.of(update)
    draft = await context.uow.drafts.get(button.draft_id)
    await proxies.choose_way(context.uow, draft, context.member, button.way, now=context.now)
    context.toast("toast-way", way=button.way)


async def on_told(update: Update, context: BotContext) -> None:
    """告诉了."""
    case = await telling.mark_told(
        context.uow, ToldButton.of(update).proxy_id, context.member, now=context.now
    )
    context.toast("toast-told", no=case.number)


async def on_not_reached(update: Update, context: BotContext) -> None:
    """联系不上."""
    await telling.miss_them(
        context.uow, NotReachedButton.of(update).proxy_id, context.member, now=context.now
    )
    context.toast("toast-unreached")


async def on_undo_told(update: Update, context: BotContext) -> None:
    """撤销."""
    case = await telling.undo_told(
        context.uow, UndoToldButton.of(update).proxy_id, context.member, now=context.now
    )
    context.toast("toast-told-undone", no=case.number)


ANSWERS: dict[str, Answer] = {"proxy_line": on_asked_line, "proxy_person": on_person_words}
ROUTES: list[Route] = [
    CommandHandler("proxy", on_command, filters.ChatType.PRIVATE),
    MessageHandler(filters.ChatType.PRIVATE & _ForSomebody(), on_line),
    on_button(ForOtherButton, on_for_other),
    on_button(WhoseButton, on_whose),
    on_button(PersonButton, on_person),
    on_button(WayButton, on_way),
    on_button(ToldButton, on_told),
    on_button(NotReachedButton, on_not_reached),
    on_button(UndoToldButton, on_undo_told),
]
