"""What one check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How it is."""

    GOOD = "✓"
    CARE = "!"  # works, but somebody should look at it
    BAD = "✗"  # Linli cannot do its work like this


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it is, and what to do about it where there is something to do."""

    about: str
    mark: Mark
    says: str
    advice: str = ""


def good(about: str, says: str) -> Finding:
    """All is well."""
    return Finding(about, Mark.GOOD, says)


def care(about: str, says: str, advice: str) -> Finding:
    """Works, but somebody should look at it."""
    return Finding(about, Mark.CARE, says, advice)


def bad(about: str, says: str, advice: str) -> Finding:
    """Does not work."""
    return Finding(about, Mark.BAD, says, advice)
