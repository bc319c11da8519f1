"""After a visit: 都挺好, 有事要说, 撤销."""

from __future__ import annotations

from telegram import Update

from bot.intake.context import BotContext
from bot.services.visits.finding import mark_finding, open_finding, report_finding, say_finding, tell_well
from bot.services.visits.taking_back import undo_outcome
from bot.storage.dialogs import Dialog
from bot.ui.bundles import DEFAULT
from bot.ui.buttons.findings import (
    FindingButton,
    FindingDoneButton,
    MarkFindingButton,
    ReportFindingButton,
    UndoVisitButton,
    WellButton,
)
from bot.ui.i18n import words_for
from handlers.reading import message_of, words_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn


async def on_well(update: Update, context: BotContext) -> None:
    """都挺好."""
    await tell_well(context.uow, WellButton.of(update).visit_id, by=context.member, now=context.now)
    context.toast("toast-all-well")


async def on_finding(update: Update, context: BotContext) -> None:
    """有事要说."""
    ref = FindingButton.of(update).visit_id
    await open_finding(context.uow, ref, by=context.member, now=context.now)
    await turn(update, context, "finding", ref, f"visit:{ref}")


async def on_mark(update: Update, context: BotContext) -> None:
    """One of the 四个一, or a check."""
    button = MarkFindingButton.of(update)
    await mark_finding(context.uow, button.visit_id, button.what, by=context.member, now=context.now)


async def on_report(update: Update, context: BotContext) -> None:
    """报上去."""
    button = ReportFindingButton.of(update)
    words = words_for(DEFAULT, context.playbook.zone)
    text = words.plain("finding-report", what=words.plain("finding-check", check=button.check))
    case = await report_finding(
        context.uow, button.visit_id, button.check, text, by=context.member, now=context.now
    )
    context.toast("toast-finding-reported", no=case.number)


async def on_done(update: Update, context: BotContext) -> None:
    """说完了."""
    ref = FindingDoneButton.of(update).visit_id
    await tell_well(context.uow, ref, by=context.member, now=context.now)
    await context.uow.dialogs.close(context.member.id or 0)
    await turn(update, context, "visit_details", ref, f"visit:{ref}")


async def on_said(update: Update, context: BotContext, dialog: Dialog) -> None:
    """What is written or spoken meanwhile."""
    words = words_of(message_of(update))
    await say_finding(context.uow, dialog.ref, words, by=context.member, now=context.now)
    context.say("finding-noted")


async def on_undo(update: Update, context: BotContext) -> None:
    """撤销."""
    await undo_outcome(context.uow, UndoVisitButton.of(update).visit_id, by=context.member, now=context.now)
    context.toast("toast-visit-undone")


ANSWERS: dict[str, Answer] = {"finding": on_said}
ROUTES: list[Route] = [
    on_button(WellButton, on_well),
    on_button(FindingButton, on_finding),
    on_button(MarkFindingButton, on_mark),
    on_button(ReportFindingButton, on_report),
    on_button(FindingDoneButton, on_done),
    on_button(UndoVisitButton, on_undo),
]
