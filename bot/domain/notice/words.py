"""What a notice says: words as Telegram formats them, and files by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 3500
"""Characters of a notice: Telegram's 4096 less what is written below it."""
CAPTION = 900
"""Characters that fit below a picture with what we add; longer words follow it as a message of their own."""
MOST_FILES = 10
MOST_KEPT = 20_000
"""Characters of a draft: what is too long to be sent is kept, so that it can be shortened."""
_KEPT = (
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
)
"""How people format. Links, names and numbers Telegram finds by itself; who was mentioned is nobody's to keep."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one language with Telegram's entities, whose offsets count UTF-16 units.

    `given`: the playbook's; what stands in {} is to be filled in.
    """

    text: str = ""
    entities: tuple[Mapping[str, Any], ...] = ()
    given: bool = False

    def then(self, other: Wording) -> Wording:
        """These words, and others on the next line, each formatted as it was."""
        if not (self.text and other.text):
            return self if self.text else other
        ahead = units(self.text) + 1
        moved = tuple({**one, "offset": int(one["offset"]) + ahead} for one in other.entities)
        return Wording(f"{self.text}\n{other.text}", self.entities + moved, self.given)

    def cut(self, most: int) -> Wording:
        """So many units of it at most, with a … where something is missing."""
        if units(self.text) <= most:
            return self
        kept = self.text[: most - 1]
        while units(kept) > most - 1:
            kept = kept[: (most - 1 - units(kept)) // 2]
        end = units(kept)
        inside = (one for one in self.entities if int(one["offset"]) < end)
        marks = tuple({**one, "length": min(int(one["length"]), end - int(one["offset"]))} for one in inside)
        return Wording(f"{kept}…", marks, self.given)


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A photo, video, voice or document by Telegram's file id."""

    kind: str
    file_id: str


_TOGETHER = ({"photo", "video"}, {"document"}, {"audio"})


def together(files: Iterable[NoticeFile]) -> bool:
    """Will Telegram show these as one?"""
    kinds = [one.kind for one in files]
    return len(kinds) < 2 or any(set(kinds) <= one for one in _TOGETHER)


def units(text: str) -> int:
    """So long Telegram takes it to be."""
    return sum(2 if ord(one) > 0xFFFF else 1 for one in text)


def worded(text: str, entities: Iterable[Mapping[str, Any]] = ()) -> Wording:
    """Words as somebody sent them; of the entities, what they formatted themselves."""
    return Wording(text, tuple(dict(one) for one in entities if one.get("type") in _KEPT))
