"""How much each person has reported lately."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.storage import tables
from bot.storage.expecting import Expected

_c = tables.case.c
_SINCE = (
    select(_c.reporter_id, func.count())
    .where(_c.reporter_id.in_(bindparam("members", expanding=True)), _c.reported_at > bindparam("since"))
    .group_by(_c.reporter_id)
)


class Filings:
    """Asked of every report, so that no flood slows the others."""

    def __init__(self, session: AsyncSession, expected: Expected) -> None:
        self._session = session
        self._expected = expected
        self._known: dict[tuple[int, datetime], int] = {}

    async def since(self, member_id: int, since: datetime) -> int:
        """How many cases this person reported since then.

        What was read of the writers of a batch counts once: asked again, one may have reported meanwhile.
        """
        if (member_id, since) not in self._known:
            expected = self._expected.writers
            members = set(expected) if member_id in expected and not self._known else {member_id}
            rows = await self._session.execute(_SINCE, {"members": sorted(members), "since": since})
            self._known |= {(one, since): 0 for one in members}
            self._known |= {(one, since): count for one, count in rows}
        return self._known.pop((member_id, since))
