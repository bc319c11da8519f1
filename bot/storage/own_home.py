"""What is stored on the home of one person, to be shown to them: what rosters say of it, and visits there."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.household import Relation
from bot.domain.member import Member
from bot.rosters.rows import HouseholdRow
from bot.storage import tables
from bot.storage.crypto import keychain_of
from bot.storage.registers.dwellers import Dwellers
from bot.storage.registers.register import plain_number

_k, _d, _v, _f = tables.kin.c, tables.dweller.c, tables.visit.c, tables.finding.c


async def doors_of(session: AsyncSession, member: Member) -> list[int]:
    """Households behind whose door they live, as far as they are linked to them."""
    here = (_k.member_id == member.id, _k.relation == Relation.LIVES_THERE, _k.ended_at.is_(None))
    return list(await session.scalars(select(_k.household_id).where(*here).order_by(_k.household_id)))


async def homes(session: AsyncSession, member: Member) -> list[dict[str, Any]]:
    """Of each door: the roster's line about them, and where nobody else lives there every visit with its remarks.

    Behind a door with several people a line is theirs only where it has their own phone, and of the visits none is
    shown: what was noted may be about somebody else, or about what one of them does to another.
    """
    found = []
    for number in await doors_of(session, member):
        query = select(_d.id).where(_d.household_id == number, _d.left_at.is_(None))
        lines = await Dwellers(session, keychain_of(session.get_bind().dialect)).rows(
            list(await session.scalars(query))
        )
        alone = len(lines) == 1
        told = [_said(one) for one in lines.values() if alone or _theirs(member, one)]
        found.append({"household": number, "listed": told, "visits": await _visits(session, number, alone)})
    return found


async def _visits(session: AsyncSession, number: int, alone: bool) -> list[dict[str, Any]]:
    if not alone:
        return []
    visits = select(_v.id, _v.programme, _v.due_at, _v.state, _v.outcome, _v.outcome_at)
    found = []
    for row in (await session.execute(visits.where(_v.household_id == number).order_by(_v.id))).mappings():
        notes = select(_f.at, _f.ticks, _f.concerns, _f.remark).where(_f.visit_id == row["id"])
        remarks = (await session.execute(notes.order_by(_f.id))).mappings()
        found.append(_row(row) | {"findings": [_row(one) for one in remarks]})
    return found


def _row(row: RowMapping) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, str | int):
        return str(value) if isinstance(value, str) else value
    return value.isoformat() if hasattr(value, "isoformat") else sorted(str(one) for one in value)


def _theirs(member: Member, row: HouseholdRow) -> bool:
    numbers = {plain_number(one) for one in row.phones}
    return member.phone is not None and plain_number(member.phone) in numbers


def _said(row: HouseholdRow) -> dict[str, Any]:
    told = {name: value for name, value in asdict(row).items() if value and name not in ("row", "sheet")}
    return told | ({"birth": row.birth.isoformat()} if row.birth else {})
