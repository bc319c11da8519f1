"""Taking messages back: one's own within 48 hours, others' where the bot may."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.sandbox.access import find_chat, find_message, refusal
from bot.sandbox.chats import Chat
from bot.sandbox.messages import Message
from bot.sandbox.parameters import Params
from bot.sandbox.refusals import bad_request

if TYPE_CHECKING:
    from bot.sandbox.sandbox import Sandbox

OLDEST = timedelta(hours=48)


def delete_message(sandbox: Sandbox, params: Params) -> bool:
    """deleteMessage."""
    if not params.number("message_id"):
        raise bad_request("message identifier is not specified")
    chat = _chat(sandbox, params)
    message = find_message(chat, params.number("message_id"), "message to delete")
    _check(sandbox, message)
    _remove(sandbox, message)
    return True


def delete_messages(sandbox: Sandbox, params: Params) -> bool:
    """deleteMessages: those that are gone already are skipped."""
    numbers = params.numbers("message_ids")
    chat = _chat(sandbox, params)
    found = [chat.messages[number] for number in numbers if number in chat.messages]
    there = [message for message in found if not message.deleted]
    for message in there:
        _check(sandbox, message)
    for message in there:
        _remove(sandbox, message)
    return True


def _chat(sandbox: Sandbox, params: Params) -> Chat:
    chat = find_chat(sandbox, params)
    if not chat.private and (no := refusal(sandbox, chat)) is not None:
        raise no
    return chat


def _check(sandbox: Sandbox, message: Message) -> None:
    """An admin deletes anything in a group; otherwise only what the bot wrote, or what was written to it."""
    if not message.chat.private and message.chat.is_admin(sandbox.bot.id):
        return
    if not message.chat.private and message.sender is not sandbox.bot:
        raise bad_request("message can't be deleted")
    if sandbox.now() - message.at > OLDEST:
        raise bad_request("message can't be deleted for everyone")


def _remove(sandbox: Sandbox, message: Message) -> None:
    message.deleted = True
    sandbox.journal.note("delete", lambda: {"message": message})
