"""The two kinds of roster, and what a sheet of each must at least tell."""

from __future__ import annotations

from enum import StrEnum

OWN_SHEET = "_linli"
"""The sheet of a template that holds the choices of its drop-downs; nobody fills it in."""


class Kind(StrEnum):
    """What a sheet lists."""

    HOUSEHOLDS = "households"  # doors, and who lives behind them
    MEMBERS = "members"  # volunteers and their teams

    @property
    def needed(self) -> tuple[frozenset[str], ...]:
        """The meanings a heading row must have: one of each set."""
        if self is Kind.HOUSEHOLDS:
            return (frozenset({"name"}), frozenset({"room", "address"}))
        return (frozenset({"name"}), frozenset({"phones", "teams"}))
