"""A message, its media, its buttons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.sandbox.formatting import safe_html
from bot.sandbox.refusals import Json

if TYPE_CHECKING:
    from bot.sandbox.chats import Chat
    from bot.sandbox.users import User


class Button(NamedTuple):
    """One button under a message: it carries data for the bot, or a link."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(eq=False)
class Media:
    """What a message carries besides text: `content` is the value Telegram puts under the key `kind`."""

    kind: str
    content: Any
    file_id: str


@dataclass(eq=False)
class Message:
    """One message in one chat, as everybody there sees it."""

    id: int
    chat: Chat
    sender: User
    at: datetime
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    media: Media | None = None
    inline: list[list[Json]] = field(default_factory=list)
    reply_keyboard: Json | None = None
    reply_to: Message | None = None
    sender_chat: Chat | None = None
    service: Json = field(default_factory=dict)
    origin: Json | None = None
    album: str | None = None
    protected: bool = False
    edited_at: datetime | None = None
    deleted: bool = False
    reactions: list[Json] = field(default_factory=list)

    @property
    def chat_id(self) -> int:
        """The chat it was written in."""
        return self.chat.id

    @property
    def edited(self) -> bool:
        """Whether its text was changed after it was sent."""
        return self.edited_at is not None

    @property
    def html(self) -> str:
        """The text with its marks, safe to put into a page."""
        return safe_html(self.text, self.entities)

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        return [
            [Button(cell["text"], cell.get("callback_data"), cell.get("url")) for cell in row]
            for row in self.inline
        ]

    def __str__(self) -> str:
        """For a failing test to print."""
        mark = " (deleted)" if self.deleted else " (edited)" if self.edited else ""
        kind = f"[{self.media.kind}] " if self.media else ""
        keys = "".join(f"\n  [{'] ['.join(button.text for button in row)}]" for row in self.buttons)
        return f"{self.sender.name}: {kind}{self.text or ', '.join(self.service)}{mark}{keys}"
