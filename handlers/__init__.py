"""The whole bot in one list: which act leads to which handler. The first that fits takes the update."""

from __future__ import annotations

from telegram.ext import BaseHandler

from bot.intake.context import BotContext

Route = BaseHandler[object, BotContext, object]


def routes() -> list[Route]:
    """In the order they are tried."""
    return []
