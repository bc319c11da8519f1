"""`linli second`"""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

import typer

from bot.cli.stopping import Stop


def second(
    number: Annotated[int | None, typer.Argument(help="Of the proposal; without it, all that wait.")] = None,
    refuse: Annotated[bool, typer.Option("--refuse", help="Refuse instead of agreeing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="A list of {number, role, name, by}.")] = False,
) -> None:
    """Agree to a coordinator or admin whom somebody else proposed. Whoever runs the program counts as one person."""
    from bot.cli.showing import show_json, show_table

    waiting = asyncio.run(_work(number, agree=not refuse))
    if number is not None:
        typer.echo("Refused." if refuse else "Agreed.")
    elif json:
        show_json(waiting)
    else:
        rows = [(str(one["number"]), one["role"], one["name"], one["by"]) for one in waiting]
        show_table(("Number", "Role", "Who", "Proposed by"), rows)


async def _work(number: int | None, *, agree: bool) -> list[dict[str, Any]]:
    from bot.cli.opening import open_database, read_playbook
    from bot.clock import Clock
    from bot.config import read_settings
    from bot.domain.errors import RuleError
    from bot.services.appointing import decide_proposal
    from bot.storage.proposals import Proposals

    settings, now = read_settings(), Clock().now()
    playbook = read_playbook(settings)
    async with open_database(settings, playbook) as database, database.work() as uow:
        if number is not None:
            try:
                await decide_proposal(uow, number, None, agree=agree, now=now, round_=-number)
            except RuleError as refusal:
                raise Stop(_WHY.get(refusal.key, refusal.key)) from None
            return []
        found = []
        for one in await Proposals(uow.session).waiting(now):
            member, by = await uow.members.get(one.member_id), await uow.members.find(one.by_id)
            name = by.name if by else "the command line"
            found.append({"number": one.id, "role": str(one.role), "name": member.name, "by": name})
        return found


_WHY = {
    "no-proposal-over": "no such proposal waits (any more); see `linli second`",
    "no-second-yourself": "proposed by the command line itself: a coordinator or admin has to agree",
}
