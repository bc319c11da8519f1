"""What a message holds: its words and its files; and what a link says."""

from __future__ import annotations

from telegram import Message, Update

from bot.domain.errors import RuleError
from bot.services.drafts import Words
from bot.services.quoting import Quoted
from bot.storage.bodies import File

_KINDS = ("voice", "video", "video_note", "audio", "animation", "document", "sticker")


def message_of(update: Update) -> Message:
    """The message of an update. Raises RuleError where there is none to be read."""
    message = update.effective_message
    if not isinstance(message, Message):
        raise RuleError("no-stale-button")
    return message


def words_of(message: Message) -> Words:
    """Text or caption, and the files by Telegram's file id."""
    forwarded = message.forward_origin is not None
    return Words(text_of(message), files_of(message), message.media_group_id, forwarded)


def text_of(message: Message) -> str:
    """Text, caption, or in words what a place or a contact says."""
    if message.location is not None:
        return f"{message.location.latitude:.5f}, {message.location.longitude:.5f}"
    if message.contact is not None:
        return f"{message.contact.first_name} {message.contact.phone_number}"
    return message.text or message.caption or ""


def files_of(message: Message) -> list[File]:
    """The photo in its largest size, and whatever else is attached."""
    if message.photo:
        return [File("photo", message.photo[-1].file_id)]
    found = ((kind, getattr(message, kind)) for kind in _KINDS)
    return [File(kind, one.file_id) for kind, one in found if one is not None][:1]


def quoted_of(message: Message) -> Quoted:
    """A message somebody replied to. What a channel or an anonymous admin wrote has no author."""
    author, nameless = message.from_user, message.sender_chat is not None
    return Quoted(
        text_of(message),
        files_of(message),
        (message.chat.id, message.message_id),
        None if author is None or nameless else author.id,
        ours=author is not None and author.is_bot and not nameless,
    )


def after_command(text: str) -> str:
    """What follows the /command (or @bot) a message begins with."""
    return text.split(maxsplit=1)[1] if len(text.split(maxsplit=1)) > 1 else ""


def number(rest: str) -> int:
    """The row a link is about. Raises RuleError for anything else."""
    if not (rest.isascii() and rest.isdigit()):
        raise RuleError("no-stale-button")
    return int(rest[:15])
