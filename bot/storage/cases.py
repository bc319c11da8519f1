"""Queries for cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql import ColumnElement, Select

from bot.domain.case import OPEN, Addition, Attachment, Case, CaseState
from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.storage import tables
from bot.storage.expecting import Expected
from bot.storage.filings import Filings
from bot.storage.followers import Followers
from bot.storage.knowing import alone, known
from bot.storage.origins import Origins, joined

_c = tables.case.c


def _whole() -> Select[Case]:
    return select(Case).options(selectinload(Case.attachments), selectinload(Case.additions))  # type: ignore[arg-type]


@cache
def _additions() -> Select[Addition]:
    of_cases = tables.addition.c.case_id.in_(bindparam("case_ids", expanding=True))
    return select(Addition).where(of_cases).order_by(tables.addition.c.id)


@cache
def _one() -> Select[Case]:
    return joined().where(_c.id == bindparam("number"))


@cache
def _locked() -> Select[Case]:
    """The lock first, what hangs on the case then: read in one, it would be from before the wait for the lock."""
    query = _whole().where(_c.id == bindparam("number")).with_for_update()
    return query.execution_options(populate_existing=True)


@cache
def _ahead() -> Select[Case]:
    """Cases by their own numbers or by those of their tasks."""
    task = tables.task.c
    of_tasks = select(task.case_id).where(task.id.in_(bindparam("task_ids", expanding=True)))
    return joined().where(or_(_c.id.in_(bindparam("ids", expanding=True)), _c.id.in_(of_tasks)))


def _newest(mine: ColumnElement[bool]) -> Select[Case]:
    return _whole().where(mine).order_by(_c.reported_at.desc(), _c.id.desc()).limit(bindparam("most"))


@cache
def _reported() -> Select[Case]:
    return _newest(_c.reporter_id == bindparam("member"))


@cache
def _followed() -> Select[Case]:
    mine = select(tables.follower.c.case_id).where(tables.follower.c.member_id == bindparam("member"))
    return _newest(_c.id.in_(mine))


class Cases:
    """What residents reported."""

    def __init__(self, session: AsyncSession, expected: Expected) -> None:
        self._session = session
        self._expected = expected
        self._ahead: list[Case] = []  # held on to, since the session only knows what somebody holds
        self._origins = Origins(expected, self._read)
        self._filings = Filings(session, expected)
        self._followers = Followers(session, expected)

    async def get(self, case_id: int | None, *, lock: bool = False) -> Case:
        """That case. Raises RuleError when there is none. `lock`: nobody else moves it meanwhile (PostgreSQL)."""
        if lock and not alone(self._session):
            found = (await self._session.scalars(_locked(), {"number": case_id})).one_or_none()
        else:
            found = await self.find(case_id)
        if found is None:
            raise RuleError("no-such-case", no=str(case_id))
        return found

    async def find(self, case_id: int | None) -> Case | None:
        """That case, if any."""
        if case_id is None:
            return None
        if not self._ahead and (self._expected.cases or self._expected.tasks):
            await self.read_ahead(self._expected.cases, self._expected.tasks)
        found = known(self._session, Case, case_id)
        return found or next(iter(await self._read(_one(), number=case_id)), None)

    async def _read(self, query: Select[Case], **values: object) -> list[Case]:
        """Whole cases. What was added to them is rare, so it is asked for together instead of joined."""
        found = list((await self._session.scalars(query, values)).unique())
        if bare := {case.id: case for case in found if "additions" not in case.__dict__}:
            rows = await self._session.scalars(_additions(), {"case_ids": list(bare)})
            added: dict[int | None, list[Addition]] = {number: [] for number in bare}
            for row in rows:
                added[row.case_id].append(row)
            for number, case in bare.items():
                set_committed_value(case, "additions", added[number])
        return found

    async def many(self, ids: Iterable[int]) -> dict[int, Case]:
        """Those cases by number."""
        rows = await self._session.scalars(_whole().where(_c.id.in_(sorted(set(ids)))))
        return {c.id: c for c in rows if c.id is not None}

    async def read_ahead(self, ids: Collection[int], task_ids: Collection[int]) -> list[Case]:
        """These, and those the tasks belong to, at once; `get` and `find` have them from now on."""
        self._ahead = await self._read(_ahead(), ids=list(ids), task_ids=list(task_ids))
        return self._ahead

    async def _where(self, *where: ColumnElement[bool], limit: int = 200) -> list[Case]:
        rows = await self._session.scalars(
            _whole().where(*where).order_by(_c.reported_at, _c.id).limit(limit)
        )
        return list(rows)

    async def reported_by(self, member_id: int | None, limit: int = 20) -> list[Case]:
        """One's own, newest first."""
        return list(await self._session.scalars(_reported(), {"member": member_id, "most": limit}))

    async def followed_by(self, member_id: int | None, limit: int = 20) -> list[Case]:
        """Cases this person met too, newest first."""
        return list(await self._session.scalars(_followed(), {"member": member_id, "most": limit}))

    async def filed_since(self, member_id: int | None, since: datetime) -> int:
        """How many cases this person reported since then."""
        return await self._filings.since(member_id, since) if member_id is not None else 0

    async def unrouted(self) -> list[Case]:
        """Wait for a coordinator to say who does it."""
        return await self._where(_c.state == CaseState.NEW)

    async def waiting_for_reporter(self, asked_before: datetime) -> list[Case]:
        """Said to be done before then, and the resident has not answered."""
        return await self._where(_c.state == CaseState.PROPOSED, _c.proposed_at <= asked_before)

    async def promise_broken(self, now: datetime) -> list[Case]:
        """The party's time went by, and the reporter was not told yet."""
        return await self._where(
            _c.state == CaseState.REFERRED,
            _c.promised_at <= now,
            or_(_c.climbed_at.is_(None), _c.climbed_at < _c.promised_at),
        )

    async def overdue(self, now: datetime) -> list[Case]:
        """Past the time to resolve, or past what a party promised."""
        late = or_(_c.resolve_due_at <= now, _c.promised_at <= now)
        return await self._where(
            late, _c.state.in_([CaseState.ACCEPTED, CaseState.WORKING, CaseState.REFERRED])
        )

    async def alike(self, place: Place, category: str | None, since: datetime) -> list[Case]:
        """Open cases of the same category in the same building, newest last."""
        return await self._where(
            _c.category == category,
            _c.compound == place.compound,
            _c.building == place.building,
            _c.state.in_(OPEN),
            _c.reported_at >= since,
        )

    async def open_in(self, compound: str | None, building: str | None) -> list[Case]:
        """Open cases of a building that its neighbours may know of."""
        return await self._where(
            _c.compound == compound, _c.building == building, _c.state.in_(OPEN), _c.sensitive.is_(False)
        )

    async def told_in(
        self, compound: str | None, building: str | None, since: datetime, until: datetime
    ) -> list[Case]:
        """Cases of a building and a time, open or not, that its neighbours may know of."""
        return await self._where(
            _c.compound == compound,
            _c.building == building,
            _c.reported_at >= since,
            _c.reported_at < until,
            _c.sensitive.is_(False),
        )

    async def from_message(self, chat_id: int, message_id: int) -> Case | None:
        """The case somebody's message became."""
        return await self._origins.case_of(chat_id, message_id)

    async def from_album(self, media_group: str) -> Case | None:
        """The case an album belongs to."""
        return await self._session.scalar(_whole().where(_c.media_group == media_group))

    async def loose_parts(self, album: str) -> list[Attachment]:
        """Parts of an album that came before the part that says what it is about."""
        a = tables.attachment.c
        rows = await self._session.scalars(
            select(Attachment).where(a.album == album, a.case_id.is_(None), a.draft_id.is_(None))
        )
        return list(rows)

    async def follow(self, case: Case, member_id: int, now: datetime) -> bool:
        """我也遇到了. False when already told."""
        if not await self._followers.add(case.id, member_id, now):
            return False
        case.followers += 1
        case.changed_at = now
        return True

    async def unfollow(self, case: Case, member_ids: Collection[int], now: datetime) -> None:
        """They did not mean this case."""
        case.followers -= await self._followers.remove(case.id, member_ids)
        case.changed_at = now

    async def followers(self, case_id: int | None) -> set[int]:
        """Who met it too."""
        return await self._followers.of(case_id)

    async def write(self) -> None:
        """What was collected, once the cases themselves are written."""
        await self._followers.write()
