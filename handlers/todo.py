"""/todo: what waits for a person."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, MessageHandler

from bot.intake.context import BotContext
from bot.services.todo import must_see_list, show_list, show_thing
from bot.storage.waits import WAITING
from bot.ui.buttons.todo import TodoPageButton, TodoShowButton
from bot.ui.menu import menu_filter
from handlers.route import Route, on_button
from handlers.turning import turn


async def on_todo(update: Update, context: BotContext) -> None:
    """/todo or 待办."""
    await show_list(context.uow, context.member, now=context.now, round_=context.round)


async def on_page(update: Update, context: BotContext) -> None:
    """还有 n 件."""
    button = TodoPageButton.of(update)
    must_see_list(context.member, button.card)
    await turn(update, context, button.card, button.page, WAITING)


async def on_show(update: Update, context: BotContext) -> None:
    """A line's button: the thing itself, below."""
    button = TodoShowButton.of(update)
    await show_thing(
        context.uow, button.card, button.ref, context.member, now=context.now, round_=context.round
    )
    context.toast("toast-below")


ROUTES: list[Route] = [
    CommandHandler("todo", on_todo),
    MessageHandler(menu_filter("menu-todo"), on_todo),
    on_button(TodoPageButton, on_page),
    on_button(TodoShowButton, on_show),
]
