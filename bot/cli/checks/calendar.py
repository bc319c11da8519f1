"""Holidays: how far ahead they are known, and in time that somebody brings in another year."""

from __future__ import annotations

from bot.cli.checks.finding import Finding, care, good
from bot.clock import Clock
from bot.domain.playbook import Playbook
from bot.domain.workdays import KNOWN_UNTIL, ends_soon


def check_calendar(playbook: Playbook, clock: Clock) -> list[Finding]:
    """Good for 60 days at least; afterwards only weekends are days off, and nothing fails."""
    today = playbook.day(clock.now())
    if not ends_soon(today):
        return [good("holidays", f"known until {KNOWN_UNTIL}")]
    over = "ended" if today > KNOWN_UNTIL else "end"
    return [
        care(
            "holidays",
            f"holidays and worked weekends {over} on {KNOWN_UNTIL}; after that only Saturdays and Sundays are days off",
            "the State Council announces the next year in November; then `python -m pip install --upgrade chinesecalendar` "
            "in this environment, or a newer Linli, and start it again",
        )
    ]
