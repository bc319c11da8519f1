"""What this process has counted since it started, for whoever watches it. Plain numbers; nobody personal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

BOUNDS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds, upper ends of what handler times are sorted into."""


@dataclass
class Meter:
    """One a process."""

    ticks: int = 0
    ticks_failed: Counter[str] = field(default_factory=Counter)
    """By what was due."""
    refusals: Counter[str] = field(default_factory=Counter)
    """Telegram's no, by what it came to: blocked, refused, wait, unknown …"""
    said_no: Counter[str] = field(default_factory=Counter)
    """Ours to people, by the rule's key."""
    failures: int = 0
    """Attempts of updates that raised."""
    handled: int = 0
    handled_s: float = 0.0
    within: Counter[float] = field(default_factory=Counter)

    def took(self, seconds: float) -> None:
        """One handler ran so long."""
        self.handled += 1
        self.handled_s += seconds
        for bound in BOUNDS:
            if seconds <= bound:
                self.within[bound] += 1


METER = Meter()
