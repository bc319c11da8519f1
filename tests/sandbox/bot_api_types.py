"""The Bot API's own description, and whether a JSON value is what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

DESCRIPTION = Path(__file__).parents[3] / "shared" / "data" / "bot-api-10.1.json"
_PLAIN: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "String": str,
    "Boolean": bool,
    "Float": (int, float),
}


class BotApi:
    """Types and methods as Telegram documents them."""

    def __init__(self) -> None:
        described = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
        self.types: dict[str, Any] = described["types"]
        self.methods: dict[str, Any] = described["methods"]
        self._names = {name.lower(): name for name in self.methods}

    def problems_of_result(self, method: str, value: object) -> list[str]:
        """What is wrong with what a method returned; empty when nothing is."""
        name = self._names[method.lower()]
        return self.problems(self.methods[name]["returns"], value, name)

    def problems(self, kinds: list[str], value: object, where: str) -> list[str]:
        """What keeps `value` from being any of `kinds`: the shortest list of complaints."""
        return min((self._problems(kind, value, where) for kind in kinds), key=len)

    def _problems(self, kind: str, value: object, where: str) -> list[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                return [f"{where}: {value!r} is no array"]
            of = [kind.removeprefix("Array of ")]
            return [wrong for item in value for wrong in self.problems(of, item, where)]
        if (plain := _PLAIN.get(kind)) is not None:
            right = isinstance(value, plain) and (kind == "Boolean" or not isinstance(value, bool))
            return [] if right else [f"{where}: {value!r} is no {kind}"]
        if subtypes := self.types[kind].get("subtypes"):
            return self.problems(subtypes, value, where)
        return self._fields(kind, value, where)

    def _fields(self, kind: str, value: object, where: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{where}: {value!r} is no {kind}"]
        fields = {field["name"]: field for field in self.types[kind].get("fields", [])}
        wrong = [f"{where}: {kind} has no {name}" for name in value.keys() - fields.keys()]
        for name, field in fields.items():
            if name in value:
                wrong += self.problems(field["types"], value[name], f"{where}.{name}")
            elif field["required"]:
                wrong.append(f"{where}: {kind} needs {name}")
        return wrong
