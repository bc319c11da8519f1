"""What a roster would change: as JSON for programs, as a few lines for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from bot.domain.roster import Roster
    from bot.storage.database import Database
    from bot.storage.rosters import Line

Row = dict[str, Any]
_SLICE = 500
_SHOWN = 10


async def differences(database: Database, roster: Roster) -> dict[str, list[Row]]:
    """Every line of it, by verdict."""
    from bot.domain.roster import Verdict
    from bot.services.importing.telling import changes_of

    found: dict[str, list[Row]] = {one.value: [] for one in Verdict}
    after = 0
    while True:
        async with database.look() as uow:
            lines = await uow.rosters.lines(roster.id, after, _SLICE)
            changes = await changes_of(uow, roster, lines)
        for line in lines:
            found[line.verdict].append(_row(line, changes.get(line.id, ())))
        if len(lines) < _SLICE:
            return found
        after = lines[-1].id


def show_differences(roster: Roster, found: Mapping[str, list[Row]], *, json: bool) -> None:
    """On standard output."""
    from bot.cli.showing import show_json

    if json:
        show_json(found)
        return
    typer.echo(", ".join(f"{name} {len(rows)}" for name, rows in found.items()) + f", the same {roster.same}")
    for note in roster.notes:
        typer.echo(f"  {_said(note['key'], note['args'])}")
    for name, rows in found.items():
        for row in rows[:_SHOWN]:
            typer.echo(f"  {_line(name, row)}")
        if len(rows) > _SHOWN:
            typer.echo(f"  {name}: {len(rows) - _SHOWN} more (--json shows all)")


def _line(name: str, row: Row) -> str:
    what = "、".join(row["fields"]) if row.get("fields") else row.get("reason", row.get("name", ""))
    where = f"row {row['row']}" if row["row"] else "not in the file"
    sheet = f" of {row['sheet']}" if row.get("sheet") else ""
    return f"{name}: {where}{sheet}: {what}"


def _row(line: Line, fields: tuple[str, ...]) -> Row:
    """`row` as in the sheet, null for who is not in it."""
    content: Mapping[str, Any] = line.content or {}
    row: Row = {"row": line.row or None, "sheet": content.get("sheet") or None}
    if "problems" in content:
        problems = content["problems"]
        return row | {"reason": " ".join(_said(one["key"], one["args"]) for one in problems)}
    if "of_row" in content:
        return row | {"reason": _said("row-said-before", {"row": content["of_row"]})}
    told = content.get("told") or {}
    row |= {
        name: told[name] for name in ("name", "compound", "building", "unit", "room", "teams") if name in told
    }
    return row | ({"fields": list(fields)} if fields else {})


def _said(key: str, args: Mapping[str, Any]) -> str:
    from datetime import UTC

    from bot.ui.i18n import words_for

    return words_for("zh-CN", UTC).plain(key, **args)
