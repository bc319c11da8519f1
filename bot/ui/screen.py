"""What one message looks like to its reader: words, and buttons in rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.notice import NoticeFile
from bot.domain.playbook import Playbook
from bot.ui.buttons import Button
from bot.ui.i18n import Markup, Words
from bot.ui.phone import cut, fits


@dataclass(frozen=True)
class Key:
    """One key of a keyboard: its label, and what a press brings or opens."""

    text: str
    data: str | None = None
    url: str | None = None


Rows = list[list[Key]]


def shown_whole(row: list[Key]) -> Rows:
    """As one row, or as several where a phone would cut one of its labels."""
    for columns in range(len(row), 1, -1):
        rows = [row[i : i + columns] for i in range(0, len(row), columns)]
        if all(fits(key.text, len(each)) for each in rows for key in each):
            return rows
    return [[key] for key in row]


@dataclass(frozen=True)
class Screen:
    """One message. `protect`: not to be forwarded or saved. `silent`: no sound. `reply_to`: when first posted.

    `until`: from then on it looks different though nothing may have happened, so it is shown anew. `entities`: the text
    is as somebody wrote it, formatted by these, and no HTML. `file`: what the text stands below;
    `blank`: it is taken away, and an empty one stands there.
    """

    text: Markup
    rows: Rows = field(default_factory=list)
    protect: bool = False
    silent: bool = False
    reply_to: int | None = None
    until: datetime | None = None
    entities: tuple[Mapping[str, Any], ...] | None = None
    file: NoticeFile | None = None
    blank: bool = False

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """As Telegram takes it, no label cut by a small phone."""
        rows = [
            [InlineKeyboardButton(cut(key.text), callback_data=key.data, url=key.url) for key in row]
            for whole in self.rows
            for row in shown_whole(whole)
        ]
        return InlineKeyboardMarkup(rows) if rows else None

    @property
    def digest(self) -> str:
        """Equal for messages that look the same, so that none is edited into itself."""
        seen = repr((self.text, [[(k.text, k.data, k.url) for k in row] for row in self.rows if row]))
        if self.entities is not None:
            seen += repr(self.entities)
        return blake2b(seen.encode(), digest_size=12).hexdigest()


@dataclass(frozen=True)
class Reader:
    """Who looks at a card, where and when."""

    chat_id: int
    words: Words
    now: datetime
    playbook: Playbook
    username: str

    @property
    def language(self) -> str:
        """As the playbook's names want it."""
        return self.words.language

    @property
    def in_group(self) -> bool:
        """A group reads it: nothing private may be in it."""
        return self.chat_id < 0

    def key(self, label: str, button: Button, **args: Any) -> Key:
        """A key that brings us a press."""
        return Key(self.words.plain(label, **args), data=button.pack())

    def start_key(self, label: str, payload: str, **args: Any) -> Key:
        """A key that opens the private chat with us."""
        return Key(self.words.plain(label, **args), url=start_link(self.username, payload))


def start_link(username: str, payload: str) -> str:
    """The deep link that opens the private chat, Start carrying `payload` (≤ 64 of A-Za-z0-9_-)."""
    return f"https://t.me/{username}?start={payload}"
