"""请人代去, and 知道了 on a reminder."""

from __future__ import annotations

from telegram import Update

from bot.domain.pages import page_ref
from bot.domain.rights import Subject, Verb, must
from bot.intake.context import BotContext
from bot.services.visits.standing_in import ask_stand_in, cannot_stand_in, stand_in
from bot.ui.buttons.standing_in import AskStandInButton, KnowButton, StandInButton, StandInsButton
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_whom(update: Update, context: BotContext) -> None:
    """请人代去."""
    button = StandInsButton.of(update)
    await _must_hold(context, button.visit_id)
    ref = page_ref(button.visit_id, button.page)
    await turn(update, context, "stand_ins", ref, f"visit:{button.visit_id}")


async def on_ask(update: Update, context: BotContext) -> None:
    """This one."""
    button = AskStandInButton.of(update)
    person = await ask_stand_in(
        context.uow, button.visit_id, button.member_id, by=context.member, now=context.now
    )
    context.toast("toast-asked", name=person.name)


async def on_answer(update: Update, context: BotContext) -> None:
    """好, 去不了."""
    button = StandInButton.of(update)
    if button.agree != 1:
        await cannot_stand_in(context.uow, button.visit_id, by=context.member, now=context.now)
        context.toast("toast-visit-no")
        return
    at = await stand_in(context.uow, button.visit_id, by=context.member, now=context.now)
    context.toast("toast-visit-at", at=at)


async def on_know(update: Update, context: BotContext) -> None:
    """知道了."""
    ref = KnowButton.of(update).visit_id
    await _must_hold(context, ref)
    await turn(update, context, "visit_offer", ref, f"visit:{ref}")
    context.toast("toast-visit-known")


async def _must_hold(context: BotContext, visit_id: int) -> None:
    visit = await context.uow.visits.get(visit_id)
    must(context.member, Verb.HOLD_VISIT, Subject(own=visit.held_by(context.member.id) is not None))


ROUTES: list[Route] = [
    on_button(StandInsButton, on_whom),
    on_button(AskStandInButton, on_ask),
    on_button(StandInButton, on_answer),
    on_button(KnowButton, on_know),
]
