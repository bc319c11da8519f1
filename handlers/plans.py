"""频次时间: one household is visited otherwise than the playbook has it."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.pages import page_ref
from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.visits import arranging
from bot.storage.care import CARE
from bot.ui.buttons.plans import PlanAddButton, PlanAddListButton, PlanButton, PlanListButton, PlanSetButton
from bot.ui.cards.plans import HOUR, OFTEN, ONCE, RUNG, SLOTS, WEEKDAY
from handlers.route import Route, on_button
from handlers.turning import turn

_CHOOSE = {
    OFTEN: arranging.choose_cadence,
    WEEKDAY: arranging.choose_weekday,
    HOUR: arranging.choose_hour,
    RUNG: arranging.choose_rung,
    ONCE: arranging.add_visit,
    SLOTS: arranging.choose_slots,
}


async def on_list(update: Update, context: BotContext) -> None:
    """频次时间."""
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_plans", PlanListButton.of(update).household_id, CARE)


async def on_plan(update: Update, context: BotContext) -> None:
    """One plan, or one of its questions."""
    button = PlanButton.of(update)
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_plan", page_ref(button.plan_id, button.page), CARE)


async def on_set(update: Update, context: BotContext) -> None:
    """That."""
    button = PlanSetButton.of(update)
    if button.page not in _CHOOSE:
        raise RuleError("no-stale-button")
    choose = _CHOOSE[button.page]
    await choose(context.uow, button.plan_id, button.choice, by=context.member, now=context.now)
    await turn(update, context, "care_plan", page_ref(button.plan_id, 0), CARE)
    context.toast("toast-event-begun" if button.page == ONCE else "toast-wish")


async def on_add_list(update: Update, context: BotContext) -> None:
    """加一项."""
    must(context.member, Verb.PLAN_VISITS)
    await turn(update, context, "care_plan_add", PlanAddListButton.of(update).household_id, CARE)


async def on_add(update: Update, context: BotContext) -> None:
    """That programme."""
    button = PlanAddButton.of(update)
    await arranging.add_programme(
        context.uow, button.household_id, button.programme, by=context.member, now=context.now
    )
    await turn(update, context, "care_plans", button.household_id, CARE)
    context.toast("toast-wish")


ROUTES: list[Route] = [
    on_button(PlanListButton, on_list),
    on_button(PlanButton, on_plan),
    on_button(PlanSetButton, on_set),
    on_button(PlanAddListButton, on_add_list),
    on_button(PlanAddButton, on_add),
]
