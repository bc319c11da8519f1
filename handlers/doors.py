"""敲门没人应: at the door, and for whoever is called."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler

from bot.domain.errors import RuleError
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import Found, Press, Sign
from bot.intake.context import BotContext
from bot.services.visits import knocking, opening
from bot.services.visits.silent import nobody_opens
from bot.storage.searchers import Part, card_of, parts_of
from bot.storage.searches import Searches, subject_of
from bot.ui.buttons.doors import (
    FoundButton,
    FoundMenuButton,
    NobodyOpensButton,
    NobodyPhonesButton,
    NotNobodyButton,
    SearchCardButton,
    SearchPressButton,
    SignButton,
    StillMissingButton,
)
from bot.ui.menu import word_filter
from handlers import private
from handlers.route import Route, on_button
from handlers.turning import turn

_TOASTS = {
    Press.ODD: "toast-search-odd",
    Press.NOTHING_ODD: "toast-search-next",
    Press.NOT_FOUND: "toast-search-next",
    Press.COMING: "toast-search-coming",
    Press.CANNOT: "toast-search-cannot",
    Press.TAKE: "toast-search-taken",
}


async def on_nobody(update: Update, context: BotContext) -> None:
    """敲门没人应."""
    begun = await _open(context, NobodyOpensButton.of(update).visit_id)
    context.toast("toast-search-open" if begun else "toast-knock-silent")


async def on_words(update: Update, context: BotContext) -> None:
    """敲门没人应, 没人开门, written by who holds a visit; from anybody else it is what it says."""
    visits = await opening.at_whose_door(context.uow, context.member)
    if not visits:
        await private.on_words(update, context)
    elif len(visits) == 1:
        if not await _open(context, visits[0].id or 0):
            context.say("toast-knock-silent")
    else:
        context.show("door_which", context.member.id, f"member:{context.member.id}")


async def on_silent_call(update: Update, context: BotContext) -> None:
    """没人接."""
    ref = NobodyPhonesButton.of(update).call_id
    state = await opening.open_after_call(context.uow, ref, by=context.member, now=context.now)
    context.show(Part.OFFICE, state.id, subject_of(state.id))
    context.toast("toast-below")


async def on_mistaken(update: Update, context: BotContext) -> None:
    """按错了."""
    ref = NotNobodyButton.of(update).search_id
    await opening.undo_search(context.uow, ref, by=context.member, now=context.now)
    context.toast("toast-search-mistaken")


async def on_press(update: Update, context: BotContext) -> None:
    """Whatever does not end it."""
    button = SearchPressButton.of(update)
    if button.press not in set(Press):
        raise RuleError("no-stale-button")
    press, ref = Press(button.press), button.search_id
    await knocking.press_search(context.uow, ref, press, button.stage, by=context.member, now=context.now)
    context.toast(_TOASTS[press])


async def on_sign(update: Update, context: BotContext) -> None:
    """水声, 电视声, 呼救, 异味."""
    button = SignButton.of(update)
    if button.sign not in set(Sign):
        raise RuleError("no-stale-button")
    sign = Sign(button.sign)
    await knocking.hear_sign(context.uow, button.search_id, sign, by=context.member, now=context.now)
    context.toast("toast-search-noted")


async def on_menu(update: Update, context: BotContext) -> None:
    """找到了."""
    ref = FoundMenuButton.of(update).search_id
    await _part(context, ref)
    await turn(update, context, "door_found", ref, subject_of(ref))


async def on_back(update: Update, context: BotContext) -> None:
    """返回."""
    ref = SearchCardButton.of(update).search_id
    await turn(update, context, await _part(context, ref), ref, subject_of(ref))


async def on_found(update: Update, context: BotContext) -> None:
    """How she was found."""
    button = FoundButton.of(update)
    if button.found not in set(Found):
        raise RuleError("no-stale-button")
    found = Found(button.found)
    await knocking.end_search(context.uow, button.search_id, found, by=context.member, now=context.now)
    context.toast("toast-search-over")


async def on_still(update: Update, context: BotContext) -> None:
    """还没找到, after a wrong press."""
    ref = StillMissingButton.of(update).search_id
    await knocking.resume_search(context.uow, ref, by=context.member, now=context.now)
    context.toast("toast-search-next")


async def _open(context: BotContext, visit_id: int) -> bool:
    """Has a search begun?"""
    state = await nobody_opens(context.uow, visit_id, by=context.member, now=context.now)
    if state is not None:
        context.show(Part.DOOR, state.id, subject_of(state.id))
    return state is not None


async def _part(context: BotContext, ref: int) -> str:
    """Their card. Raises RuleError for whom it is none of their business, and when it is over."""
    state = await Searches(context.uow.session).get(ref)
    parts = await parts_of(context.uow, state, context.member)
    must(context.member, Verb.SEARCH, Subject(own=bool(parts)))
    if state.is_over:
        raise RuleError("no-unanswered-over")
    return card_of(parts)


ROUTES: list[Route] = [
    on_button(NobodyOpensButton, on_nobody),
    MessageHandler(word_filter("words-no-answer"), on_words),
    on_button(NobodyPhonesButton, on_silent_call),
    on_button(NotNobodyButton, on_mistaken),
    on_button(SearchPressButton, on_press),
    on_button(SignButton, on_sign),
    on_button(FoundMenuButton, on_menu),
    on_button(SearchCardButton, on_back),
    on_button(FoundButton, on_found),
    on_button(StillMissingButton, on_still),
]
