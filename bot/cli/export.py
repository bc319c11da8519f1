"""`linli export`"""

from __future__ import annotations

import asyncio
import csv
import sys
from datetime import datetime, tzinfo
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
    full: Annotated[
        bool, typer.Option("--full", help="With units, rooms and phones; needs --reason.")
    ] = False,
    reason: Annotated[str, typer.Option(help="Why everything is needed; kept.")] = "",
) -> None:
    """Everything residents reported, by number."""
    from bot.cli.showing import show_json, show_table
    from bot.cli.stopping import BAD_SETTINGS, Stop

    if full and not reason.strip():
        raise Stop('--full needs a reason, which is kept: --reason "…"', code=BAD_SETTINGS)
    if json and as_csv:
        raise Stop("choose one of --json and --csv", code=BAD_SETTINGS)
    rows = asyncio.run(_rows(reason.strip() if full else None))
    if json:
        show_json(rows)
    elif as_csv:
        write_csv(rows)
    else:
        show_table(
            ("No.", "State", "Building", "Category", "Text"),
            [(r["number"], r["state"], r["building"], r["category"], r["text"]) for r in rows],
        )


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
    }
    return row | ({"unit": case.unit, "room": case.room} if full else {})


def _local(at: datetime | None, zone: tzinfo) -> str | None:
    return at.astimezone(zone).isoformat(timespec="seconds") if at else None


def write_csv(rows: list[Row]) -> None:
    """To standard output; what a spreadsheet would take for a formula gets a quote mark before it."""
    if not rows:
        return
    sheet = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]))
    sheet.writeheader()
    for row in rows:
        sheet.writerow({name: _as_text(value) for name, value in row.items()})


def _as_text(value: str | None) -> str:
    return f"'{value}" if value and value[0] in "=+-@\t\r" else value or ""
