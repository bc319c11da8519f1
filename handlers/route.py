"""What the features' routes are made of."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.intake.context import BotContext
from bot.storage.dialogs import Dialog
from bot.ui.buttons import Button

Route = BaseHandler[Any, BotContext, Any]
Handler = Callable[[Update, BotContext], Coroutine[Any, Any, None]]
Answer = Callable[[Update, BotContext, Dialog], Coroutine[Any, Any, None]]
Start = Callable[[Update, BotContext, str], Coroutine[Any, Any, None]]


class _Press(BaseHandler[Update, BotContext, None]):
    """A press on one of these kinds of button, by their tags."""

    def __init__(self, handlers: dict[str, Handler]) -> None:
        super().__init__(self._lead)
        self.handlers = handlers

    def check_update(self, update: object) -> bool:
        """PTB's question."""
        return isinstance(update, Update) and _tag_of(update) in self.handlers

    async def _lead(self, update: Update, context: BotContext) -> None:
        await self.handlers[_tag_of(update)](update, context)


def on_button(button: type[Button], handler: Handler) -> Route:
    """A press on that kind of button."""
    return _Press({button.tag: handler})


def gather(routes: Iterable[Route]) -> list[Route]:
    """All presses are one route, which knows by the tag where to: a hundred are not asked one after the other.

    Raises ValueError when two want the same button.
    """
    all_presses: dict[str, Handler] = {}
    others = []
    for route in routes:
        if not isinstance(route, _Press):
            others.append(route)
        elif all_presses.keys() & route.handlers:
            raise ValueError(f"two routes want {sorted(route.handlers)}")
        else:
            all_presses |= route.handlers
    return [*others, _Press(all_presses)]


def _tag_of(update: Update) -> str:
    """Empty when it is no press of a button."""
    query = update.callback_query
    return (query.data or "").partition(":")[0] if query else ""
