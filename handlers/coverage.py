"""How visits stand, and results entered from paper."""

from __future__ import annotations

from datetime import UTC, timedelta

from telegram import Update

from bot.domain.errors import RuleError
from bot.domain.rights import Verb, must
from bot.domain.visit import Outcome
from bot.domain.visit.entering import Entry, read_entries
from bot.intake.context import BotContext
from bot.services.visits.entering import Entered, enter_results, undo_entry
from bot.storage.care import CARE
from bot.storage.dialogs import Dialog
from bot.ui.buttons.coverage import CoverageButton, EnterButton, EnterOneButton, UndoEntryButton
from bot.ui.cards.coverage import VIEWS, coverage_ref
from bot.ui.i18n import LANGUAGES, words_for
from handlers.reading import message_of, text_of
from handlers.route import Answer, Route, on_button
from handlers.turning import turn

_OPEN_FOR = timedelta(minutes=30)
_KEYS = {
    Outcome.MET: "words-entry-met",
    Outcome.PHONED: "words-entry-phoned",
    Outcome.NO_ANSWER: "words-entry-no-answer",
    Outcome.REFUSED: "words-entry-refused",
}


async def on_coverage(update: Update, context: BotContext) -> None:
    """A month, by programme, building or helper."""
    button = CoverageButton.of(update)
    must(context.member, Verb.PLAN_VISITS)
    if not 0 <= button.by < len(VIEWS) or not 24_000 <= button.month <= 30_000:
        raise RuleError("no-stale-button")
    await turn(update, context, "coverage", coverage_ref(button.month, button.by), "coverage:0")


async def on_enter(update: Update, context: BotContext) -> None:
    """录纸面结果: the list; and lines may be sent."""
    must(context.member, Verb.PLAN_VISITS)
    context.uow.looked("care", CARE, by=context.member.id, now=context.now)
    until = context.now + _OPEN_FOR
    await context.uow.dialogs.ask(context.member.id or 0, "enter_results", 0, until=until)
    await turn(update, context, "enter", EnterButton.of(update).page, "enter:0")


async def on_lines(update: Update, context: BotContext, dialog: Dialog) -> None:
    """Lines such as 12 见到了; what cannot be read is said back."""
    must(context.member, Verb.PLAN_VISITS)
    entries, wrong = read_entries(text_of(message_of(update)), _words())
    made = await enter_results(context.uow, entries, by=context.member, now=context.now)
    if not entries:
        await context.uow.dialogs.close(context.member.id or 0)
    _tell(context, made, wrong)


async def on_one(update: Update, context: BotContext) -> None:
    """One of the list."""
    button = EnterOneButton.of(update)
    if button.outcome not in (Outcome.MET, Outcome.PHONED):
        raise RuleError("no-stale-button")
    entry = Entry(button.visit_id, Outcome(button.outcome), f"{button.visit_id}")
    made = await enter_results(context.uow, [entry], by=context.member, now=context.now)
    if made.refused:
        raise made.refused[0][1]
    _tell(context, made, [])
    context.toast("toast-visit-go-too" if made.again else "toast-visit-told")


async def on_undo(update: Update, context: BotContext) -> None:
    """撤销."""
    count = await undo_entry(
        context.uow, UndoEntryButton.of(update).entry_id, by=context.member, now=context.now
    )
    context.uow.touch("enter:0")
    context.toast("toast-entry-undone", count=count)


def _tell(context: BotContext, made: Entered, wrong: list[str]) -> None:
    context.uow.touch("enter:0")
    if made.entry is not None:
        context.show("entered", made.entry.id, f"entry:{made.entry.id}")
    if made.late:
        context.say("entered-late", numbers="、".join(made.late))
    if made.again:
        context.say("entered-again", numbers="、".join(made.again))
    lines = [*wrong, *(line for line, _ in made.refused)]
    if lines:
        context.say("entered-wrong", lines="\n".join(line[:80] for line in lines)[:2000], count=len(lines))


def _words() -> dict[Outcome, list[str]]:
    """In any of our languages."""
    every = [words_for(language, UTC) for language in LANGUAGES]
    return {
        outcome: [word for words in every for word in words.plain(key).split("、")]
        for outcome, key in _KEYS.items()
    }


ANSWERS: dict[str, Answer] = {"enter_results": on_lines}
ROUTES: list[Route] = [
    on_button(CoverageButton, on_coverage),
    on_button(EnterButton, on_enter),
    on_button(EnterOneButton, on_one),
    on_button(UndoEntryButton, on_undo),
]
