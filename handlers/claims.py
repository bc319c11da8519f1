"""认领, 撤销, 我去不了, and the lists and details that belong to it."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.domain.rights import MINE, Subject, Verb, may, must
from bot.intake.context import BotContext
from bot.services.claims import check_claimable, claim_task, release_task, set_slots, undo_claim
from bot.services.details import show_details, show_story
from bot.storage.placements import Placements
from bot.ui.buttons.tasks import (
    ClaimButton,
    DetailsButton,
    OpenTaskButton,
    ReleaseButton,
    SlotsButton,
    StoryButton,
    UndoClaimButton,
)
from bot.ui.menu import menu_filter
from handlers.opening import show_own
from handlers.reading import number
from handlers.route import Route, Start, on_button


async def on_claim(update: Update, context: BotContext) -> None:
    """A volunteer pressed 认领; who never pressed Start is led there, and the claim is finished."""
    button = ClaimButton.of(update)
    if not context.member.reachable:
        task = await context.uow.tasks.get(button.task_id)
        await check_claimable(context.uow, task, context.member, now=context.now)
        context.open_private(f"claim_{button.task_id}")
        return
    task = await claim_task(context.uow, button.task_id, context.member, now=context.now)
    context.toast("toast-claimed", no=task.number)


async def on_start_claim(update: Update, context: BotContext, rest: str) -> None:
    """The link behind a claim: Start is pressed now."""
    await claim_task(context.uow, number(rest), context.member, now=context.now)


async def on_undo(update: Update, context: BotContext) -> None:
    """撤销."""
    task = await undo_claim(context.uow, UndoClaimButton.of(update).task_id, context.member, now=context.now)
    context.toast("toast-undone", no=task.number)


async def on_release(update: Update, context: BotContext) -> None:
    """我去不了; or a leader says that somebody else cannot go."""
    button = ReleaseButton.of(update)
    task = await release_task(
        context.uow, button.task_id, context.member, now=context.now, of=button.member_id
    )
    context.toast("toast-released", no=task.number)


async def on_slots(update: Update, context: BotContext) -> None:
    """So many go, says a leader or coordinator."""
    button = SlotsButton.of(update)
    await set_slots(context.uow, button.task_id, context.member, button.slots, now=context.now)
    context.toast("toast-slots", count=button.slots)


async def on_details(update: Update, context: BotContext) -> None:
    """The details once more, at the bottom of the chat."""
    task_id = DetailsButton.of(update).task_id
    await show_details(context.uow, task_id, context.member, now=context.now, round_=context.round)


async def on_story(update: Update, context: BotContext) -> None:
    """看全文."""
    task_id = StoryButton.of(update).task_id
    await show_story(context.uow, task_id, context.member, now=context.now, round_=context.round)


async def on_open(update: Update, context: BotContext) -> None:
    """A task of a list, on a card of its own."""
    task = await context.uow.tasks.get(OpenTaskButton.of(update).task_id)
    case = await context.uow.cases.find(task.case_id)
    must(context.member, Verb.ASK, Subject.work(task, case))
    context.show("task", task.id, f"task:{task.id}")


async def on_tasks(update: Update, context: BotContext) -> None:
    """/tasks: what I hold and what waits; the list of teams for who is in none."""
    member = context.member
    if not member.reachable:
        return
    must(member, Verb.SELF, MINE)
    if not member.volunteers and not may(member, Verb.TODO):
        show_own(context, "teams")
        return
    card = "open_tasks" if member.volunteers else "unclaimed"
    await Placements(context.uow.session).retire(card, member.telegram_id)
    context.show(card, member.id, f"member:{member.id}")


STARTS: dict[str, Start] = {"claim": on_start_claim}
ROUTES: list[Route] = [
    CommandHandler("tasks", on_tasks),
    MessageHandler(menu_filter("menu-tasks"), on_tasks),
    on_button(ClaimButton, on_claim),
    on_button(UndoClaimButton, on_undo),
    on_button(ReleaseButton, on_release),
    on_button(SlotsButton, on_slots),
    on_button(DetailsButton, on_details),
    on_button(StoryButton, on_story),
    on_button(OpenTaskButton, on_open),
]
