"""`linli roles`"""

from __future__ import annotations

from typing import Annotated

import typer

MEANING = {
    "resident": "reports what is wrong and says whether it is solved; everybody is one",
    "family": "is told about a relative who is visited",
    "volunteer": "is in a service team: claims its tasks, sees a task's private details while holding it",
    "leader": "leads a service team: lets people in, asks them to go, hands tasks back",
    "building_head": "is asked first about a building",
    "grid_worker": "looks after a part of the community",
    "coordinator": "answers for the community: routes cases, binds groups, appoints, sees what waits",
    "admin": "may do whatever a coordinator may",
}


def roles(json: Annotated[bool, typer.Option("--json", help="A list of {name, meaning}.")] = False) -> None:
    """The hats people may wear, and what each is for. An admin of a Telegram group has no right by that."""
    from bot.cli.showing import show_json, show_table
    from bot.domain.member import Role

    listed = [(role.value, MEANING[role.value]) for role in Role]
    if json:
        show_json([{"name": name, "meaning": meaning} for name, meaning in listed])
    else:
        show_table(("Role", "What for"), listed)
