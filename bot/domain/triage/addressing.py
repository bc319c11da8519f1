"""Whether words in a group were meant for us, and what is left of them without our name and the topic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.playbook import Playbook
from bot.domain.triage.understanding import topic


@dataclass(frozen=True, slots=True)
class Addressed:
    """`spoken`: without our name; `report`: without the topic too, which is what a report would say."""

    spoken: str
    report: str
    meant: bool


def addressed(text: str, username: str, playbook: Playbook) -> Addressed:
    """@bot … and #报修 … are meant for us; `username` is our own, without @."""
    spoken = re.sub(rf"@{re.escape(username)}(?!\w)", "", text, flags=re.IGNORECASE)
    rest = topic(spoken, playbook)
    meant = spoken != text or rest is not None
    return Addressed(spoken, spoken.strip() if rest is None else rest, meant)
