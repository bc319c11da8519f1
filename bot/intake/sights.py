"""A message of ours that somebody acts on, as their update shows it: what proves that it arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

_FILES = ("photo", "voice", "video", "video_note", "audio", "animation", "document", "sticker")


@dataclass(frozen=True)
class Sight:
    """`data`: of the pressed button, None for a reply. `sent_at` is None where Telegram does not say any more."""

    chat_id: int
    message_id: int
    data: str | None
    text: str
    file: str | None
    sent_at: datetime | None

    @classmethod
    def of(cls, update: dict[str, Any], bot_id: int) -> Self | None:
        """Of a press on a message of ours, or of a reply to one. None for whatever else, or cannot be read."""
        query, message = update.get("callback_query"), update.get("message")
        if isinstance(query, dict):
            return cls._seen(query.get("message"), str(query.get("data") or ""))
        answered = message.get("reply_to_message") if isinstance(message, dict) else None
        sender = answered.get("from") if isinstance(answered, dict) else None
        ours = isinstance(sender, dict) and sender.get("id") == bot_id
        return cls._seen(answered, None) if ours else None

    @classmethod
    def _seen(cls, message: object, data: str | None) -> Self | None:
        chat = message.get("chat") if isinstance(message, dict) else None
        if not isinstance(message, dict) or not isinstance(chat, dict):
            return None
        chat_id, number, date = chat.get("id"), message.get("message_id"), message.get("date")
        if not isinstance(chat_id, int) or not isinstance(number, int):
            return None
        text = str(message.get("text") or message.get("caption") or "")
        file = next((kind for kind in _FILES if kind in message), None)
        sent_at = datetime.fromtimestamp(date, UTC) if isinstance(date, int) and date > 0 else None
        return cls(chat_id, number, data, text, file, sent_at)
