"""A roster sent in private: what it lists, what it would change, 导入 and 撤销导入."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.intake.context import BotContext
from bot.intake.turns import Inner
from bot.services.importing.deciding import apply_roster, drop_roster, undo_roster
from bot.services.importing.receiving import fetch_roster, offer_roster, take_fetched
from bot.storage.work import UnitOfWork
from bot.ui.buttons.rosters import ApplyRosterButton, DropRosterButton, RosterKindButton, UndoRosterButton
from handlers.reading import message_of
from handlers.route import Route, on_button

SHEETS = (".xlsx", ".xlsm", ".xls", ".csv", ".ods", ".et")


class _Sheet(filters.MessageFilter):
    """A file that is, by its name, a table."""

    def filter(self, message: Message) -> bool:
        """PTB's question."""
        document = message.document
        return document is not None and (document.file_name or "").lower().endswith(SHEETS)


async def on_sheet(update: Update, context: BotContext) -> None:
    """Somebody sent a table."""
    document = message_of(update).document
    if document is not None:
        await offer_roster(
            context.uow,
            document.file_name or "",
            document.file_id,
            document.file_size or 0,
            by=context.member,
            now=context.now,
            round_=context.round,
        )


async def on_kind(update: Update, context: BotContext) -> None:
    """住户名单 or 志愿者名单: it is fetched."""
    button = RosterKindButton.of(update)
    roster = await context.uow.rosters.get(button.roster_id)
    await fetch_roster(context.uow, roster, button.kind, by=context.member, now=context.now)
    context.toast("toast-roster-fetching")


async def on_apply(update: Update, context: BotContext) -> None:
    """导入."""
    roster = await context.uow.rosters.get(ApplyRosterButton.of(update).roster_id)
    await apply_roster(context.uow, roster, by=context.member, now=context.now)
    context.toast("toast-roster-applying")


async def on_drop(update: Update, context: BotContext) -> None:
    """取消."""
    roster = await context.uow.rosters.get(DropRosterButton.of(update).roster_id)
    await drop_roster(context.uow, roster, by=context.member, now=context.now)
    context.toast("toast-roster-dropped")


async def on_undo(update: Update, context: BotContext) -> None:
    """撤销导入."""
    roster = await context.uow.rosters.get(UndoRosterButton.of(update).roster_id)
    await undo_roster(context.uow, roster, by=context.member, now=context.now)
    context.toast("toast-roster-undoing")


async def on_fetched(uow: UnitOfWork, payload: dict[str, Any], now: datetime) -> None:
    """The file is here, or cannot be had."""
    await take_fetched(uow, int(payload["subject"].partition(":")[2]), payload["blob"], now=now)


INNER: dict[str, Inner] = {"fetched": on_fetched}
ROUTES: list[Route] = [
    MessageHandler(filters.ChatType.PRIVATE & _Sheet(), on_sheet),
    on_button(RosterKindButton, on_kind),
    on_button(ApplyRosterButton, on_apply),
    on_button(DropRosterButton, on_drop),
    on_button(UndoRosterButton, on_undo),
]
