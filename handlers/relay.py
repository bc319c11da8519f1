"""传话 between the reporter and who goes."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.relay import answer_relay, open_relay, open_relay_of_case, tell_arrived
from bot.storage.dialogs import Dialog
from bot.ui.buttons.tasks import ArrivedButton, WriteButton, WriteToHolderButton
from handlers.reading import message_of, words_of
from handlers.route import Answer, Route, on_button


async def on_write(update: Update, context: BotContext) -> None:
    """给她留言, by the holder."""
    task = await open_relay(context.uow, WriteButton.of(update).task_id, context.member, now=context.now)
    context.say("relay-ask", subject=f"relay:{task.id}")


async def on_write_to_holder(update: Update, context: BotContext) -> None:
    """留言, by the reporter."""
    case_id = WriteToHolderButton.of(update).case_id
    task = await open_relay_of_case(context.uow, case_id, context.member, now=context.now)
    context.say("relay-ask", subject=f"relay:{task.id}")


async def on_arrived(update: Update, context: BotContext) -> None:
    """我到了."""
    await tell_arrived(context.uow, ArrivedButton.of(update).task_id, context.member, now=context.now)
    context.toast("toast-arrived")


async def on_relay_reply(update: Update, context: BotContext, task_id: int) -> None:
    """A reply to relayed words goes back to who said them."""
    words = words_of(message_of(update))
    mark = context.round
    kept = await answer_relay(context.uow, task_id, context.member, words, now=context.now, mark=mark)
    if kept is not None:
        context.say("added-to-case", subject=f"case:{kept.id}", no=kept.number)


async def on_relay_words(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What is written after 留言 goes to the other side."""
    await on_relay_reply(update, context, dialog.ref)


ANSWERS: dict[str, Answer] = {"relay": on_relay_words}
ROUTES: list[Route] = [
    on_button(WriteButton, on_write),
    on_button(WriteToHolderButton, on_write_to_holder),
    on_button(ArrivedButton, on_arrived),
]
