"""我的楼: what is open there, words to its group, 催办 and 回话."""

from __future__ import annotations

from telegram import Update
from telegram.ext import MessageHandler

from bot.domain.charge import building_number, place_numbered, places_of
from bot.domain.notice import Target, To
from bot.domain.rights import Verb, must_some
from bot.intake.context import BotContext
from bot.services.buildings import look_at_building
from bot.services.chasing import ask_reply, chase_party, note_reply
from bot.storage.dialogs import Dialog
from bot.ui.buttons.charges import BuildingButton, ChaseButton, PostButton, ReplyButton
from bot.ui.menu import menu_filter
from handlers.notices.compose import begin
from handlers.opening import show_own
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button


async def on_my_building(update: Update, context: BotContext) -> None:
    """我的楼: the one, or which of several; a coordinator chooses among all."""
    must_some(context.member, Verb.BUILDING)
    places = places_of(context.member.wards, context.playbook)
    if len(places) == 1:
        await _show(context, building_number(context.playbook, places[0]))
    elif places:
        context.show("my_buildings", context.member.id, f"member:{context.member.id}")
    else:
        show_own(context, "charge_compounds")


async def on_building(update: Update, context: BotContext) -> None:
    """One building."""
    await _show(context, BuildingButton.of(update).number)


async def _show(context: BotContext, number: int) -> None:
    await look_at_building(context.uow, number, by=context.member, now=context.now)
    context.show("building", number, f"building:{number}")


async def on_post(update: Update, context: BotContext) -> None:
    """发到楼栋群: a notice to that building alone."""
    place = place_numbered(context.playbook, PostButton.of(update).number)
    await begin(context, (Target(To.BUILDING, place.compound or "", place.building),))


async def on_chase(update: Update, context: BotContext) -> None:
    """催办."""
    case = await chase_party(context.uow, ChaseButton.of(update).case_id, context.member, now=context.now)
    context.toast("toast-chased", no=case.number)


async def on_reply(update: Update, context: BotContext) -> None:
    """回话: what did the party say?"""
    case = await ask_reply(context.uow, ReplyButton.of(update).case_id, context.member, now=context.now)
    context.say("party-reply-ask", no=case.number)


async def on_reply_words(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What the party said."""
    text = text_of(message_of(update))
    case = await note_reply(context.uow, dialog.ref, context.member, text, now=context.now)
    context.say("party-reply-noted", no=case.number)


ANSWERS: dict[str, Answer] = {"party_reply": on_reply_words}
ROUTES: list[Route] = [
    MessageHandler(menu_filter("menu-building"), on_my_building),
    on_button(BuildingButton, on_building),
    on_button(PostButton, on_post),
    on_button(ChaseButton, on_chase),
    on_button(ReplyButton, on_reply),
]
