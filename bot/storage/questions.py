"""Queries for what notices ask, and for the answers."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.domain.notice import OUT
from bot.domain.notice.question import Answer, Asks, Question, Seat
from bot.storage import tables
from bot.storage.course import CARD
from bot.storage.machinery import PlaceState, placement

_q, _a, _p = tables.question.c, tables.answer.c, placement.c


class Questions:
    """What is asked, and who said what."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, notice_id: int | None) -> Question | None:
        """What that notice asks, if anything."""
        return await self._session.scalar(select(Question).where(_q.notice_id == notice_id))

    async def get(self, notice_id: int, *, lock: bool = False) -> Question:
        """The same. Raises RuleError where it asks nothing. `lock`: nobody else answers meanwhile; whoever waited for
        it then reads what the one before has written."""
        query = select(Question).where(_q.notice_id == notice_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        found = await self._session.scalar(query)
        if found is None:
            raise RuleError("no-stale-button")
        return found

    async def answer(self, question_id: int | None, voter: str) -> Answer | None:
        """What that household or person said."""
        query = select(Answer).where(_a.question_id == question_id, _a.voter == voter)
        return await self._session.scalar(query.execution_options(populate_existing=True))

    async def find_answer(self, answer_id: int) -> tuple[Answer, Question] | None:
        """An answer, and to what."""
        query = select(Answer, Question).join(Question, _q.id == _a.question_id).where(_a.id == answer_id)
        row = (await self._session.execute(query)).first()
        return None if row is None else (row[0], row[1])

    async def votes(self, question_id: int | None) -> list[tuple[int, int]]:
        """What was chosen together, and how often."""
        mine = (_a.question_id == question_id, _a.seat == Seat.IN, _a.chosen > 0)
        rows = await self._session.execute(select(_a.chosen, func.count()).where(*mine).group_by(_a.chosen))
        return [(row[0], row[1]) for row in rows]

    async def seats(self, question_id: int | None) -> dict[Seat, int]:
        """How many have a place, and how many wait for one."""
        query = select(_a.seat, func.count()).where(_a.question_id == question_id).group_by(_a.seat)
        return {row[0]: row[1] for row in await self._session.execute(query)}

    async def ahead(self, answer: Answer) -> int:
        """How many wait in front of them."""
        before = (_a.at < answer.at) | ((_a.at == answer.at) & (_a.id < (answer.id or 0)))
        mine = (_a.question_id == answer.question_id, _a.seat == Seat.WAITING, before)
        return int(await self._session.scalar(select(func.count()).where(*mine)) or 0)

    async def next_waiting(self, question_id: int | None, limit: int) -> list[Answer]:
        """Whoever has waited longest."""
        mine = (_a.question_id == question_id, _a.seat == Seat.WAITING)
        query = select(Answer).where(*mine).order_by(_a.at, _a.id).limit(limit)
        return list(await self._session.scalars(query.execution_options(populate_existing=True)))

    async def sitting(self, question_id: int | None, after: int = 0, limit: int = 200) -> list[Answer]:
        """Who has a place, by number."""
        mine = (_a.question_id == question_id, _a.seat == Seat.IN, _a.id > after)
        return list(await self._session.scalars(select(Answer).where(*mine).order_by(_a.id).limit(limit)))

    async def listed(self, question_id: int | None, after: int = 0, limit: int = 200) -> list[Answer]:
        """Who has a place or waits for one, by number."""
        mine = (_a.question_id == question_id, _a.seat != Seat.OUT, _a.id > after)
        return list(await self._session.scalars(select(Answer).where(*mine).order_by(_a.id).limit(limit)))

    async def due_to_close(self, now: datetime, limit: int = 5) -> list[Question]:
        """Whose time is over, and nobody has said so yet."""
        due = (_q.closed_at.is_(None), _q.closes_at <= now)
        return list(await self._session.scalars(select(Question).where(*due).order_by(_q.id).limit(limit)))

    async def ahead_of(self, now: datetime, within: timedelta) -> list[Question]:
        """Sign-ups for what begins so soon, of which nobody has been reminded."""
        soon = (_q.begins_at > now, _q.begins_at <= now + within, _q.reminded_at.is_(None))
        return list(await self._session.scalars(select(Question).where(*soon).order_by(_q.id)))

    async def with_room(self, now: datetime, limit: int = 5) -> list[int]:
        """Notices whose sign-up has a place free and somebody who waits for one: somebody has left for good."""
        waiting = exists().where(_a.question_id == _q.id, _a.seat == Seat.WAITING)
        taken = (
            select(func.count())
            .where(_a.question_id == _q.id, _a.seat == Seat.IN)
            .correlate(tables.question)
            .scalar_subquery()
        )
        live = (_q.closed_at.is_(None) & (_q.closes_at > now)) | (_q.begins_at > now)
        out = _q.notice_id.in_(select(tables.notice.c.id).where(tables.notice.c.state.in_(OUT)))
        query = select(_q.notice_id).where(_q.asks == Asks.SIGN_UP, live, out, waiting, taken < _q.places)
        return list(await self._session.scalars(query.limit(limit)))

    async def remove(self, question: Question) -> None:
        """It asks nothing any more."""
        await self._session.delete(question)


async def show_counted(
    session: AsyncSession, notice_id: int, every: timedelta, now: datetime, *, own: int
) -> None:
    """The numbers below it are shown anew in every group, in none more often than that; in the chat `own`, where it is
    read in private, at once."""
    here = (_p.card == CARD, _p.ref == notice_id)
    await show_own(session, notice_id, own)
    await show_later(session, *here, _p.chat_id < 0, every=every, now=now)


async def show_own(session: AsyncSession, notice_id: int, own: int) -> None:
    """Whoever answers in private sees at once what they said; nothing for the chat of a group."""
    if own > 0:
        here = (_p.card == CARD, _p.ref == notice_id, _p.chat_id == own, _p.state == PlaceState.LIVE)
        await session.execute(update(placement).where(*here).values(wanted=_p.wanted + 1, not_before=None))


async def show_later(
    session: AsyncSession, *where: ColumnElement[bool], every: timedelta, now: datetime
) -> None:
    """Those cards are shown anew, each so long after the last time; once for whatever happens until then."""
    shown = select(_p.id, _p.not_before).where(*where, _p.state == PlaceState.LIVE, _p.wanted == _p.shown)
    rows = (await session.execute(shown)).all()
    at = [
        {"place": row.id, "at": now if row.not_before is None else max(now, row.not_before + every)}
        for row in rows
    ]
    if at:
        each = update(placement).where(_p.id == bindparam("place"))
        raised = each.values(wanted=_p.wanted + 1, not_before=bindparam("at"))
        await (await session.connection()).execute(raised, at)
