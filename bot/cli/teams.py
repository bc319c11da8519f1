"""`linli teams`"""

from __future__ import annotations

from typing import Annotated

import typer


def teams(
    json: Annotated[bool, typer.Option("--json", help="A list of {name, categories}.")] = False,
) -> None:
    """The service teams of the playbook, and what each does."""
    from bot.cli.opening import read_playbook
    from bot.cli.showing import show_json, show_table
    from bot.config import read_settings
    from bot.domain.playbook import DEFAULT_LANGUAGE

    playbook = read_playbook(read_settings())
    names = {one.key: one.name(DEFAULT_LANGUAGE) for one in playbook.categories}
    listed = [(team.name, [names[key] for key in team.categories]) for team in playbook.teams]
    if json:
        show_json([{"name": name, "categories": categories} for name, categories in listed])
    else:
        show_table(("Team", "Categories"), [(name, "、".join(categories)) for name, categories in listed])
