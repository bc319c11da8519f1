"""`linli triage`"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.domain.triage import Understanding

FIELDS = ("report", "danger", "sensitive", "category", "team", "party", "building", "unit", "room")


def triage(json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False) -> None:
    """What the bot would understand of sentences on standard input, one a line: to tune a playbook."""
    from bot.cli.opening import read_playbook
    from bot.cli.showing import show_json_line
    from bot.config import read_settings
    from bot.domain.place import Place
    from bot.domain.triage import understand

    playbook = read_playbook(read_settings())
    for line in sys.stdin.buffer:
        text = line.decode("utf-8", "replace").strip()
        if not text and not json:
            continue
        understood = shown(understand(text, playbook, Place()))
        if json:
            show_json_line(understood)
        else:
            typer.echo(f"{text}\n    {in_words(understood)}")


def shown(understood: Understanding) -> dict[str, bool | str | None]:
    """Exactly the fields DESIGN names."""
    place = understood.place
    return {
        "report": understood.report,
        "danger": understood.danger is not None,
        "sensitive": understood.sensitive,
        "category": understood.category,
        "team": understood.team,
        "party": understood.party,
        "building": place.building,
        "unit": place.unit,
        "room": place.room,
    }


def in_words(understood: dict[str, bool | str | None]) -> str:
    """The same for a reader: only what was found."""
    if not any(understood.values()):
        return "not a report"
    parts = [name if value is True else f"{name}: {value}" for name, value in understood.items() if value]
    return " · ".join(parts)
