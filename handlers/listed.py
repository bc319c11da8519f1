"""What a new roster says of people who are linked."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.intake.context import BotContext
from bot.services.listed import follow_list, keep_as_is, settle_door
from bot.ui.buttons.listed import FollowListButton, KeepListedButton, MovedButton
from handlers.route import Route, on_button


async def on_follow(update: Update, context: BotContext) -> None:
    """当队长, 加入, 退队."""
    button, teams = FollowListButton.of(update), context.playbook.teams
    if not 0 <= button.team < len(teams):
        raise RuleError("no-stale-button")
    team = teams[button.team].name
    await follow_list(context.uow, button.listed_id, button.differs, team, context.member, now=context.now)
    context.toast("toast-listed-done")


async def on_keep(update: Update, context: BotContext) -> None:
    """先这样."""
    await keep_as_is(context.uow, KeepListedButton.of(update).listed_id, context.member, now=context.now)
    context.toast("toast-listed-kept")


async def on_moved(update: Update, context: BotContext) -> None:
    """搬走了, 还住这里."""
    button = MovedButton.of(update)
    moved = bool(button.moved)
    await settle_door(context.uow, button.link_id, context.member, moved=moved, now=context.now)
    context.toast("toast-listed-done" if moved else "toast-listed-kept")


ROUTES: list[Route] = [
    on_button(FollowListButton, on_follow),
    on_button(KeepListedButton, on_keep),
    on_button(MovedButton, on_moved),
]
