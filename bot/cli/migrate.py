"""`linli migrate`"""

from __future__ import annotations

import asyncio

import typer


def migrate() -> None:
    """Bring the database's schema up to date. `run` does it too; this is for doing it beforehand."""
    from bot.cli.opening import open_database, read_playbook
    from bot.config import read_settings
    from bot.storage.schema import LATEST

    settings = read_settings()
    playbook = read_playbook(settings)

    async def go() -> None:
        async with open_database(settings, playbook):
            typer.echo(f"The database has schema {LATEST}.")

    asyncio.run(go())
