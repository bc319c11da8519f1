"""`linli export`"""

from __future__ import annotations

import asyncio
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.domain.case import Case
    from bot.domain.playbook import Playbook
    from bot.storage.database import Database

Row = dict[str, str | None]
exports = typer.Typer(help="Write out what is known. Phones and flats are hidden unless --full.")


@exports.callback()
def _whole() -> None:
    """So that `cases` is a command of its own."""


@exports.command()
def cases(
    json: Annotated[bool, typer.Option("--json", help="A list of {number, text, state, …}.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="For a spreadsheet.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="An Excel workbook; needs --out.")] = False,
    out: Annotated[Path | None, typer.Option(help="Where to, instead of standard output.")] = None,
    full: Annotated[
        bool, typer.Option("--full", help="With units, rooms and phones; needs --reason.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why everything is needed; kept.")] = "",
) -> None:
    """Everything residents reported, by number."""
    from bot.cli.stopping import BAD_SETTINGS, Stop

    if full and not reason.strip():
        raise Stop('--full needs a reason, which is kept: --reason "…"', code=BAD_SETTINGS)
    if json + as_csv + xlsx > 1:
        raise Stop("choose one of --json, --csv and --xlsx", code=BAD_SETTINGS)
    if xlsx and out is None:
        raise Stop("--xlsx needs a file to write to: --out cases.xlsx", code=BAD_SETTINGS)
    if out and not (json or as_csv or xlsx):
        raise Stop("--out needs one of --json, --csv and --xlsx", code=BAD_SETTINGS)
    rows = asyncio.run(_rows(reason.strip() if full else None))
    if json or as_csv or xlsx:
        write("cases", rows, "xlsx" if xlsx else "csv" if as_csv else "json", out, reason if full else "")
    else:
        _show(rows)


def _show(rows: list[Row]) -> None:
    from bot.cli.showing import show_table

    columns = ("number", "state", "building", "category", "text")
    heads = ("No.", "State", "Building", "Category", "Text")
    show_table(heads, [[row[name] for name in columns] for row in rows])


def write(title: str, rows: list[Row], form: str, out: Path | None, reason: str) -> None:
    """To a file, or text to standard output. A file for a spreadsheet says above its rows why it was asked for."""
    from bot.cli.stopping import Stop
    from bot.rosters import writing

    stamp = f"linli export {title}: {reason}" if reason and out else None
    cells = [list(row.values()) for row in rows]
    table = writing.Table(title, list(rows[0]) if rows else [], cells, stamp)
    if form == "json":
        data = writing.as_json(table)
    else:
        data = writing.as_xlsx([table]) if form == "xlsx" else writing.as_csv(table, mark=out is not None)
    if out is None:
        typer.echo(data.decode().rstrip("\r\n"))
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise Stop(f"{out} cannot be written: {error.strerror}") from None
    typer.echo(out)


async def _rows(reason: str | None) -> list[Row]:
    from bot.cli.opening import open_database, read_playbook
    from bot.config import read_settings
    from bot.storage.exporting import every_case

    settings = read_settings()
    playbook = read_playbook(settings)
    async with open_database(settings, playbook) as database:
        await _keep(database, reason)
        return [row_of(case, playbook, full=bool(reason)) async for case in every_case(database)]


async def _keep(database: Database, reason: str | None) -> None:
    """That somebody took a list, when, and why if it was with everything, is kept before they have it."""
    from bot.clock import Clock

    async with database.work() as uow:
        if reason:
            uow.record("exported", "cases", now=Clock().now(), reason=reason)
        else:
            uow.looked("list", "cases", by=None, now=Clock().now())


def row_of(case: Case, playbook: Playbook, *, full: bool) -> Row:
    """One case; times in the community's zone."""
    from bot.cli.masking import masked
    from bot.domain.playbook import DEFAULT_LANGUAGE

    category = playbook.category(case.category)
    row: Row = {
        "number": case.number,
        "text": case.text if full else masked(case.text, playbook),
        "state": case.state.value,
        "how": case.how.value if case.how else None,
        "category": category.name(DEFAULT_LANGUAGE) if category else case.category,
        "team": case.team,
        "party": case.party,
        "compound": case.compound,
        "building": case.building,
        "reported_at": _local(case.reported_at, playbook.zone),
        "closed_at": _local(case.closed_at, playbook.zone),
        "told_at": _local(case.told_at, playbook.zone),
    }
    return row | ({"unit": case.unit, "room": case.room} if full else {})


def _local(at: datetime | None, zone: tzinfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None
