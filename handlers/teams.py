"""Service teams: asking to join, letting in, vouching."""

from __future__ import annotations

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.rights import Subject, Verb, must
from bot.intake.context import BotContext
from bot.services.marks import vouch
from bot.services.teams import ask_to_join, decide_join, must_see
from bot.ui.buttons.teams import (
    CrewButton,
    JoinButton,
    LetInButton,
    MarkButton,
    TeammateButton,
    TurnAwayButton,
)
from bot.ui.cards.crew import crew_ref
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_join(update: Update, context: BotContext) -> None:
    """A team of the list."""
    team = JoinButton.of(update).team
    asked = await ask_to_join(context.uow, context.member, team, now=context.now, round_=context.round)
    context.toast("toast-join-asked" if asked else "toast-join-later", alert=True)


async def on_let_in(update: Update, context: BotContext) -> None:
    """同意."""
    place_id = LetInButton.of(update).place_id
    await decide_join(context.uow, place_id, accept=True, by=context.member, now=context.now)
    context.toast("toast-let-in")


async def on_turn_away(update: Update, context: BotContext) -> None:
    """拒绝."""
    place_id = TurnAwayButton.of(update).place_id
    await decide_join(context.uow, place_id, accept=False, by=context.member, now=context.now)
    context.toast("toast-turned-away")


async def on_mark(update: Update, context: BotContext) -> None:
    """持证, 可入户, 力气, a language; and back."""
    button = MarkButton.of(update)
    await vouch(
        context.uow, button.place_id, button.kind, bool(button.on), by=context.member, now=context.now
    )
    context.toast("toast-vouched" if button.on else "toast-not-vouched")


async def on_crew(update: Update, context: BotContext) -> None:
    """The members of a team; or another page of them, in the same message."""
    button = CrewButton.of(update)
    must(context.member, Verb.SEE_TEAM, Subject(team=button.team))
    names = [one.name for one in context.playbook.teams]
    if button.team not in names:
        raise RuleError("no-stale-button")
    number, subject = names.index(button.team), f"member:{context.member.id}"
    context.uow.looked("crew", f"team:{number}", by=context.member.id, now=context.now)
    if button.page:
        await turn(update, context, "crew", crew_ref(number, button.page), subject)
    else:
        context.show("crew", crew_ref(number, 0), subject)


async def on_teammate(update: Update, context: BotContext) -> None:
    """One member of a team."""
    place_id = TeammateButton.of(update).place_id
    member = await must_see(context.uow, place_id, by=context.member, now=context.now)
    context.show("teammate", place_id, f"member:{member.id}")


ROUTES: list[Route] = [
    on_button(JoinButton, on_join),
    on_button(LetInButton, on_let_in),
    on_button(TurnAwayButton, on_turn_away),
    on_button(MarkButton, on_mark),
    on_button(CrewButton, on_crew),
    on_button(TeammateButton, on_teammate),
]
