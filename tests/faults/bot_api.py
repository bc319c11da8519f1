"""What an update may hold, as the Bot API describes it: from its own description, or from aiogram's models of it."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.sandbox.bot_api_types import DESCRIPTION

_ALWAYS = re.compile(r"(?:always|must be) “([^”]+)”")
_PLAIN = {int: "Integer", str: "String", bool: "Boolean", float: "Float"}
LIST = "Array of "


@dataclass(frozen=True)
class Field:
    """`kinds`: names of types, `Array of …`, or `"…"` for a word that it always is."""

    kinds: Sequence[str]
    required: bool


Schema = Mapping[str, Mapping[str, Field]]


def schema() -> Schema:
    """Every type that an update is made of, with its fields."""
    return _described() if DESCRIPTION.exists() else _modelled()


def _described() -> Schema:
    told = json.loads(DESCRIPTION.read_text(encoding="utf-8"))["types"]

    def kinds(names: Sequence[str]) -> list[str]:
        return [kind for name in names for kind in told.get(name, {}).get("subtypes", [name])]

    def field(one: Mapping[str, Any]) -> Field:
        word = _ALWAYS.search(one.get("description", ""))
        return Field([f'"{word[1]}"'] if word else kinds(one["types"]), one["required"])

    return {name: {one["name"]: field(one) for one in kind.get("fields", [])} for name, kind in told.items()}


def _modelled() -> Schema:
    from aiogram.types import Update

    made: dict[str, dict[str, Field]] = {}
    waiting: list[Any] = [Update]
    while waiting:
        model = waiting.pop()
        if model.__name__ in made:
            continue
        made[model.__name__] = {}
        for name, field in model.model_fields.items():
            kinds = list(_kinds(field.annotation, waiting))
            made[model.__name__][field.alias or name] = Field(kinds, field.is_required())
    return made


def _kinds(hint: Any, waiting: list[Any]) -> typing.Iterator[str]:
    """The names of what a hint allows; models among it are looked into later."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        for one in inner:
            yield from _kinds(one, waiting)
    elif origin is typing.Annotated:
        yield from _kinds(inner[0], waiting)
    elif origin is list:
        yield from (LIST + one for one in _kinds(inner[0], waiting))
    elif origin is typing.Literal:
        yield from (f'"{one}"' for one in inner)
    elif hasattr(hint, "model_fields"):
        waiting.append(hint)
        yield hint.__name__
    elif isinstance(hint, type) and hint is not type(None):
        yield _PLAIN.get(hint, "String" if issubclass(hint, str) else "Integer")
