"""`linli roles`"""

from __future__ import annotations

from typing import Annotated, Any

import typer

MEANING = {
    "resident": "reports what is wrong and says whether it is solved; everybody is one",
    "family": "is told about a relative who is visited",
    "volunteer": "is in a service team: claims its tasks, sees a task's private details while holding it",
    "leader": "leads a service team: lets people in, asks them to go, hands tasks back",
    "building_head": "is asked first about a building; sees what is open there, posts to its group",
    "grid_worker": "looks after a compound or some buildings, with the rights of their heads",
    "coordinator": "answers for the community: routes cases, binds groups, appoints, sees what waits",
    "admin": "may do whatever a coordinator may, and decides about admins",
}
REACHES = {
    "own": "their own",
    "crew": "of a team they are in",
    "team": "of a team they lead",
    "building": "in the building they head",
    "compound": "where they look after",
    "all": "everything",
}


def roles(
    json: Annotated[bool, typer.Option("--json", help="A list of {name, meaning, rights}.")] = False,
) -> None:
    """The hats people may wear, and what each may do. An admin of a Telegram group has no right by that."""
    from bot.cli.showing import show_json, show_table

    if json:
        show_json(listed())
    else:
        show_table(("Role", "What for"), [(name, MEANING[name]) for name in MEANING])
        typer.echo()
        show_table(HEADER, rights())


HEADER = ("Act", "What it is", "Who may, and to what")


def listed() -> list[dict[str, Any]]:
    """Every role with its rights: act → how far it reaches."""
    from bot.domain.rights import RIGHTS
    from bot.domain.role import Role

    return [
        {
            "name": role.value,
            "meaning": MEANING[role.value],
            "rights": {verb.value: row[role].value for verb, row in RIGHTS.items() if role in row},
        }
        for role in Role
    ]


def rights() -> list[tuple[str, str, str]]:
    """The table of rights in words, one act a row."""
    from bot.domain.rights import MEANING as ACTS
    from bot.domain.rights import RIGHTS
    from bot.domain.role import Role

    def reach(role: Role, scope: str) -> str:
        who = "everybody" if role is Role.RESIDENT else role.value
        return f"{who}: {REACHES[scope]}"

    return [
        (verb.value, ACTS[verb], "; ".join(reach(role, scope) for role, scope in row.items()))
        for verb, row in RIGHTS.items()
    ]


def as_markdown() -> str:
    """The same table as README has it."""
    rows = (HEADER, ("---", "---", "---"), *((f"`{act}`", *rest) for act, *rest in rights()))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
