"""How a rule says no."""

from __future__ import annotations

from typing import Any


class RuleError(Exception):
    """A rule's no: an answer for a person, not a failure.

    `key` is a Fluent message id, `args_` its arguments; the sentence is made in the person's language when it is
    shown. Services raise it before they change anything.
    """

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key)
        self.key = key
        self.args_ = args
