"""How people's messages come into a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.bot_api import member_change_json
from bot.sandbox.chats import Chat, Status
from bot.sandbox.files import PICTURE, as_media
from bot.sandbox.formatting import CAPTION_LIMIT, TEXT_LIMIT, read_text
from bot.sandbox.hearing import pass_on
from bot.sandbox.html_parsing import utf16_length
from bot.sandbox.messages import Media, Message
from bot.sandbox.users import User

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.sandbox import Sandbox

PERSONS_KINDS = ("photo", "voice", "video", "document", "audio", "animation")


def split(text: str) -> list[str]:
    """Pieces of at most 4096 UTF-16 units, cut at a line or a blank where one is near the end."""
    pieces: list[str] = []
    while utf16_length(text) > TEXT_LIMIT:
        head = text.encode("utf-16-le")[: TEXT_LIMIT * 2].decode("utf-16-le", "ignore")
        cut = max(head.rfind("\n"), head.rfind(" "))
        cut = cut + 1 if cut >= len(head) // 2 else len(head)
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def write(
    sandbox: Sandbox,
    sender: User,
    chat: Chat,
    text: str,
    *,
    reply_to: Message | None = None,
    sender_chat: Chat | None = None,
    media: Media | None = None,
    album: str | None = None,
    formatted: bool = False,
) -> Message:
    """One message of a person; the bot hears it if it may. `formatted`: `text` is HTML, as their app would mark it."""
    if chat.private and chat.blocked:
        raise PermissionError(f"{sender.name} has blocked the bot and must unblock it to write")
    plain, entities = read_text(text, "HTML" if formatted else "", [])
    if not plain and media is None:
        raise ValueError("a client does not send an empty message")
    chat.started = True
    message = Message(
        next(chat.numbers),
        chat,
        sender,
        sandbox.now(),
        plain,
        entities,
        media,
        reply_to=reply_to,
        sender_chat=sender_chat,
        album=album,
    )
    sandbox.post(message)
    pass_on(sandbox, message)
    return message


def send_media(
    sandbox: Sandbox,
    person: Person,
    chat: Chat,
    kind: str,
    caption: str,
    reply_to: Message | None,
    album: int,
    file: bytes | None = None,
    *,
    formatted: bool = False,
) -> list[Message]:
    """One file, or an album of 2 to 10 as that many messages."""
    if kind not in PERSONS_KINDS or utf16_length(caption) > CAPTION_LIMIT:
        raise ValueError(f"people send {', '.join(PERSONS_KINDS)} with at most {CAPTION_LIMIT} characters")
    if not 1 <= album <= 10 or (album > 1 and kind == "voice"):
        raise ValueError("an album holds 2 to 10 photos, videos or documents")
    group = str(13_500_000_000 + next(sandbox.ids)) if album > 1 else None
    sent: list[Message] = []
    for _ in range(album):
        made_up = f"{kind} of {person.name}, {next(sandbox.ids)}".encode()
        content = file or (PICTURE if kind == "photo" else made_up)
        media = as_media(sandbox.files.keep(kind, content))
        said = "" if sent else caption
        sent.append(
            write(
                sandbox, person, chat, said, reply_to=reply_to, media=media, album=group, formatted=formatted
            )
        )
    return sent


def take_back(sandbox: Sandbox, person: Person, message: Message) -> None:
    """A person deletes what they wrote, for everybody."""
    if message.sender is not person:
        raise PermissionError(f"{person.name} did not write that")
    message.deleted = True
    sandbox.journal.note("delete", lambda: {"message": message})


def tell_blocked(sandbox: Sandbox, person: Person, blocked: bool) -> None:
    """The bot learns that somebody blocked or unblocked it, if they ever spoke."""
    if not person.private.started:
        return
    change: tuple[Status, Status] = ("member", "kicked") if blocked else ("kicked", "member")
    at = int(sandbox.now().timestamp())
    update = member_change_json(person.private, person, sandbox.bot, change, at)
    sandbox.updates.put("my_chat_member", update)
