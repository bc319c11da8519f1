"""Which posts 岗位 nobody holds, though visits are due to be made by them there."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.storage import tables

_p, _h, _c = tables.visit_plan.c, tables.household.c, tables.charge.c


async def empty_posts(session: AsyncSession, book: Playbook) -> dict[str, list[Place]]:
    """Duty → the buildings (of a whole compound's post: the compounds) where coordinators stand in for it.

    Somebody written down without Telegram cannot be asked here, so for them coordinators stand in too.
    """
    rungs = {one.key: book.visits.rung(one.rung) for one in book.visits.programmes}
    wanted = {key: rung for key, rung in rungs.items() if rung.charge is not None}
    there = (
        select(_p.programme, _h.compound, _h.building)
        .join(tables.household, _h.id == _p.household_id)
        .where(_p.programme.in_(wanted), _p.stopped_at.is_(None))
        .distinct()
    )
    held = select(_c.duty, _c.compound, _c.building).where(_c.ended_at.is_(None), _c.member_id.is_not(None))
    has = {(row.duty, row.compound, row.building) for row in await session.execute(held)}
    empty: dict[str, set[tuple[str, str | None]]] = {}
    for row in await session.execute(there):
        rung = wanted[row.programme]
        building = None if rung.whole_compound else row.building
        if (rung.charge, row.compound, building) not in has:
            empty.setdefault(rung.charge or "", set()).add((row.compound, building))
    return {
        duty: [Place(*one) for one in sorted(places, key=lambda one: (one[0], one[1] or ""))]
        for duty, places in empty.items()
    }
