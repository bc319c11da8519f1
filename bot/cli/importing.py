"""`linli import`"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop
from bot.cli.template import Lists

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.domain.job import Job
    from bot.domain.roster import Roster
    from bot.storage.database import Database
    from scheduler.jobs import JobRunner


def import_(
    what: Annotated[Lists, typer.Argument(help="households or members.")],
    file: Annotated[Path | None, typer.Argument(help="An .xlsx or .csv, as it comes.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and stop.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before anything is changed.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last import back (7 days).")] = False,
    json: Annotated[bool, typer.Option("--json", help="{new, changed, gone, duplicate, invalid}.")] = False,
) -> None:
    """Bring in a roster: what would change is shown first; also while the bot runs."""
    if undo == (file is not None):
        raise Stop("name a file to bring in, or --undo to take the last one back", code=BAD_SETTINGS)
    if undo:
        asyncio.run(_undo(what.value))
    elif file is not None:
        asyncio.run(_bring(what.value, _read(what.value, file), file.name, _Wishes(dry_run, yes, json)))


class _Wishes:
    """What is to be done with the difference."""

    def __init__(self, dry_run: bool, yes: bool, json: bool) -> None:
        self.dry_run, self.yes, self.json = dry_run, yes, json


def _read(kind: str, file: Path) -> bytes:
    """The file, if it can be a roster at all; raises Stop, before anything else is opened."""
    from bot.domain.errors import RuleError
    from bot.rosters.limits import FILE
    from bot.rosters.sheets import open_book

    try:
        if file.stat().st_size > FILE:
            raise RuleError("roster-too-big", n=FILE >> 20)
        data = file.read_bytes()
        open_book(data)
    except OSError as error:
        raise Stop(f"{file} cannot be read: {error.strerror}") from None
    except RuleError as error:
        raise Stop(_said(error.key, error.args_)) from None
    return data


async def _bring(kind: str, data: bytes, name: str, wishes: _Wishes) -> None:
    from bot.cli.differences import differences, show_differences
    from bot.services.importing.deciding import bring_file
    from bot.storage.blobs import Document

    async with _opened() as (database, clock, runner):
        async with database.work() as uow:
            document = Document(name, data)
            roster, job = await bring_file(uow, kind, document, now=clock.now(), lease=runner.lease)
        await _done(runner, job, "reading")
        roster = await _now(database, roster)
        if roster.trouble:
            raise Stop(_said(roster.trouble["key"], roster.trouble["args"]))
        try:
            show_differences(roster, await differences(database, roster), json=wishes.json)
            if not wishes.dry_run and roster.changes:
                await _apply(database, clock, runner, roster, wishes)
        finally:
            await _tidy(database, clock, roster)


async def _apply(
    database: Database, clock: Clock, runner: JobRunner, roster: Roster, wishes: _Wishes
) -> None:
    from bot.services.importing.deciding import apply_roster

    if not wishes.yes and not _agreed():
        raise Stop("nothing was changed")
    async with _ruled(database) as uow:
        fresh = await uow.rosters.get(roster.id or 0)
        job = await apply_roster(uow, fresh, by=None, now=clock.now(), lease=runner.lease)
    await _done(runner, job, "writing")
    roster = await _now(database, roster)
    left = f"; {roster.skipped} rows were changed meanwhile and left as they are" if roster.skipped else ""
    again = f"linli import {roster.kind} --undo takes it back for 7 days{left}"
    typer.echo(f"brought in: {roster.changes} rows; {again}", err=wishes.json)


async def _undo(kind: str) -> None:
    from bot.services.importing.deciding import undo_roster

    async with _opened() as (database, clock, runner):
        async with _ruled(database) as uow:
            roster = await uow.rosters.last_applied(kind)
            if roster is None:
                raise Stop("there is no import to take back")
            job = await undo_roster(uow, roster, by=None, now=clock.now(), lease=runner.lease)
        await _done(runner, job, "taking back")
        roster = await _now(database, roster)
        left = f"; {roster.skipped} rows were changed since and left as they are" if roster.skipped else ""
        typer.echo(f"taken back: everything is as it was before{left}")


def _agreed() -> bool:
    try:
        return typer.confirm("Bring this in?", err=True)
    except typer.Abort:
        return False


async def _done(runner: JobRunner, job: Job, what: str) -> None:
    """To its end; a terminal shows how far it is."""
    import sys

    shows = sys.stderr.isatty()
    async for now in runner.finish(job.id or 0):
        if shows:
            typer.echo(f"\r{what} {now.percent}% ", nl=False, err=True)
    if shows:
        typer.echo("\r", nl=False, err=True)


async def _now(database: Database, roster: Roster) -> Roster:
    """As it is now; raises Stop where it got stuck."""
    from bot.domain.roster import BUSY, RosterState

    async with database.look() as uow:
        found = await uow.rosters.get(roster.id or 0)
    if found.state in (*BUSY, RosterState.READING):
        raise Stop("it could not be finished; what is written so far can be taken back with --undo")
    return found


async def _tidy(database: Database, clock: Clock, roster: Roster) -> None:
    """What is not wanted is not kept."""
    from bot.domain.roster import RosterState
    from bot.services.importing.deciding import drop_roster

    more = True
    while more:
        async with database.work() as uow:
            found = await uow.rosters.get(roster.id or 0)
            if found.state is RosterState.READY:
                await drop_roster(uow, found, by=None, now=clock.now())
            more = found.state is RosterState.DROPPED and await uow.rosters.empty(found.id, 500)


def _opened() -> Any:
    """Database, clock, and who does long work here."""
    from contextlib import asynccontextmanager

    from bot.cli.opening import open_database, read_playbook
    from bot.clock import Clock
    from bot.config import read_settings
    from scheduler.jobs import JobRunner

    @asynccontextmanager
    async def opened() -> Any:
        settings = read_settings()
        clock = Clock()
        async with open_database(settings, read_playbook(settings)) as database:
            yield database, clock, JobRunner(database, clock)

    return opened()


def _ruled(database: Database) -> Any:
    """A transaction in which a rule's no is a line, not a failure."""
    from contextlib import asynccontextmanager

    from bot.domain.errors import RuleError

    @asynccontextmanager
    async def ruled() -> Any:
        try:
            async with database.work() as uow:
                yield uow
        except RuleError as error:
            raise Stop(_said(error.key, error.args_)) from None

    return ruled()


def _said(key: str, args: Any) -> str:
    from datetime import UTC

    from bot.ui.i18n import words_for

    return words_for("zh-CN", UTC).plain(key, **args)


__all__ = ["import_"]
