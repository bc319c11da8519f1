"""What a bot sent with a call, whichever way it was encoded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.sandbox.refusals import Json, bad_request


class Params:
    """Parameters by name: texts, numbers and objects may all arrive as text, as in a form."""

    def __init__(self, raw: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> None:
        self._raw = raw
        self.files = files or {}

    def __contains__(self, name: str) -> bool:
        return self._raw.get(name) is not None

    def text(self, name: str) -> str:
        """A text; empty when it was not given."""
        value = self._raw.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        return json.dumps(value) if isinstance(value, bool | list | dict) else str(value)

    def number(self, name: str, otherwise: int = 0) -> int:
        """A whole number; `otherwise` when it is missing or no number, as Telegram reads it."""
        try:
            return int(self._raw.get(name, otherwise))
        except (TypeError, ValueError):
            return otherwise

    def flag(self, name: str) -> bool:
        """A yes or no."""
        value = self._raw.get(name)
        return value if isinstance(value, bool) else str(value).lower() in ("true", "yes", "1")

    def tree(self, name: str, what: str) -> Any:
        """A JSON value, or None; `what` names it in the refusal."""
        value = self._raw.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def entities(self, name: str) -> list[Json]:
        """MessageEntity objects; anything else counts as none."""
        found = self.tree(name, "entities")
        if not isinstance(found, list):
            return []
        return [_entity(entity) for entity in found if isinstance(entity, dict)]

    def numbers(self, name: str) -> list[int]:
        """A list of message ids, 1 to 100 of them."""
        found = self.tree(name, "message identifiers")
        if not isinstance(found, list) or not found:
            raise bad_request("message identifiers are not specified")
        if len(found) > 100:
            raise bad_request("too many message identifiers specified")
        try:
            return [int(number) for number in found]
        except (TypeError, ValueError):
            raise bad_request("can't parse message identifier as a Number") from None

    def names(self, name: str) -> list[str] | None:
        """A list of texts, or None when it was not given or is no list."""
        found = self.tree(name, name)
        return [str(item) for item in found] if isinstance(found, list) else None

    def given(self) -> Json:
        """All of it as it came."""
        return dict(self._raw)


def _entity(entity: Json) -> Json:
    try:
        return {
            **entity,
            "type": str(entity["type"]),
            "offset": int(entity["offset"]),
            "length": int(entity["length"]),
        }
    except (KeyError, TypeError, ValueError) as wrong:
        raise bad_request(f"can't parse MessageEntity: {wrong}") from None
