"""A playbook's mistakes in words a person can act on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.playbooks import sheet, visit_tables
from bot.playbooks.lines import Path

_TYPES = {
    "string_type": "must be text in quotes",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "list_type": "must be a list",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a playbook: in which file, on which line, and what."""

    file: str
    line: int | None
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


class PlaybookError(Exception):
    """A playbook that cannot be used, with every mistake found in it; as text, one a line."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(one) for one in self.mistakes))


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint at the known word that looks most like a wrong one, or nothing."""
    near = difflib.get_close_matches(wrong, list(known), n=1, cutoff=0.5)
    return f"; did you mean “{near[0]}”?" if near else ""


def in_words(error: ValidationError) -> Iterator[tuple[Path, str]]:
    """What the types say is wrong: where, and in words."""
    for one in error.errors(include_url=False):
        yield one["loc"], _in_words(one)


def _in_words(one: ErrorDetails) -> str:
    key = next((str(part) for part in reversed(one["loc"]) if isinstance(part, str)), "the file")
    kind = one["type"]
    if kind == "missing":
        return f"“{key}” is missing"
    if kind == "extra_forbidden":
        return f"“{key}” is not known here" + did_you_mean(key, _keys())
    if kind == "literal_error":
        return f"“{one['input']}” is not known here (expected {one.get('ctx', {}).get('expected')})"
    if kind == "value_error":
        return f"“{key}” " + str(one.get("ctx", {}).get("error", one["msg"]))
    if kind == "string_pattern_mismatch":
        return f"“{key}” cannot be “{one['input']}”"
    if kind in ("greater_than_equal", "less_than_equal"):
        bounds = one.get("ctx", {})
        return f"“{key}” must be " + " ".join(
            f"{word} {bounds[bound]}"
            for bound, word in (("ge", "at least"), ("le", "at most"))
            if bound in bounds
        )
    return f"“{key}” " + _TYPES.get(kind, one["msg"])


def _keys() -> set[str]:
    known = [*vars(sheet).values(), *vars(visit_tables).values()]
    tables = (one for one in known if isinstance(one, type) and issubclass(one, BaseModel))
    return {field for table in tables for field in table.model_fields}
