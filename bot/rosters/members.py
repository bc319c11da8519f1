"""A line of a member roster as a typed row."""

from __future__ import annotations

from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.triage.writing import fold
from bot.rosters.book import Cell
from bot.rosters.cells import WrongCell, items_of, said, text_of, yes_or_no
from bot.rosters.doors import Doors
from bot.rosters.found import Found, leads, teams_of
from bot.rosters.households import said_place
from bot.rosters.rows import MemberRow, Refused

_LATER = frozenset({"办理中", "考取中", "待办"})


def member_of(
    found: Found, sheet: str, playbook: Playbook, doors: Doors, around: tuple[str, ...]
) -> MemberRow | Refused:
    """The row, or everything that is wrong with it; `around` are the teams the sheet's name or title tells."""
    name, phones = found.name(), found.phones()
    where = found.take(said_place, found)
    place = (found.take(doors.home, where) if where else None) or Place()
    teams = found.take(teams_of, found.cell("teams"), playbook) or around
    row = MemberRow(
        row=found.line.number,
        sheet=sheet,
        name=name or "",
        phones=phones,
        teams=teams,
        leads=leads(found.text("post")),
        certified=found.take(_certified, found.cell("certified")),
        may_enter=found.take(yes_or_no, found.cell("may_enter")),
        strong=found.take(yes_or_no, found.cell("strong")),
        languages=found.take(items_of, found.cell("languages")) or (),
        skills=found.text("skills"),
        compound=place.compound,
        building=place.building,
        remark=found.take(text_of, found.cell("remark")),
    )
    return found.refused(sheet) if found.problems else row


def _certified(cell: Cell) -> bool | None:
    """Yes too where the certificate is named (救护员证)."""
    try:
        return yes_or_no(cell)
    except WrongCell:
        plain = fold(said(cell) or "")
        if "证" in plain and plain not in _LATER and not plain.startswith(("无", "没")):
            return True
        raise
