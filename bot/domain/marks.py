"""Marks 持证 · 可入户 · 力气 · languages: what a leader or coordinator vouched for, when, and until when it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

CERTIFIED, MAY_ENTER, STRONG, WOMAN = "certified", "may_enter", "strong", "woman"
KINDS = (CERTIFIED, MAY_ENTER, STRONG, WOMAN)
"""What every community has; the languages are in its playbook, by their keys."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something vouched for. `by_id`: who did (None: a roster); `until`: its last day, if it expires."""

    kind: str
    at: datetime
    by_id: int | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Is it still good that day?"""
        return self.until is None or on <= self.until


def marked(marks: Iterable[Mark], kind: str) -> Mark | None:
    """The mark of that kind, also one that has expired."""
    return next((mark for mark in marks if mark.kind == kind), None)


def given(marks: Iterable[Mark], mark: Mark) -> tuple[Mark, ...]:
    """With that mark; one of its kind from before gives way."""
    return (*without(marks, mark.kind), mark)


def without(marks: Iterable[Mark], kind: str) -> tuple[Mark, ...]:
    """Without what was vouched for."""
    return tuple(mark for mark in marks if mark.kind != kind)


def lacking(needs: Iterable[str], marks: Iterable[Mark], on: date) -> str | None:
    """The first of these needs that no mark answers that day."""
    good = {mark.kind for mark in marks if mark.holds(on)}
    return next((kind for kind in needs if kind not in good), None)
