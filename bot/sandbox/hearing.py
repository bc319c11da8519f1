"""Which messages of a chat the bot gets to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.bot_api import message_json
from bot.sandbox.messages import Message

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox


def pass_on(sandbox: Sandbox, message: Message) -> None:
    """Queue the update for a person's message, if the bot may hear it."""
    if hears(sandbox, message):
        sandbox.updates.put("message", message_json(message))


def hears(sandbox: Sandbox, message: Message) -> bool:
    """Private: always. Group: always as admin or with privacy mode off; else commands and replies to it only.

    A mention alone is not heard, and a command that names another bot is not either.
    """
    chat = message.chat
    if chat.private:
        return not chat.blocked
    if not chat.has(sandbox.bot.id):
        return False
    if sandbox.reads_all or chat.is_admin(sandbox.bot.id):
        return True
    if message.reply_to is not None and message.reply_to.sender is sandbox.bot:
        return True
    return _is_command_for(message, sandbox.bot.username or "")


def _is_command_for(message: Message, username: str) -> bool:
    for entity in message.entities:
        if entity["type"] == "bot_command" and entity["offset"] == 0:
            command = message.text[: entity["length"]]
            _, _, named = command.partition("@")
            return not named or named.lower() == username.lower()
    return False
