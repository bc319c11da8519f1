"""What the features' routes are made of."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.intake.context import BotContext
from bot.storage.dialogs import Dialog
from bot.ui.buttons import Button

Route = BaseHandler[Any, BotContext, Any]
Handler = Callable[[Update, BotContext], Coroutine[Any, Any, None]]
Answer = Callable[[Update, BotContext, Dialog], Coroutine[Any, Any, None]]
Start = Callable[[Update, BotContext, str], Coroutine[Any, Any, None]]


def on_button(button: type[Button], handler: Handler) -> Route:
    """A press on that kind of button."""
    return CallbackQueryHandler(handler, pattern=button.pattern())
