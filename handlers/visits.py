"""A visit: when somebody goes, what came of it, and the call after a missed one."""

from __future__ import annotations

from datetime import UTC, datetime

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.visit import Outcome
from bot.intake.context import BotContext
from bot.services.visits.calling import finish_call, take_call
from bot.services.visits.knowing import must_be_asked
from bot.services.visits.listing import LISTS, take_down
from bot.services.visits.promising import (
    claim_visit,
    hand_back_visit,
    keep_promise,
    postpone_visit,
    tell_outcome,
)
from bot.ui.buttons.visits import (
    AskVisitButton,
    EndCallButton,
    NoVisitButton,
    OutcomeButton,
    StillVisitButton,
    TakeCallButton,
    VisitTimeButton,
    VisitTimesButton,
)
from handlers.reading import number
from handlers.route import Route, Start, on_button
from handlers.turning import turn


async def on_ask(update: Update, context: BotContext) -> None:
    """认领 in the team's group: when, is asked in private."""
    ref = AskVisitButton.of(update).visit_id
    if not context.member.reachable:
        context.open_private(f"visit_{ref}")
        return
    await _offer(context, ref)
    context.toast("toast-visit-when")


async def on_start(update: Update, context: BotContext, rest: str) -> None:
    """The link behind 认领."""
    await _offer(context, number(rest))


async def on_time(update: Update, context: BotContext) -> None:
    """今天, 明天, or a time: who holds it already moves it."""
    button = VisitTimeButton.of(update)
    at = datetime.fromtimestamp(max(0, button.minute) * 60, UTC)
    visit = await context.uow.visits.get(button.visit_id)
    theirs = visit.held_by(context.member.id) is not None
    move, card = (postpone_visit, "visit_details") if theirs else (claim_visit, "visit_offer")
    await move(context.uow, button.visit_id, at, by=context.member, now=context.now)
    await turn(update, context, card, button.visit_id, f"visit:{button.visit_id}")
    context.toast("toast-visit-at", at=at)


async def on_times(update: Update, context: BotContext) -> None:
    """选时间, 改时间."""
    ref = VisitTimesButton.of(update).visit_id
    visit = await context.uow.visits.get(ref)
    if not visit.held_by(context.member.id):
        await must_be_asked(context.uow, visit, context.member, now=context.now)
    await turn(update, context, "visit_times", ref, f"visit:{ref}")


async def on_no(update: Update, context: BotContext) -> None:
    """这周去不了, 我去不了."""
    await hand_back_visit(context.uow, NoVisitButton.of(update).visit_id, by=context.member, now=context.now)
    context.toast("toast-visit-no")


async def on_still(update: Update, context: BotContext) -> None:
    """是，我去."""
    await keep_promise(context.uow, StillVisitButton.of(update).visit_id, by=context.member, now=context.now)
    context.toast("toast-visit-still")


async def on_outcome(update: Update, context: BotContext) -> None:
    """见到了, 打电话联系上了, 不想见."""
    button = OutcomeButton.of(update)
    if button.outcome not in set(Outcome):
        raise RuleError("no-stale-button")
    outcome = Outcome(button.outcome)
    enough = await tell_outcome(context.uow, button.visit_id, outcome, by=context.member, now=context.now)
    context.toast("toast-visit-told" if enough else "toast-visit-go-too")


async def on_take_call(update: Update, context: BotContext) -> None:
    """我来打."""
    await take_call(context.uow, TakeCallButton.of(update).call_id, by=context.member, now=context.now)
    context.toast("toast-below")


async def on_end_call(update: Update, context: BotContext) -> None:
    """打通了, 我打不了."""
    button = EndCallButton.of(update)
    reached = button.reached == 1
    await finish_call(context.uow, button.call_id, reached=reached, by=context.member, now=context.now)
    context.toast("toast-call-reached" if reached else "toast-call-back")


async def _offer(context: BotContext, ref: int) -> None:
    visit = await context.uow.visits.get(ref)
    await must_be_asked(context.uow, visit, context.member, now=context.now)
    await take_down(context.uow, [context.member.telegram_id], LISTS, context.now)
    context.show("visit_offer", ref, f"visit:{ref}")


STARTS: dict[str, Start] = {"visit": on_start}
ROUTES: list[Route] = [
    on_button(AskVisitButton, on_ask),
    on_button(VisitTimeButton, on_time),
    on_button(VisitTimesButton, on_times),
    on_button(NoVisitButton, on_no),
    on_button(StillVisitButton, on_still),
    on_button(OutcomeButton, on_outcome),
    on_button(TakeCallButton, on_take_call),
    on_button(EndCallButton, on_end_call),
]
