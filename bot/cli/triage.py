"""`linli triage`"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.domain.playbook import Playbook
    from bot.domain.triage import Understanding


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
        understood = shown(understand(text, playbook, Place()), playbook)
        if json:
            show_json_line(understood)
        else:
            typer.echo(f"{text}\n    {in_words(understood)}")


def shown(understood: Understanding, playbook: Playbook) -> dict[str, bool | str | None]:
    """The fields that programs may rely on; the category by its Chinese name, like team and party."""
    from bot.domain.playbook import DEFAULT_LANGUAGE

    place, category = understood.place, playbook.category(understood.category)
    return {
        "report": understood.report,
        "danger": understood.danger is not None,
        "sensitive": understood.sensitive,
        "asks": understood.perhaps is not None,
        "because": understood.because,
        "category": category.name(DEFAULT_LANGUAGE) if category else None,
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
