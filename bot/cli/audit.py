"""`linli audit`"""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.storage.verifying import Finding

audit = typer.Typer(help="The record of who did what and who looked.")


@audit.callback()
def _whole() -> None:
    """So that `verify` is a command of its own."""


@audit.command()
def verify(
    json: Annotated[bool, typer.Option("--json", help="An object {whole, broken, unsealed, …}.")] = False,
) -> None:
    """Walk the chain of seals: is anything changed, missing or slipped in? Also while the bot runs."""
    from bot.cli.showing import show_json
    from bot.clock import Clock

    found = asyncio.run(_found())
    age = _age(found.oldest, Clock().now())
    if json:
        show_json(
            {
                "whole": found.broken is None,
                "broken": found.broken,
                "seals": found.seals,
                "events": found.events,
                "pruned_to": found.pruned_to,
                "head": found.head,
                "unsealed": found.unsealed,
                "oldest_unsealed_s": age,
            }
        )
    else:
        _say(found, age)
    if found.broken:
        raise typer.Exit(1)


async def _found() -> Finding:
    from bot.cli.opening import open_database, read_playbook
    from bot.config import read_settings
    from bot.storage.verifying import verify as walk

    settings = read_settings()
    async with open_database(settings, read_playbook(settings)) as database:
        return await walk(database)


def _age(oldest: datetime | None, now: datetime) -> int | None:
    return None if oldest is None else max(0, int((now - oldest).total_seconds()))


def _say(found: Finding, age: int | None) -> None:
    typer.echo(f"Broken: {found.broken}." if found.broken else "The record is whole.")
    typer.echo(f"{found.events} events in {found.seals} seals; the newest seal is {found.head or '–'}.")
    if found.pruned_to:
        typer.echo(f"Events up to {found.pruned_to} are gone by the rules of retention.")
    tail = f", the oldest for {age} s" if found.unsealed else ""
    typer.echo(f"{found.unsealed} events wait for a seal{tail}.")
