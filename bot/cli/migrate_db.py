"""`linli migrate-db`"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.storage.copying.rows import Tally
    from bot.storage.database import Database


def migrate_db(
    to: Annotated[
        str | None,
        typer.Option(help="postgresql+asyncpg://user:password@host/database; asked for if left out."),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Though something else is there: it goes.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="An object {table: {rows, sum}}.")] = False,
) -> None:
    """Move the SQLite database of DATABASE_URL to PostgreSQL; the bot must be stopped. The old one stays as it is.

    Counts and checksums of both sides are compared. Broken off, or run again, it begins anew and harms nothing.
    """
    from bot.cli.showing import show_json
    from bot.config import read_settings

    settings = read_settings()
    file = settings.sqlite_file
    if file is None or not file.exists():
        raise Stop("DATABASE_URL: names no SQLite database that is there", code=BAD_SETTINGS)
    url = (to or typer.prompt("PostgreSQL address", hide_input=True, err=True)).strip()
    if not url.startswith("postgresql+asyncpg://"):
        raise Stop("--to: must begin with postgresql+asyncpg://", code=BAD_SETTINGS)
    tallies, there = asyncio.run(_move(settings, url, replace))
    if json:
        show_json({name: {"rows": one.rows, "sum": one.sum} for name, one in tallies.items()})
        return
    rows = sum(one.rows for one in tallies.values())
    how = "were there already" if there else "have arrived"
    typer.echo(
        f"{rows} rows in {len(tallies)} tables {how}; counts and checksums are the same on both sides."
    )
    key = "" if settings.data_key else f", DATA_KEY_FILE={settings.data_key_file or file.with_suffix('.key')}"
    typer.echo(f"Set DATABASE_URL to the new address{key}, and start the bot.")
    typer.echo(f"When all is well, take {file} away: it holds everything up to now.")


async def _move(settings: Settings, url: str, replace: bool) -> tuple[dict[str, Tally], bool]:
    """The tallies, and whether everything was there already."""
    from bot.cli.alone import alone
    from bot.cli.opening import open_database, read_playbook
    from bot.config import data_keys
    from bot.storage.database import Database

    playbook = read_playbook(settings)
    with alone(settings.sqlite_file):
        async with open_database(settings, playbook) as source:
            target = Database(url, data_keys(settings), playbook)
            try:
                return await _copy(source, target, replace)
            finally:
                await target.close()


async def _copy(source: Database, target: Database, replace: bool) -> tuple[dict[str, Tally], bool]:
    from bot.cli.opening import what_went_wrong
    from bot.storage.copying.filling import MismatchError
    from bot.storage.copying.moving import NotEmptyError, move_everything
    from bot.storage.database import DatabaseTroubleError
    from bot.storage.shared import AtWorkError

    try:
        return await move_everything(source, target, replace=replace)
    except NotEmptyError:
        raise Stop("--to: something else is in that database; --replace puts this in its place") from None
    except AtWorkError:
        raise Stop("--to: another `linli run` works on that database; stop that one first") from None
    except MismatchError as error:
        raise Stop(f"--to: {error}; nothing was changed there") from None
    except (DatabaseTroubleError, OSError) as error:
        raise Stop(f"--to: that database cannot be used ({what_went_wrong(error)})") from None
