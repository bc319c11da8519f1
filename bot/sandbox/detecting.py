"""What Telegram itself marks in a text: commands, mentions, hashtags, links, phone numbers."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.sandbox.html_parsing import utf16_length
from bot.sandbox.refusals import Json

# A command or a mention ends where a word ends, and Chinese characters are letters: "/report电梯" is none.
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+|\bt\.me/[^\s<>\"]+)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])"
    r"|(?<!\w)(?P<mention>@[A-Za-z0-9_]{2,32})(?!\w)"
    r"|(?<!\w)(?P<hashtag>#\w{1,256})(?![\w#])"
    r"|(?<!\w)(?P<phone_number>\+\d[\d ()-]{6,18}\d)(?!\w)"
)
_HINT = re.compile(r"[/@#+]|t\.me")


def detect(text: str, entities: list[Json]) -> list[Json]:
    """`entities` and what was found outside code and links, in order."""
    if not _HINT.search(text):
        return ordered(entities)
    taken = [e for e in entities if e["type"] in ("code", "pre", "text_link", "text_mention", "url")]
    found = list(entities)
    for match in _FOUND.finditer(text):
        kind = match.lastgroup or ""
        if kind == "hashtag" and not any(letter.isalpha() for letter in match.group()):
            continue
        offset, length = utf16_length(text[: match.start()]), utf16_length(match.group())
        if any(e["offset"] < offset + length and offset < e["offset"] + e["length"] for e in taken):
            continue
        found.append({"type": kind, "offset": offset, "length": length})
    return ordered(found)


def ordered(entities: list[Json]) -> list[Json]:
    """Outer before inner, left before right."""
    key = [(e["offset"], -e["length"]) for e in entities]
    if all(left <= right for left, right in pairwise(key)):
        return entities
    return [entities[at] for at in sorted(range(len(key)), key=key.__getitem__)]
