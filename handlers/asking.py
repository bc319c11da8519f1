"""请您去: a leader picks somebody, who answers 好 or 去不了."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext, in_group
from bot.services.asking import ask_member, refuse_asking, show_helpers
from bot.services.claims import claim_task
from bot.ui.buttons.tasks import AgreeButton, AskButton, AskMemberButton, RefuseButton
from handlers.reading import number
from handlers.route import Route, Start, on_button


async def on_ask(update: Update, context: BotContext) -> None:
    """请您去…, or another page of the list."""
    button = AskButton.of(update)
    message = update.effective_message
    here = message.message_id if message is not None and not in_group(update) else None
    await _show(context, button.task_id, button.page, here)


async def on_start_ask(update: Update, context: BotContext, rest: str) -> None:
    """The link on the card in the team's group."""
    await _show(context, number(rest), 0, None)


async def _show(context: BotContext, task_id: int, page: int, message_id: int | None) -> None:
    await show_helpers(
        context.uow,
        task_id,
        page,
        context.member,
        now=context.now,
        message_id=message_id,
        round_=context.round,
    )


async def on_ask_member(update: Update, context: BotContext) -> None:
    """Somebody of the list."""
    button = AskMemberButton.of(update)
    person = await ask_member(context.uow, button.task_id, button.member_id, context.member, now=context.now)
    context.toast("toast-asked", name=person.name)


async def on_agree(update: Update, context: BotContext) -> None:
    """好."""
    task = await claim_task(context.uow, AgreeButton.of(update).task_id, context.member, now=context.now)
    context.toast("toast-claimed", no=task.number)


async def on_refuse(update: Update, context: BotContext) -> None:
    """去不了."""
    await refuse_asking(context.uow, RefuseButton.of(update).task_id, context.member, now=context.now)
    context.toast("toast-refused")


STARTS: dict[str, Start] = {"ask": on_start_ask}
ROUTES: list[Route] = [
    on_button(AskButton, on_ask),
    on_button(AskMemberButton, on_ask_member),
    on_button(AgreeButton, on_agree),
    on_button(RefuseButton, on_refuse),
]
