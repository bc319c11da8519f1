"""`linli export`"""

from __future__ import annotations

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.stopping import BAD_SETTINGS, Stop

if TYPE_CHECKING:
    from bot.services.exported import Row
    from bot.services.exporting import Cells
    from bot.storage.database import Database

_SLICE = 200
_LONGEST = 60


class Exported(StrEnum):
    """The lists there are."""

    CASES = "cases"
    TASKS = "tasks"
    HOUSEHOLDS = "households"
    MEMBERS = "members"
    VISITS = "visits"


def export(
    what: Annotated[Exported, typer.Argument(help="cases, tasks, visits, households or members.")],
    json: Annotated[bool, typer.Option("--json", help="A list of objects.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="For a spreadsheet.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="An Excel workbook; needs --out.")] = False,
    out: Annotated[Path | None, typer.Option(help="Where to, instead of standard output.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="With names, units, rooms and phones; needs --reason.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why everything is needed; kept.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before a full list is written.")] = False,
    language: Annotated[str, typer.Option(help="Of headings: zh-CN, zh-TW or en.")] = "zh-CN",
) -> None:
    """Write out what is known. Names, phones and flats are left out unless --full."""
    from bot.ui.i18n import LANGUAGES

    if full and not reason.strip():
        raise Stop('--full needs a reason, which is kept: --reason "…"', code=BAD_SETTINGS)
    if json + as_csv + xlsx > 1:
        raise Stop("choose one of --json, --csv and --xlsx", code=BAD_SETTINGS)
    if xlsx and out is None:
        raise Stop(f"--xlsx needs a file to write to: --out {what}.xlsx", code=BAD_SETTINGS)
    if out and not (json or as_csv or xlsx):
        raise Stop("--out needs one of --json, --csv and --xlsx", code=BAD_SETTINGS)
    if language not in LANGUAGES:
        raise Stop(f"--language is one of {', '.join(LANGUAGES)}", code=BAD_SETTINGS)
    if full and not yes and not _agreed():
        raise Stop("nothing was written")
    form = "xlsx" if xlsx else "csv" if as_csv else "json" if json else "table"
    data = asyncio.run(
        _made(what.value, form, reason.strip() if full else None, language, to_file=out is not None)
    )
    _write(data, out)


def _agreed() -> bool:
    try:
        return bool(
            typer.prompt("This holds names, phones and flats. Type yes to write it", err=True).strip()
            == "yes"
        )
    except typer.Abort:
        return False


def _write(data: bytes, out: Path | None) -> None:
    if out is None:
        typer.echo(data.decode().rstrip("\r\n"))
        return
    try:
        out.write_bytes(data)
        out.chmod(0o600)
    except OSError as error:
        raise Stop(f"{out} cannot be written: {error.strerror}") from None
    typer.echo(out)


async def _made(kind: str, form: str, reason: str | None, language: str, *, to_file: bool) -> bytes:
    from bot.cli.opening import open_database, read_playbook
    from bot.clock import Clock
    from bot.config import read_settings
    from bot.rosters.tables import stamp_of
    from bot.services.exporting import Export
    from bot.ui.i18n import words_for

    settings = read_settings()
    playbook = read_playbook(settings)
    say, now = words_for(language, playbook.zone).plain, Clock().now()
    at = now.astimezone(playbook.zone).strftime("%Y-%m-%d %H:%M")
    stamp = stamp_of(say, by=_requester(), reason=reason, at=at) if reason else None
    async with open_database(settings, playbook) as database:
        await _keep(database, kind, reason)
        made = Export(database, kind, full=bool(reason), say=say, language=language, now=Clock().now())
        return await _written(kind, form, made.headings, made.rows(), stamp, marked=to_file)


async def _written(
    kind: str, form: str, headings: list[str], rows: Any, stamp: str | None, *, marked: bool
) -> bytes:
    from bot.rosters.streaming import XlsxStream
    from bot.rosters.writing import Table, as_csv

    if form == "xlsx":
        stream, part = XlsxStream(), []
        stream.sheet(kind, headings, stamp=stamp)
        async for _, cells in rows:
            part.append(cells)
            if len(part) == _SLICE:
                stream.add(part)
                part = []
        stream.add(part)
        return stream.finish()
    every: list[tuple[Row, Cells]] = [one async for one in rows]
    if form == "csv":
        table = Table(kind, headings, [cells for _, cells in every], stamp)
        return as_csv(table, mark=marked)
    if form == "json":
        import json

        return json.dumps([row for row, _ in every], ensure_ascii=False, indent=2).encode()
    return _shown(headings, [cells for _, cells in every]).encode()


def _shown(headings: list[str], rows: list[Cells]) -> str:
    """A plain table for people; long texts are cut."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text((value or "–")[:_LONGEST]) for value in row))
    console = Console(soft_wrap=False)
    with console.capture() as shown:
        console.print(table)
    return shown.get()


async def _keep(database: Database, kind: str, reason: str | None) -> None:
    from bot.clock import Clock
    from bot.services.exporting import record_export

    async with database.work() as uow:
        record_export(uow, kind, by=None, reason=reason, now=Clock().now())


def _requester() -> str:
    """Whoever runs the program, as their machine calls them."""
    import getpass

    try:
        return f"linli export ({getpass.getuser()})"
    except (KeyError, OSError):
        return "linli export"
