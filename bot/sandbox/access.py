"""May the bot do this here? Every answer as Telegram gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.parameters import Params
from bot.sandbox.refusals import Refused, bad_request, forbidden, migrated

if TYPE_CHECKING:
    from bot.sandbox.chats import Chat
    from bot.sandbox.messages import Message
    from bot.sandbox.sandbox import Sandbox


def find_chat(sandbox: Sandbox, params: Params, name: str = "chat_id") -> Chat:
    """The chat a call names, if the bot has ever met it."""
    given = params.text(name)
    if not given:
        raise bad_request(f"{name} is empty")
    chat = sandbox.chats.get(params.number(name))
    if chat is None or (chat.private and not chat.started and not _met(sandbox, chat.id)):
        raise bad_request("chat not found")
    if not chat.private and sandbox.bot.id not in chat.statuses:
        raise bad_request("chat not found")
    return chat


def _met(sandbox: Sandbox, person_id: int) -> bool:
    bot = sandbox.bot.id
    return any(chat.has(person_id) and bot in chat.statuses for chat in sandbox.chats.values())


def writable_chat(sandbox: Sandbox, params: Params) -> Chat:
    """The chat a call writes to, or why it may not."""
    chat = find_chat(sandbox, params)
    if (no := refusal(sandbox, chat)) is not None:
        raise no
    return chat


_NAMES = {"": "text messages", "voice": "voice notes", "video_note": "video notes"}


def must_let_send(sandbox: Sandbox, chat: Chat, kind: str = "") -> None:
    """Refuses in a group where only admins may write and the bot is none; `kind` of file, "" for words."""
    if chat.muted and not chat.is_admin(sandbox.bot.id):
        raise bad_request(f"not enough rights to send {_NAMES.get(kind, f'{kind}s')} to the chat")


def refusal(sandbox: Sandbox, chat: Chat) -> Refused | None:
    """Why the bot may not write there, or None."""
    if chat.private:
        if not chat.started:
            return forbidden("bot can't initiate conversation with a user")
        return forbidden("bot was blocked by the user") if chat.blocked else None
    if chat.migrated_to:
        return migrated(chat.migrated_to.id)
    status = chat.status(sandbox.bot.id)
    if status == "kicked":
        return forbidden(f"bot was kicked from the {chat.type} chat")
    if status == "left":
        return forbidden(f"bot is not a member of the {chat.type} chat")
    return None


def readable_chat(sandbox: Sandbox, params: Params) -> Chat:
    """The chat a call reads from: a supergroup shows nothing to a bot that is not in it."""
    chat = find_chat(sandbox, params)
    if chat.type == "supergroup" and (no := refusal(sandbox, chat)) is not None:
        raise no
    return chat


def find_message(chat: Chat, number: int, what: str) -> Message:
    """A message that is still there; `what` is the name Telegram uses in the refusal."""
    message = chat.messages.get(number)
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message


def reply_target(chat: Chat, params: Params) -> Message | None:
    """The message a call answers to, if it names one."""
    given = params.tree("reply_parameters", "reply parameters")
    reply = Params(given) if isinstance(given, dict) else None
    number = reply.number("message_id") if reply else params.number("reply_to_message_id")
    if number <= 0:
        return None
    message = chat.messages.get(number)
    if message is not None and not message.deleted:
        return message
    if (reply or params).flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")
