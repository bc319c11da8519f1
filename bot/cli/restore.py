"""`linli restore`"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from datetime import datetime

    from bot.config import Settings
    from bot.domain.playbook import Playbook
    from bot.services.restoring import Restored
    from bot.storage.crypto import Keychain
    from bot.storage.database import Database
    from bot.storage.forgotten import Erasure


def restore(
    file: Annotated[Path, typer.Argument(help="What `linli backup` made.", show_default=False)],
    yes: Annotated[
        bool, typer.Option("--yes", help="Without asking, also in the place of what is there.")
    ] = False,
) -> None:
    """Put a backup into the database of DATABASE_URL; the bot must be stopped. A damaged file changes nothing."""
    from bot.cli.opening import read_playbook
    from bot.config import read_settings

    settings = read_settings()
    done, made_at = asyncio.run(_restore(settings, read_playbook(settings), file, yes))
    typer.echo(f"{done.rows} rows are back, as they were on {made_at:%Y-%m-%d at %H:%M} UTC.")
    typer.echo("What happened since is not in it: tell people to report again what they miss.")
    if done.parked:
        typer.echo(f"{done.parked} messages had not gone out then; a coordinator settles them (/unknown).")
    if done.dead:
        typer.echo(f"{done.dead} updates had not been dealt with then; a coordinator settles them (/dead).")
    if done.halted:
        typer.echo(
            f"{done.halted} pieces of long work were under way then and may be done since: notices are stopped, and"
            " their writers let them go on; lists and files are asked for again."
        )
    if done.erased:
        typer.echo(f"{done.erased} people who asked to be forgotten since were erased again.")


async def _restore(
    settings: Settings, playbook: Playbook, file: Path, yes: bool
) -> tuple[Restored, datetime]:
    from bot.cli.alone import alone
    from bot.config import data_keys, make_database_folder
    from bot.storage.crypto import Keychain

    make_database_folder(settings)
    _key_is_there(settings)
    keys = data_keys(settings)
    made_at = check(file, Keychain(keys))
    with alone(settings.sqlite_file):
        erasures = _listed(file, Keychain(keys))
        there = await _take_leave(settings, playbook, keys, yes)
        erasures += there or []
        if settings.sqlite_file is None:
            return await _put_into(settings, playbook, keys, file, erasures), made_at
        return await _put_beside(
            settings.sqlite_file, playbook, keys, file, erasures, broken=there is None
        ), made_at


def _key_is_there(settings: Settings) -> None:
    """A new one made now would not open the backup."""
    from bot.config.key import key_file

    if not settings.data_key and not (where := key_file(settings)).exists():
        raise Stop(
            f"{where}: put the key there first (the line on its paper), then restore", code=BAD_SETTINGS
        )


def check(file: Path, keychain: Keychain) -> datetime:
    """Reads all of it before anything is touched; when it was made. Raises Stop with one clear line."""
    from bot.storage.backups import check_backup
    from bot.storage.copying.strongbox import DamagedError, ForeignKeyError

    try:
        return check_backup(file, keychain)
    except OSError as error:
        raise Stop(f"{file}: cannot be read ({error.strerror})") from None
    except DamagedError as error:
        raise Stop(f"{file}: is damaged ({error}); nothing was changed. Take another backup.") from None
    except ForeignKeyError:
        raise Stop(
            f"DATA_KEY: does not open {file.name}; nothing was changed. Put the key of its day in place "
            "(after a change of the key: behind the new one)",
            code=BAD_SETTINGS,
        ) from None


def _listed(file: Path, keychain: Keychain) -> list[Erasure]:
    """Who was forgotten since, by the list beside the backup."""
    from bot.storage.crypto import WrongKeyError
    from bot.storage.forgotten import LIST, read_list

    beside = file.with_name(LIST)
    try:
        return read_list(beside, keychain)
    except (OSError, ValueError, WrongKeyError):
        raise Stop(
            f"{beside}: says who asked to be forgotten, and cannot be read with this key; nothing was changed. "
            "Put the newest key before the one of the backup"
        ) from None


async def _take_leave(
    settings: Settings, playbook: Playbook, keys: list[bytes], yes: bool
) -> list[Erasure] | None:
    """Asks before what is there goes, and backs it up first; who was forgotten there is to stay so.

    None where what is there is broken: no database any more. Raises Stop.
    """
    from bot.cli.alone import ANOTHER
    from bot.cli.backup import back_up_to, folder_of
    from bot.cli.opening import what_went_wrong
    from bot.clock import Clock
    from bot.domain.backup import name_of
    from bot.storage.copying.filling import is_empty
    from bot.storage.database import Database, DatabaseTroubleError
    from bot.storage.excuses import is_broken
    from bot.storage.forgotten import erasures
    from bot.storage.schema import LATEST, revision
    from bot.storage.shared import AtWorkError, stand_alone

    if settings.sqlite_file is not None and not settings.sqlite_file.exists():
        return []
    database, now = Database(settings.database_url, keys, playbook), Clock().now()
    try:
        async with database.look() as uow:
            await stand_alone(uow.session)
            if await is_empty(await uow.session.connection()):
                return []
        _ask(yes)
        made = await back_up_to(database, folder_of(settings) / name_of(now, before="restore"), now)
        typer.echo(f"What was there is in {made.file}.")
        if await revision(database) != LATEST:
            typer.echo(
                "Its schema is older: who was forgotten in it is known from the list beside the backup only."
            )
            return []
        async with database.look() as uow:
            return await erasures(uow)
    except AtWorkError:
        raise Stop(ANOTHER) from None
    except DatabaseTroubleError as error:
        if settings.sqlite_file is None or not is_broken(error):
            raise Stop(
                f"DATABASE_URL: the database cannot be read now ({what_went_wrong(error)}); nothing was changed"
            ) from None
        typer.echo(f"What is there cannot be read ({what_went_wrong(error)}); it is kept beside the new one.")
        _ask(yes)
        return None
    finally:
        await database.close()


def _ask(yes: bool) -> None:
    if not yes and not typer.confirm("The database is not empty. Put the backup in its place?", err=True):
        raise Stop("nothing was changed")


async def _put_into(
    settings: Settings, playbook: Playbook, keys: list[bytes], file: Path, erasures: list[Erasure]
) -> Restored:
    """All in one transaction."""
    from bot.storage.database import Database

    return await _fill(Database(settings.database_url, keys, playbook), file, erasures)


async def _put_beside(
    place: Path,
    playbook: Playbook,
    keys: list[bytes],
    file: Path,
    erasures: list[Erasure],
    *,
    broken: bool,
) -> Restored:
    """Into a new file, which takes the place of the old one when it is whole. Raises Stop: then that is as it was."""
    from bot.storage.copying.settling import NotWholeError, make_whole, take_place, take_place_of_broken
    from bot.storage.database import Database

    draft = place.with_name(f"{place.name}.restoring")
    _sweep(draft)
    try:
        done = await _fill(Database(f"sqlite+aiosqlite:///{draft}", keys, playbook), file, erasures)
        make_whole(draft)
        (take_place_of_broken if broken else take_place)(draft, place)
        place.with_name(f"{place.name}.trail").unlink(missing_ok=True)
    except NotWholeError as error:
        raise Stop(f"{place}: cannot be written ({error}); nothing was changed") from None
    finally:
        _sweep(draft)
    return done


def _sweep(draft: Path) -> None:
    for rest in ("", "-wal", "-shm", ".queue", ".lock"):
        draft.with_name(draft.name + rest).unlink(missing_ok=True)


async def _fill(database: Database, file: Path, erasures: list[Erasure]) -> Restored:
    from bot.cli.alone import ANOTHER
    from bot.cli.opening import what_went_wrong
    from bot.clock import Clock
    from bot.services.restoring import restore_copy
    from bot.storage.copying.dump import open_dump
    from bot.storage.copying.filling import MismatchError
    from bot.storage.database import DatabaseTroubleError
    from bot.storage.schema import SchemaTooNewError
    from bot.storage.shared import AtWorkError

    try:
        with open_dump(file, database.keychain) as opened:
            async with database.work() as uow:
                return await restore_copy(uow, opened, erasures, now=Clock().now())
    except AtWorkError:
        raise Stop(ANOTHER) from None
    except SchemaTooNewError as error:
        raise Stop(
            f"{file}: {error}; install the newer Linli. Nothing was changed.", code=BAD_SETTINGS
        ) from None
    except MismatchError as error:
        raise Stop(f"{file}: {error}; nothing was changed") from None
    except DatabaseTroubleError as error:
        raise Stop(
            f"DATABASE_URL: the database cannot be written ({what_went_wrong(error)}); nothing was changed"
        ) from None
    finally:
        await database.close()
