"""Updates as Telegram might send them one day: by its schema, with parts missing, too many, or of another kind."""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from tests.faults.bot_api import LIST, Field, Schema

Json = dict[str, Any]
KINDS = {"message": 10, "callback_query": 6, "my_chat_member": 3}
"""What we ask for comes more often than what we never asked for (1 each)."""
DEPTH = 4
HARMED = 0.4
"""So many of all updates are not as the schema says."""
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, 2**70, -(2**64), 1.5, 1e308, "", " ", "0", "文", "😀" * 30, "\x00",
    "\ud800", "\u202e", "<b>", "&amp;", "%s{}", "/start", "/report", "x" * 5000, [], [[]], [None], {}, {"": None},
    {"id": "7"}, [{"id": 1}], {"type": "unknown"}, [[[[[]]]]],
)  # fmt: skip


@dataclass
class Known:
    """What makes an update ours: people and chats as Telegram writes them, words, and buttons that are on show."""

    people: list[Json] = field(default_factory=list)
    chats: list[Json] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    buttons: Sequence[tuple[Json, str]] = ()
    """Messages that have one, and what it carries."""


class Odd:
    """`dice` alone decides: the same seed makes the same updates of what is known."""

    def __init__(self, schema: Schema, known: Known, dice: random.Random) -> None:
        self._schema = schema
        self._known = known
        self._dice = dice

    def update(self, now: int) -> Json:
        """One more, without its number. `now`: seconds, as Telegram counts them."""
        kinds = [name for name in self._schema["Update"] if name != "update_id"]
        [kind] = self._dice.choices(
            kinds, [KINDS.get(name, 1) / (1 if name in KINDS else 8) for name in kinds]
        )
        made: Json = {kind: self._value(self._schema["Update"][kind], kind, 0, now)}
        if kind == "callback_query" and self._dice.random() < 0.7 and self._known.buttons:
            message, data = self._dice.choice(self._known.buttons)
            made[kind] |= {"message": message, "data": self._worn(data)}
        if self._dice.random() < HARMED:
            made = deepcopy(made)
            for _ in range(self._dice.choice((1, 1, 1, 2, 5))):
                self._harm(made)
        return made

    def _worn(self, data: str) -> str:
        """Mostly as it is; else with another sign in some place."""
        if self._dice.random() < 0.7:
            return data
        place = self._dice.randint(0, len(data))
        return data[:place] + self._dice.choice(":0-9Zé文 ") + data[place + self._dice.randint(0, 1) :]

    def _value(self, asked: Field, name: str, depth: int, now: int) -> Any:
        kind = self._dice.choice(list(asked.kinds))
        if kind.startswith('"'):
            return kind.strip('"')
        if kind.startswith(LIST):
            inner = Field([kind.removeprefix(LIST)], True)
            return [self._value(inner, name, depth + 1, now) for _ in range(self._dice.randint(0, 2))]
        if kind in self._schema:
            return self._object(kind, depth, now)
        return self._plain(kind, name, now)

    def _object(self, kind: str, depth: int, now: int) -> Any:
        known = {"User": self._known.people, "Chat": self._known.chats}.get(kind)
        if known and self._dice.random() < 0.85:
            return dict(self._dice.choice(known))
        fields = self._schema[kind]
        may = [name for name, one in fields.items() if not one.required]
        most = 0 if depth >= DEPTH else min(len(may), 4 - depth)
        chosen = {name for name, one in fields.items() if one.required}
        chosen |= set(self._dice.sample(may, self._dice.randint(0, most)))
        if kind == "Message" and self._dice.random() < 0.6:
            chosen |= {"text", "from"}
        return {name: self._value(fields[name], name, depth + 1, now) for name in sorted(chosen)}

    def _plain(self, kind: str, name: str, now: int) -> Any:
        dice = self._dice
        if "date" in name:
            return now - dice.choice((0, 0, 0, 60, 10**6, now, -(10**9)))
        if kind == "String":
            return dice.choice(self._known.words)
        if kind == "Boolean":
            return dice.random() < 0.5
        return dice.random() * 180 if kind == "Float" else dice.choice((0, 1, 2, dice.randint(1, 9999)))

    def _harm(self, made: Json) -> None:
        """Something somewhere in it is left out, of another kind, or too much."""
        place: Any = made
        while True:
            inner = [one for one in _parts(place) if isinstance(one, dict | list) and one]
            if not inner or (place is not made and self._dice.random() < 0.4):
                break
            place = self._dice.choice(inner)
        if not place:  # nothing is left of it
            return
        where = self._dice.choice(list(place) if isinstance(place, dict) else range(len(place)))
        deed = self._dice.random()
        if deed < 0.25:
            del place[where]
        elif deed < 0.85 or isinstance(place, list):
            place[where] = deepcopy(self._dice.choice(STRANGE))
        else:
            place[self._dice.choice(("extra", "", "文", "data", "message", "chat", "from"))] = deepcopy(
                self._dice.choice(STRANGE)
            )


def _parts(place: Any) -> list[Any]:
    return list(place.values()) if isinstance(place, dict) else list(place)
