"""Pinning: in a group only by an admin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.access import find_message, writable_chat
from bot.sandbox.bot_api import message_json
from bot.sandbox.chats import Chat
from bot.sandbox.membership import say_service
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox


def pin_chat_message(sandbox: Sandbox, params: Params) -> bool:
    """pinChatMessage: the chat also gets a line that says so."""
    chat = _pinnable(sandbox, params, "pin")
    message = find_message(chat, params.number("message_id"), "message to pin")
    if message.service:
        raise bad_request("service messages can't be pinned")
    chat.pinned = message
    pinned = {"pinned_message": message_json(message, with_reply=False)}
    if not params.flag("disable_notification") or chat.private:
        say_service(sandbox, chat, sandbox.bot, pinned)
    return True


def unpin_chat_message(sandbox: Sandbox, params: Params) -> bool:
    """unpinChatMessage: the named message, or the newest one pinned."""
    chat = _pinnable(sandbox, params, "unpin")
    number = params.number("message_id")
    if chat.pinned is None or chat.pinned.deleted or (number and chat.pinned.id != number):
        raise bad_request("message to unpin not found")
    chat.pinned = None
    return True


def _pinnable(sandbox: Sandbox, params: Params, what: str) -> Chat:
    chat = writable_chat(sandbox, params)
    if not chat.private and not chat.is_admin(sandbox.bot.id):
        raise bad_request(f"not enough rights to manage pinned messages in the chat: can't {what}")
    return chat
