"""What a roster would change, for whoever is to decide."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.roster import Roster, Verdict, changed_fields
from bot.storage.registers.contents import row_of
from bot.storage.rosters import Line
from bot.storage.work import UnitOfWork


async def changes_of(uow: UnitOfWork, roster: Roster, lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """By line: the names of what differs from what is known. Only while it is not written."""
    changed = [line for line in lines if line.verdict is Verdict.CHANGED and line.ref and line.content]
    known = await uow.rosters.register(roster.kind).rows([one.ref for one in changed if one.ref])
    return {
        line.id: changed_fields(known[line.ref], row_of(roster.kind, line.content["told"]))
        for line in changed
        if line.ref in known
    }
