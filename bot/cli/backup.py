"""`linli backup`"""

from __future__ import annotations

import asyncio
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import Stop

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.domain.playbook import Playbook
    from bot.storage.backups import Made
    from bot.storage.database import Database

NICENESS = 10


def backup(
    out: Annotated[
        Path | None, typer.Option(help="A folder, or the file to make. Else BACKUP_FOLDER, or backups/.")
    ] = None,
    without_paper: Annotated[
        bool, typer.Option("--without-paper", help="Though the key was never printed.")
    ] = False,
    nightly: Annotated[
        bool, typer.Option("--nightly", help="As the bot does it: gently, and old ones go.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="An object {file, rows, bytes, dropped}.")] = False,
) -> None:
    """Put everything into one sealed file, of one moment, while the bot runs; `linli restore` puts it back."""
    from bot.cli.showing import show_json
    from bot.config import read_settings

    if nightly:
        os.nice(NICENESS)
    settings = read_settings()
    made, dropped = asyncio.run(_back_up(settings, out, insist=not (without_paper or nightly), drop=nightly))
    if json:
        size = made.file.stat().st_size
        show_json({"file": str(made.file), "rows": made.rows, "bytes": size, "dropped": dropped})
        return
    typer.echo(f"{made.file}: {made.rows} rows in {len(made.tallies)} tables, sealed, and read back.")
    if dropped:
        typer.echo(f"Old ones that need not be kept are gone: {len(dropped)}.")
    typer.echo("Keep a copy away from this machine, and the key (`linli key paper`) away from both.")


async def _back_up(
    settings: Settings, out: Path | None, *, insist: bool, drop: bool
) -> tuple[Made, list[str]]:
    from bot.cli.opening import open_database, read_playbook
    from bot.clock import Clock
    from bot.storage.backups import record_backup
    from bot.storage.forgotten import note_erasures

    playbook, now = read_playbook(settings), Clock().now()
    async with open_database(settings, playbook) as database:
        await _paper(settings, database, insist=insist)
        made = await back_up_to(database, _file(settings, out, now), now)
        async with database.work() as uow:
            record_backup(uow, made, now=now)
            await note_erasures(uow, made.file.parent)
    return made, _drop(settings, playbook, now) if drop else []


async def _paper(settings: Settings, database: Database, *, insist: bool) -> None:
    """Insists on the key's paper: who has only the machine and its backups has nothing when the machine is gone."""
    from bot.config import data_key
    from bot.storage.papers import key_printed_at

    async with database.look() as uow:
        if await key_printed_at(uow, data_key(settings)) is not None:
            return
    said = "the data key was never printed: if this machine is lost, no backup can be read"
    if insist:
        raise Stop(f"{said}. `linli key paper --out key.pdf` first; or --without-paper, all the same")
    typer.secho(f"CAREFUL: {said}. `linli key paper --out key.pdf`", err=True, fg=typer.colors.RED)


def folder_of(settings: Settings) -> Path:
    """Where backups go of which nobody said where."""
    if settings.backup_folder is not None:
        return settings.backup_folder
    file = settings.sqlite_file
    return (file.parent if file is not None else Path("data")) / "backups"


def _file(settings: Settings, out: Path | None, now: datetime) -> Path:
    from bot.domain.backup import name_of

    if out is not None and not out.is_dir() and out.suffix:
        if out.exists():
            raise Stop(f"{out}: is there already; name another file")
        return out
    return (out or folder_of(settings)) / name_of(now)


async def back_up_to(database: Database, file: Path, now: datetime) -> Made:
    """Makes that file; raises Stop where it cannot be made."""
    from bot.storage.backups import make_backup
    from bot.storage.copying.strongbox import DamagedError
    from bot.storage.crypto import WrongKeyError

    try:
        return await make_backup(database, file, now)
    except OSError as error:
        raise Stop(f"{file}: cannot be written ({error.strerror})") from None
    except DamagedError as error:
        raise Stop(
            f"{file}: was written, but reads back differently ({error}); is the disk broken?"
        ) from None
    except WrongKeyError:
        raise Stop("DATA_KEY: does not open this database; put back the key it was made with") from None


def _drop(settings: Settings, playbook: Playbook, now: datetime) -> list[str]:
    from bot.domain.backup import Keeping
    from bot.storage.backups import drop_old

    keeping = Keeping(settings.backup_keep_daily, settings.backup_keep_weekly, settings.backup_keep_monthly)
    return drop_old(folder_of(settings), keeping, playbook.zone, now)
