"""`linli key rotate` and `linli key new`: the key is changed while everything goes on."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from pathlib import Path

    from bot.config import Settings
    from bot.storage.database import Database

LEARNT_S = 70
"""Seconds in which every running process has looked at the key's file: they do with every tick."""


def new() -> None:
    """Print the next version of the key, for DATA_KEY=new,old. It opens nothing by itself; keep it secret."""
    from bot.config import data_key, read_settings
    from bot.config.key import key_text
    from bot.config.versions import next_version

    typer.echo(key_text(next_version(data_key(read_settings()), secrets.token_bytes(32))))


def rotate(
    wait: Annotated[
        int, typer.Option(help="Seconds a running bot is given to learn of the new key.")
    ] = LEARNT_S,
) -> None:
    """Change the data key: seal everything anew, then drop the old one. The bot goes on; broken off, run it again."""
    from bot.config import read_settings

    settings = read_settings()
    file = _add_version(settings)
    asyncio.run(_reseal(settings, wait))
    if file is None:
        typer.echo(
            "Everything is sealed under the new key. Take the old one (behind the comma) out of DATA_KEY."
        )
        return
    _drop_old(settings, file)
    typer.echo(f"Everything is sealed under the new key; {file} holds it alone.")
    typer.echo("Old backups still open with the old key: destroy its copies when you destroy them.")
    typer.echo("Put the new key on paper: `linli key paper`.")


def _add_version(settings: Settings) -> Path | None:
    """The file the new version is in, put there now if no change was under way; None where it is in DATA_KEY."""
    from bot.config import data_keys
    from bot.config.key import key_file, write_keys
    from bot.config.versions import next_version

    keys = data_keys(settings)
    if settings.data_key:
        if len(keys) < 2:
            raise Stop(
                "DATA_KEY: set it to new,old first (`linli key new` prints the new one) and start the bot with it",
                code=BAD_SETTINGS,
            )
        return None
    file = key_file(settings)
    if len(keys) < 2:
        write_keys(file, [next_version(keys[0], secrets.token_bytes(32)), *keys])
        typer.echo(f"{file}: a new version stands before the old one.")
    else:
        typer.echo("Going on with the change that was begun.")
    return file


async def _reseal(settings: Settings, wait: int) -> None:
    """Until nothing is left, and nobody can have sealed anything under the old key since."""
    from bot.cli.opening import open_database, read_playbook

    async with open_database(settings, read_playbook(settings)) as database:
        await _pass(database)
        if wait:
            typer.echo(f"Waiting {wait} s until a running bot has learnt of it …")
            await asyncio.sleep(wait)
            await _pass(database)
        await _must_be_through(database)


async def _pass(database: Database) -> None:
    from bot.storage.resealing import reseal

    total = 0
    async for progress in reseal(database):
        total += progress.values
        await asyncio.sleep(0.01)  # whoever else writes has their turn
    typer.echo(f"{total} values sealed anew.")


async def _must_be_through(database: Database) -> None:
    from bot.storage.resealing import left

    if counts := await left(database):
        raise Stop(
            f"{sum(counts.values())} values are still sealed under the old key ({', '.join(counts)}); both stay. "
            "Is a bot running that cannot read the key's file? Then run this again."
        )


def _drop_old(settings: Settings, file: Path) -> None:
    from bot.config import data_keys
    from bot.config.key import write_keys

    write_keys(file, data_keys(settings)[:1])
