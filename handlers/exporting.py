"""/export: a list in private; a full one takes a reason and a second press."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.domain.errors import RuleError
from bot.domain.rights import Verb, must
from bot.intake.context import BotContext
from bot.services.exporting import CONFIRM_WITHIN, ask_export, confirm_export
from bot.storage.dialogs import Dialog
from bot.ui.buttons.exporting import ExportButton, FullExportButton, WholeButton
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button


async def on_export(update: Update, context: BotContext) -> None:
    """/export: which list?"""
    must(context.member, Verb.EXPORT)
    context.show("export", context.member.id, f"member:{context.member.id}")


async def on_list(update: Update, context: BotContext) -> None:
    """One of the lists, without names, phones and flats."""
    kind = ExportButton.of(update).kind
    await ask_export(context.uow, kind, by=context.member, reason=None, now=context.now, round_=context.round)
    context.toast("toast-export-begun")


async def on_whole(update: Update, context: BotContext) -> None:
    """要完整的: their next message says why."""
    WholeButton.of(update)
    must(context.member, Verb.EXPORT_FULL)
    until = context.now + CONFIRM_WITHIN
    await context.uow.dialogs.ask(context.member.id or 0, "export_reason", 0, until=until)
    context.say("export-reason-ask")


async def on_reason(update: Update, context: BotContext, dialog: Dialog) -> None:
    """Why: then which list, and once more."""
    must(context.member, Verb.EXPORT_FULL)
    reason = " ".join(text_of(message_of(update)).split())[:200]
    if not reason:
        raise RuleError("no-export-reason")
    until = context.now + CONFIRM_WITHIN
    kept = {"reason": reason, "notice": dialog.ref}
    await context.uow.dialogs.ask(context.member.id or 0, "export_full", 0, until=until, **kept)
    context.show("export_full", context.member.id, f"member:{context.member.id}")


async def on_full(update: Update, context: BotContext) -> None:
    """A full list: the first press is remembered, the second counts."""
    kind = FullExportButton.of(update).kind
    sure = await confirm_export(context.uow, kind, by=context.member, now=context.now, round_=context.round)
    context.toast("toast-export-begun" if sure else "toast-export-again", alert=not sure)
    context.uow.touch(f"member:{context.member.id}")


ANSWERS: dict[str, Answer] = {"export_reason": on_reason}
ROUTES: list[Route] = [
    CommandHandler("export", on_export, filters.ChatType.PRIVATE),
    on_button(ExportButton, on_list),
    on_button(WholeButton, on_whole),
    on_button(FullExportButton, on_full),
]
