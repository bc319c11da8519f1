"""Typed buttons: what a press carries, packed into Telegram's 64 bytes and read back without trust."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, ClassVar, Self

from telegram import Update

from bot.domain.errors import RuleError

_LIMIT = 64
_SEPARATOR = ":"
_MOST = 2**31 - 1
"""What every column takes that a number of a button may end in."""


class Button:
    """The parent of all buttons. A subclass is a frozen dataclass of int and str fields with a `tag` of its own.

    Callback data may be forged or years old: `of` raises RuleError for whatever is not exactly ours.
    """

    tag: ClassVar[str]
    _tags: ClassVar[dict[str, type[Button]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "tag" in cls.__dict__:
            other = Button._tags.setdefault(cls.tag, cls)
            if other.__qualname__ != cls.__qualname__:
                raise TypeError(f"{cls.__name__} and {other.__name__} share the tag {cls.tag!r}")

    def pack(self) -> str:
        """As callback data. Raises ValueError over 64 bytes."""
        values = [getattr(self, f.name) for f in fields(self)]  # type: ignore[arg-type]
        data = _SEPARATOR.join([self.tag, *("" if v is None else str(v) for v in values)])
        if len(data.encode()) > _LIMIT:
            raise ValueError(f"{type(self).__name__} packs to more than {_LIMIT} bytes")
        return data

    @classmethod
    def parse(cls, data: str) -> Self:
        """From callback data. Raises RuleError when it is not one of ours."""
        tag, *parts = data.split(_SEPARATOR)
        wanted = fields(cls)  # type: ignore[arg-type]
        if tag != cls.tag or len(parts) != len(wanted):
            raise RuleError("no-stale-button")
        try:
            return cls(*(_read(str(f.type), part) for f, part in zip(wanted, parts, strict=True)))
        except ValueError as error:
            raise RuleError("no-stale-button") from error

    @staticmethod
    def read(data: str) -> Button | None:
        """Whichever button it is; None when it is none of ours."""
        kind = Button._tags.get(data.partition(_SEPARATOR)[0])
        try:
            return kind.parse(data) if kind else None
        except RuleError:
            return None

    @classmethod
    def of(cls, update: Update) -> Self:
        """From a press. Raises RuleError when it is not one of ours."""
        query = update.callback_query
        return cls.parse(query.data or "" if query else "")


def _read(kind: str, part: str) -> int | str | None:
    if "None" in kind and part == "":
        return None
    if kind.startswith("int"):
        number = int(part)
        if abs(number) > _MOST:
            raise ValueError("out of range")
        return number
    return part
