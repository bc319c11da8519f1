"""敲门: homes on the care list from which nobody has answered a notice, and the visits that are to tell them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from bot.domain.notice import Audience
from bot.domain.place import Place
from bot.domain.playbook import Visits as Rules
from bot.domain.visit import Visit
from bot.domain.visit.knock import key_of
from bot.domain.visit.surge import PROGRAMME as SURGE
from bot.storage import tables
from bot.storage.reached import homes_of
from bot.storage.tables.visits import KNOCKS
from bot.storage.visits import WAITING

_h, _p, _v, _u = tables.household.c, tables.visit_plan.c, tables.visit.c, tables.visit_pause.c
_r, _n, _s = tables.receipt.c, tables.notice_case.c, tables.safety.c


class Knocks:
    """Of one notice."""

    def __init__(self, session: AsyncSession, notice_id: int) -> None:
        self._session = session
        self._id = notice_id

    def _silent(
        self, audience: Audience, places: Collection[Place] | None, rules: Rules
    ) -> list[ColumnElement[bool]]:
        """On the care list, in a building it is for, at home, and not heard of; nobody is on their way either.

        Who is looked after in a way that only coordinators may know of is not on a list from which volunteers are sent.
        `places`: only there.
        """
        beside = (SURGE, *(one.key for one in rules.programmes if one.hidden))
        cared = select(_p.id).where(
            _p.household_id == _h.id, _p.stopped_at.is_(None), _p.programme.not_in(beside)
        )
        read = select(_r.id).where(_r.household_id == _h.id, _r.notice_id == self._id)
        needs = select(_n.id).where(_n.household_id == _h.id, _n.notice_id == self._id)
        said = select(_s.id).where(_s.household_id == _h.id, _s.notice_id == self._id)
        sent = select(_v.id).where(KNOCKS, _v.household_id == _h.id, _v.period_key == key_of(self._id))
        away = select(_u.id).where(_u.household_id == _h.id, _u.agreed_at.is_not(None), _u.ended_at.is_(None))
        where = [_h.gone_at.is_(None), homes_of(audience), cared.exists()]
        where += [~one.exists() for one in (read, needs, said, sent, away)]
        if places is not None:
            here = [(_h.compound == one.compound) & (_h.building == one.building) for one in places]
            where.append(or_(*here) if here else _h.id < 0)
        return where

    async def count(self, audience: Audience, places: Collection[Place] | None, rules: Rules) -> int:
        """How many homes nobody has answered from."""
        query = select(func.count(_h.id)).where(*self._silent(audience, places, rules))
        return int(await self._session.scalar(query) or 0)

    async def homes(
        self, audience: Audience, places: Collection[Place] | None, rules: Rules, after: int, limit: int
    ) -> list[int]:
        """The next of them."""
        query = select(_h.id).where(*self._silent(audience, places, rules), _h.id > after)
        return list(await self._session.scalars(query.order_by(_h.id).limit(limit)))

    async def waiting(self, limit: int) -> list[Visit]:
        """Where somebody is still to go."""
        mine = (KNOCKS, _v.period_key == key_of(self._id), _v.state.in_(WAITING))
        query = select(Visit).options(selectinload(Visit.holds)).where(*mine)  # type: ignore[arg-type]
        return list(await self._session.scalars(query.order_by(_v.id).limit(limit)))
