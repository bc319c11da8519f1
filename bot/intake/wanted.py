"""Which updates are ours. Neighbours' talk is not: it is confirmed to Telegram and forgotten, unlogged."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

Update = dict[str, Any]

ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "group_chat_created",
)
_FULL = 4000  # characters of a message that the client may have cut (Telegram's limit is 4096)
_TOGETHER_S = 3


class Wanted:
    """Decides on raw updates, before anything is stored."""

    def __init__(self, bot_id: int, username: str, speaks_to_us: Callable[[str], bool]) -> None:
        """`speaks_to_us`: does a group message carry a report topic or mean present danger, by the playbook?"""
        self._bot_id = bot_id
        self._name = username.lower()
        self._mention = re.compile(rf"(?<!\w)@{re.escape(username)}(?!\w)", re.IGNORECASE)
        self._speaks_to_us = speaks_to_us
        self._albums: OrderedDict[str, None] = OrderedDict()
        self._cut: dict[tuple[int, int], int] = {}

    def of(self, batch: list[Update]) -> list[Update]:
        """The updates to keep. The parts of an album, and the pieces into which a client cut a long text, go with
        the part that was meant for us."""
        kept = {id(update) for update in batch if self._keeps(update)}
        for update in batch:
            if id(update) in kept and (album := _album(update)):
                self._albums[album] = None
        while len(self._albums) > 256:
            self._albums.popitem(last=False)
        return [u for u in batch if id(u) in kept or _album(u) in self._albums]

    def _keeps(self, update: Update) -> bool:
        """One that cannot be read is kept: it will be found dead, and a person told."""
        try:
            return self._is_piece(update, wanted=self._alone(update))
        except (AttributeError, KeyError, TypeError, ValueError):
            return True

    def _is_piece(self, update: Update, *, wanted: bool) -> bool:
        """Wanted by itself, or cut off a wanted one: the same person's next message within seconds of a full one."""
        message = update.get("message")
        if not isinstance(message, dict):
            return wanted
        try:
            key = (message["chat"]["id"], message["from"]["id"])
            at, length = int(message["date"]), len(message.get("text") or "")
        except (KeyError, TypeError, ValueError):
            return wanted
        wanted = wanted or at - self._cut.get(key, -_TOGETHER_S - 1) <= _TOGETHER_S
        self._cut.pop(key, None)
        if wanted and length >= _FULL:
            self._cut[key] = at
        return wanted

    def _alone(self, update: Update) -> bool:
        message = update.get("message")
        if not isinstance(message, dict):
            return not _is_talk(update)
        chat = message.get("chat")
        if not isinstance(chat, dict) or chat.get("type") not in ("group", "supergroup"):
            return not (isinstance(chat, dict) and chat.get("type") == "channel")
        if any(key in message for key in _SERVICE):
            return True
        answered = message.get("reply_to_message")
        if isinstance(answered, dict) and (answered.get("from") or {}).get("id") == self._bot_id:
            return True
        text = str(message.get("text") or message.get("caption") or "")
        if not text:
            return False
        return self._is_command(text) or bool(self._mention.search(text)) or self._speaks_to_us(text)

    def _is_command(self, text: str) -> bool:
        if not text.startswith("/"):
            return False
        _, at, name = text.split(maxsplit=1)[0].partition("@")
        return not at or name.lower() == self._name


def _is_talk(update: Update) -> bool:
    """Said in a group or channel, and of a kind we never asked for: an edited message, a post, a reaction."""
    asked_for = any(kind in update for kind in ALLOWED_UPDATES)
    chats = (value.get("chat") for value in update.values() if isinstance(value, dict))
    return not asked_for and any(isinstance(chat, dict) and chat.get("type") != "private" for chat in chats)


def _album(update: Update) -> str | None:
    message = update.get("message")
    album = message.get("media_group_id") if isinstance(message, dict) else None
    return album if isinstance(album, str) else None


def may_belong(update: Update) -> bool:
    """May this be a part of something that began with an earlier update? A group's message that says nothing to us."""
    message = update.get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    return isinstance(chat, dict) and type(chat.get("id")) is int and chat["id"] < 0


def lane_of(update: Update) -> str:
    """Where order matters: the chat; in private that is the person."""
    for value in update.values():
        if not isinstance(value, dict):
            continue
        inner = value.get("message") if "data" in value else value
        chat = inner.get("chat") if isinstance(inner, dict) else None
        sender = value.get("from")
        for where in (chat, sender):
            if isinstance(where, dict) and type(where.get("id")) is int:
                return str(where["id"])[:32]
    return "?"


def person_of(update: Update) -> dict[str, Any] | None:
    """Telegram's user behind an update, as sent; None for anonymous admins, channels and bots."""
    for value in update.values():
        if isinstance(value, dict) and isinstance(value.get("from"), dict):
            sender: dict[str, Any] = value["from"]
            anonymous = sender.get("is_bot") or value.get("sender_chat")
            return None if anonymous or not _is_number(sender.get("id")) else sender
    return None


def _is_number(value: object) -> bool:
    """Telegram's numbers have at most 52 bits."""
    return type(value) is int and 0 < value < 2**52
