"""三必到 and what else begins with an event: somebody goes."""

from __future__ import annotations

from datetime import timedelta

from telegram import Update

from bot.domain.charge import place_numbered
from bot.domain.errors import RuleError
from bot.domain.pages import page_ref
from bot.domain.rights import Subject, Verb, must
from bot.domain.triage import understand
from bot.intake.context import BotContext
from bot.services.visits.arriving import arrive_at_door, awaited_case, note_arrival
from bot.services.visits.beginning import ASK_FOR, begin_at_door, begin_event, end_event
from bot.storage.care import CARE
from bot.storage.dialogs import Dialog
from bot.ui.buttons.events import (
    ArriveButton,
    ArriveCaseButton,
    ArrivedButton,
    ArriveForButton,
    EndEventButton,
    EventButton,
    EventsButton,
)
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn

_FARTHEST = 366


async def on_events(update: Update, context: BotContext) -> None:
    """有事要去."""
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_events", EventsButton.of(update).household_id, CARE)


async def on_event(update: Update, context: BotContext) -> None:
    """That; what lies ahead is asked for its day."""
    button = EventButton.of(update)
    must(context.member, Verb.PLAN_VISITS)
    visits = context.playbook.visits
    if button.days is None and any(one.before for one in visits.programmes_at(button.event)):
        ref = page_ref(button.household_id, visits.events.index(button.event))
        await turn(update, context, "care_event_day", ref, CARE)
        return
    at = context.now + timedelta(days=min(max(button.days or 0, 0), _FARTHEST))
    await begin_event(context.uow, button.household_id, button.event, at, by=context.member, now=context.now)
    await turn(update, context, "care_home", button.household_id, CARE)
    context.toast("toast-event-begun")


async def on_end(update: Update, context: BotContext) -> None:
    """It is over."""
    await end_event(context.uow, EndEventButton.of(update).plan_id, by=context.member, now=context.now)
    context.toast("toast-event-over")


async def on_arrive(update: Update, context: BotContext) -> None:
    """有人要去, on a building's page."""
    number = ArriveButton.of(update).building
    place = place_numbered(context.playbook, number)
    must(context.member, Verb.SEND_VISIT, Subject(place=place))
    await turn(update, context, "arrive", number, f"building:{number}")


async def on_arrive_case(update: Update, context: BotContext) -> None:
    """请人上门, on a case that calls for it: which door, where it does not say so."""
    case, arrival = await awaited_case(context.uow, ArriveCaseButton.of(update).case_id, by=context.member)
    if case.room and not arrival.said:
        await arrive_at_door(context.uow, case.id or 0, case.place, by=context.member, now=context.now)
        context.toast("toast-event-begun")
        return
    until = context.now + ASK_FOR
    await context.uow.dialogs.ask(context.member.id or 0, "arrive_case_door", case.id or 0, until=until)
    context.say("arrive-case-door", no=case.number)


async def on_case_door(update: Update, context: BotContext, dialog: Dialog) -> None:
    """楼号、单元和房号."""
    case = await context.uow.cases.get(dialog.ref)
    said = understand(text_of(message_of(update)), context.playbook, case.place).place
    door = said.or_else(case.place)
    await arrive_at_door(context.uow, dialog.ref, door, by=context.member, now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    context.say("arrive-sent")


async def on_arrived(update: Update, context: BotContext) -> None:
    """已有人去."""
    await note_arrival(context.uow, ArrivedButton.of(update).case_id, by=context.member, now=context.now)
    context.toast("toast-arrival-noted")


async def on_arrive_for(update: Update, context: BotContext) -> None:
    """That: at which door?"""
    button = ArriveForButton.of(update)
    place = place_numbered(context.playbook, button.building)
    must(context.member, Verb.SEND_VISIT, Subject(place=place))
    if button.event not in context.playbook.visits.arrivals:
        raise RuleError("no-stale-button")
    until = context.now + ASK_FOR
    me = context.member.id or 0
    await context.uow.dialogs.ask(me, "arrive_door", button.building, until=until, event=button.event)
    context.say("arrive-door")


async def on_door(update: Update, context: BotContext, dialog: Dialog) -> None:
    """单元和房号."""
    place = place_numbered(context.playbook, dialog.ref)
    said = understand(text_of(message_of(update)), context.playbook, place).place
    door = said.or_else(place)
    event = str(dialog.detail.get("event"))
    await begin_at_door(context.uow, door, event, by=context.member, now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    context.say("arrive-sent")


ANSWERS: dict[str, Answer] = {"arrive_door": on_door, "arrive_case_door": on_case_door}
ROUTES: list[Route] = [
    on_button(EventsButton, on_events),
    on_button(EventButton, on_event),
    on_button(EndEventButton, on_end),
    on_button(ArriveButton, on_arrive),
    on_button(ArriveCaseButton, on_arrive_case),
    on_button(ArriveForButton, on_arrive_for),
    on_button(ArrivedButton, on_arrived),
]
