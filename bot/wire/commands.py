"""The list of commands that Telegram shows behind 「/」, told once at every start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

log = structlog.get_logger(__name__)

_SCOPES: dict[str, BotCommandScope] = {
    "private": BotCommandScopeAllPrivateChats(),
    "groups": BotCommandScopeAllGroupChats(),
    "admins": BotCommandScopeAllChatAdministrators(),
}


@dataclass(frozen=True)
class CommandList:
    """Commands with what each does, already in words, for chats of one kind: private, groups, admins.

    `language`: Telegram's two letters, whose speakers see this list; None for everybody else.
    """

    scope: str
    language: str | None
    commands: tuple[tuple[str, str], ...]


async def publish_commands(bot: Bot, lists: Iterable[CommandList]) -> None:
    """Tells Telegram. Nothing depends on it, so a failure is logged and no more."""
    for one in lists:
        try:
            await bot.set_my_commands(
                [BotCommand(name, words) for name, words in one.commands],
                scope=_SCOPES[one.scope],
                language_code=one.language,
            )
        except TelegramError as error:
            log.warning("commands-not-published", scope=one.scope, why=str(error))
            return
