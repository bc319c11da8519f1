"""对象: whom a notice is for."""

from __future__ import annotations

from telegram import Update

from bot.domain.charge import place_numbered
from bot.domain.errors import RuleError
from bot.domain.notice import Target, To
from bot.intake.context import BotContext
from bot.services.notices import composing
from bot.ui.buttons.notices import NoticeCompoundButton, NoticeTargetButton
from bot.ui.cards.notice_targets import COMPOUNDS, choices
from handlers.notices.turning import turn_notice
from handlers.route import Route, on_button


async def on_target(update: Update, context: BotContext) -> None:
    """对象."""
    button = NoticeTargetButton.of(update)
    target = _target(context, button)
    await composing.choose(context.uow, button.notice_id, context.member, target, now=context.now)


async def on_compound(update: Update, context: BotContext) -> None:
    """Its buildings."""
    button = NoticeCompoundButton.of(update)
    await composing.to_write(context.uow, button.notice_id, context.member)
    if not 0 <= button.compound < len(context.playbook.compounds):
        raise RuleError("no-stale-button")
    ref = button.notice_id * COMPOUNDS + button.compound
    await turn_notice(update, context, "notice_buildings", ref, button.notice_id)


def _target(context: BotContext, button: NoticeTargetButton) -> Target:
    """Raises RuleError for what the playbook does not have (any more)."""
    if button.to == To.BUILDING:
        place = place_numbered(context.playbook, button.number)
        return Target(To.BUILDING, place.compound or "", place.building)
    found = choices(To(button.to), context.playbook) if button.to in {*To} else []
    if not 0 <= button.number < len(found):
        raise RuleError("no-stale-button")
    return found[button.number]


CARDS = {"to": "notice_to", "teams": "notice_teams", "people": "notice_people"}
ROUTES: list[Route] = [on_button(NoticeTargetButton, on_target), on_button(NoticeCompoundButton, on_compound)]
