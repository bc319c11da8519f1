"""The coordinators' card: 受理, 转办, 改派, 不受理."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services import declining, triage
from bot.storage.dialogs import Dialog
from bot.ui.buttons.triage import (
    CategoryButton,
    CompoundButton,
    FilesButton,
    PartyButton,
    TeamButton,
    TriagePageButton,
)
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn

_CARDS = {
    "": "triage",
    "team": "triage_team",
    "teams": "triage_teams",
    "party": "triage_party",
    "decline": "triage_decline",
    "merge": "merge",
}
_One = TypeVar("_One")


async def on_page(update: Update, context: BotContext) -> None:
    """受理, 转办, 不受理, 并到, and back: the card turns."""
    button = TriagePageButton.of(update)
    must(context.member, Verb.ACCEPT)
    if button.page not in _CARDS:
        raise RuleError("no-stale-button")
    if button.page == "decline":
        await declining.ask_who(context.uow, button.case_id, context.member, now=context.now)
    elif context.member.id is not None:
        await _stop_asking(context, button.case_id)
    await turn(update, context, _CARDS[button.page], button.case_id, f"case:{button.case_id}")


async def _stop_asking(context: BotContext, case_id: int) -> None:
    """Who goes back from 不受理 is not asked any more."""
    dialog = await context.uow.dialogs.open_with(context.member.id, context.now)
    if dialog is not None and dialog.kind in ANSWERS and dialog.ref == case_id:
        await context.uow.dialogs.close(context.member.id or 0)


async def on_category(update: Update, context: BotContext) -> None:
    """受理: what it is."""
    button = CategoryButton.of(update)
    case = await triage.decide_category(
        context.uow, button.case_id, button.category, button.seen, context.member, now=context.now
    )
    await _decided(update, context, case.id, "toast-accepted", no=case.number)


async def on_team(update: Update, context: BotContext) -> None:
    """受理: which team."""
    button = TeamButton.of(update)
    team = _numbered(context.playbook.teams, button.team)
    case = await triage.decide_team(
        context.uow, button.case_id, team.name, button.seen, context.member, now=context.now
    )
    await _decided(update, context, case.id, "toast-accepted", no=case.number)


async def on_compound(update: Update, context: BotContext) -> None:
    """转办: where it is."""
    button = CompoundButton.of(update)
    compound = _numbered(context.playbook.compounds, button.compound)
    await triage.set_compound(context.uow, button.case_id, compound.name, context.member, now=context.now)


async def on_party(update: Update, context: BotContext) -> None:
    """转办: to whom."""
    button = PartyButton.of(update)
    kind = _numbered(list(context.playbook.kinds), button.kind)
    case = await triage.decide_party(
        context.uow, button.case_id, kind, button.seen, context.member, now=context.now
    )
    await _stop_asking(context, button.case_id)
    await _decided(update, context, case.id, "toast-referred", no=case.number)


async def on_files(update: Update, context: BotContext) -> None:
    """看附件."""
    case_id = FilesButton.of(update).case_id
    count = await triage.show_files(
        context.uow, case_id, context.member, now=context.now, round_=context.round
    )
    context.toast("toast-files", count=count)


async def on_who(update: Update, context: BotContext, dialog: Dialog) -> None:
    """不受理: who is responsible."""
    who = text_of(message_of(update))
    await declining.hear_who(context.uow, dialog.ref, context.member, who, now=context.now)
    context.say("decline-why", subject=f"case:{dialog.ref}", no=str(dialog.ref))


async def on_why(update: Update, context: BotContext, dialog: Dialog) -> None:
    """不受理: why."""
    why, who = text_of(message_of(update)), str(dialog.detail.get("who", ""))
    case = await declining.decline(context.uow, dialog.ref, context.member, who, why, now=context.now)
    context.say("declined", subject=f"case:{case.id}", no=case.number)


async def _decided(update: Update, context: BotContext, case_id: int | None, toast: str, *, no: str) -> None:
    """Back to the front, which shows what was decided and by whom."""
    await turn(update, context, "triage", case_id or 0, f"case:{case_id}")
    context.toast(toast, no=no)


def _numbered(of: Sequence[_One], number: int) -> _One:
    """Raises RuleError for a number the playbook does not have (any more)."""
    if not 0 <= number < len(of):
        raise RuleError("no-stale-button")
    return of[number]


ANSWERS: dict[str, Answer] = {"decline_who": on_who, "decline_why": on_why}
ROUTES: list[Route] = [
    on_button(TriagePageButton, on_page),
    on_button(CategoryButton, on_category),
    on_button(TeamButton, on_team),
    on_button(CompoundButton, on_compound),
    on_button(PartyButton, on_party),
    on_button(FilesButton, on_files),
]
