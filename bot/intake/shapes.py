"""Whether an update is what the Bot API says it is, in whatever we read of it.

PTB takes what it is given: where a text is a number, or a chat is missing, it makes a message of it all the same, and a
handler would fail over it three times in half a minute with a whole chat waiting behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], bool]
_HALF = re.compile("[\ud800-\udfff]")


def _whole(value: object) -> bool:
    """Telegram's numbers have at most 52 bits."""
    return type(value) is int and abs(value) < 2**52


def _words(value: object) -> bool:
    return isinstance(value, str)


def _name(value: object) -> bool:
    """Kept as it is in a column that takes no half of a character. What people write is kept in another way."""
    return isinstance(value, str) and not _HALF.search(value)


def _number(value: object) -> bool:
    return type(value) in (int, float)


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


def _many(one: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(one, value))


def _shape(must: Mapping[str, Check], may: Mapping[str, Check]) -> Check:
    """An object that has all of `must`; whatever it has besides is either as in `may` or not ours to judge."""
    known = {**must, **may}

    def fits(value: object) -> bool:
        return (
            isinstance(value, dict)
            and must.keys() <= value.keys()
            and all(known[name](inner) for name, inner in value.items() if name in known)
        )

    return fits


def _message(value: object) -> bool:
    return _MESSAGE(value)


_USER = _shape(
    {"id": _whole, "is_bot": _yes_or_no, "first_name": _words},
    {"last_name": _words, "username": _words, "language_code": _name},
)
_CHAT = _shape({"id": _whole, "type": _name}, {"title": _name, "username": _name})
_FILE = _shape(
    {"file_id": _name, "file_unique_id": _name},
    {"file_size": _whole, "file_name": _words, "mime_type": _words, "duration": _whole},
)
_ENTITY = _shape({"type": _words, "offset": _whole, "length": _whole}, {"url": _words, "user": _USER})
_FILES = ("voice", "video", "document", "audio", "video_note", "animation", "sticker")
_MESSAGE = _shape(
    {"message_id": _whole, "date": _whole, "chat": _CHAT},
    {
        "from": _USER,
        "sender_chat": _CHAT,
        "text": _words,
        "caption": _words,
        "entities": _many(_ENTITY),
        "caption_entities": _many(_ENTITY),
        "media_group_id": _name,
        "reply_to_message": _message,
        "photo": _many(_FILE),
        **dict.fromkeys(_FILES, _FILE),
        "location": _shape({"latitude": _number, "longitude": _number}, {}),
        "contact": _shape({"phone_number": _words, "first_name": _words}, {"user_id": _whole}),
        "new_chat_members": _many(_USER),
        "left_chat_member": _USER,
        "migrate_to_chat_id": _whole,
        "migrate_from_chat_id": _whole,
    },
)
_PRESS = _shape({"id": _words, "from": _USER}, {"message": _MESSAGE, "data": _words})
_STATUS = _shape({"status": _words, "user": _USER}, {})
_CHANGE = _shape(
    {"chat": _CHAT, "from": _USER, "date": _whole, "old_chat_member": _STATUS, "new_chat_member": _STATUS}, {}
)
_UPDATE = {"message": _MESSAGE, "callback_query": _PRESS, "my_chat_member": _CHANGE}


def is_asked_for(update: Mapping[str, Any]) -> bool:
    """Of a kind that a handler of ours may want."""
    return any(kind in update for kind in _UPDATE)


def is_readable(update: Mapping[str, Any]) -> bool:
    """Asked for, and in everything we read of it as described."""
    return is_asked_for(update) and all(
        fits(update[kind]) for kind, fits in _UPDATE.items() if kind in update
    )
