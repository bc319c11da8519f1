"""Posts and cards whose fate a person has to decide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Update, case, delete, func, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain.errors import RuleError
from bot.storage.machinery import PlaceState, PostState, outbox, placement
from bot.storage.tables import blob

TAKES_BACK = ("delete", "strip")
"""Kinds of posts that say nothing to anybody."""
_OF_NOTICES = ("notice", "album")


def _unsure(upto: int | None = None) -> list[ColumnElement[bool]]:
    where = [outbox.c.state == PostState.UNKNOWN, outbox.c.kind.not_in(TAKES_BACK)]
    return where if upto is None else [*where, outbox.c.id <= upto]


class Parked:
    """Posts of unknown fate, and posts and cards that Telegram refused."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def every(self, limit: int = 20) -> Sequence[Row[int, int, str | None, PostState]]:
        """id, chat_id, error and state of what waits for a person, oldest first."""
        return (
            await self._session.execute(
                select(outbox.c.id, outbox.c.chat_id, outbox.c.error, outbox.c.state)
                .where(outbox.c.state.in_([PostState.UNKNOWN, PostState.FAILED]))
                .order_by(outbox.c.id)
                .limit(limit)
            )
        ).all()

    async def subject(self, post_id: int) -> str | None:
        """What that post is about."""
        return await self._session.scalar(select(outbox.c.subject).where(outbox.c.id == post_id))

    async def resend(self, post_id: int, at: datetime, *, suspect: bool = True) -> None:
        """重发, not before `at`; `suspect`: it says that it may have come before. Raises RuleError when it waits no
        longer."""
        again = {"state": PostState.PENDING, "attempts": 0, "suspect": suspect, "error": None}
        await self._settle(post_id, **again, not_before=at, expires_at=None)

    async def arrived(self, post_id: int, now: datetime, message_id: int | None = None) -> None:
        """已送达, perhaps as that message. Raises RuleError when it waits no longer."""
        await self._settle(post_id, state=PostState.SENT, settled_at=now, message_id=message_id)
        await self._drop_file(post_id)

    async def give_up(self, post_id: int, now: datetime) -> None:
        """知道了: it is not sent any more. Raises RuleError when it waits no longer."""
        await self._settle(post_id, state=PostState.EXPIRED, settled_at=now)
        await self._drop_file(post_id)

    async def unsure(self, upto: int | None = None) -> tuple[int, int]:
        """How many posts may have arrived or not, of those up to that number; and the highest number among them."""
        row = (
            await self._session.execute(select(func.count(), func.max(outbox.c.id)).where(*_unsure(upto)))
        ).one()
        return row[0], row[1] or 0

    async def all_arrived(self, upto: int, now: datetime) -> set[str]:
        """已送达, of all up to that number; what they were about. Raises RuleError when none of them waits any longer."""
        about = await self._about(upto)
        keys = select(outbox.c.dedupe_key).where(*_unsure(upto))
        await self._session.execute(delete(blob).where(blob.c.dedupe_key.in_(keys)))
        await self._one(
            update(outbox).where(*_unsure(upto)).values(state=PostState.SENT, settled_at=now, message_id=None)
        )
        return about

    async def all_again(self, upto: int, now: datetime, notices_at: datetime) -> set[str]:
        """重发, of all up to that number; those of notices not before then. As `all_arrived`."""
        about = await self._about(upto)
        again = {
            "state": PostState.PENDING,
            "attempts": 0,
            "suspect": True,
            "error": None,
            "expires_at": None,
        }
        at = case((outbox.c.kind.in_(_OF_NOTICES), notices_at), else_=now)
        await self._one(update(outbox).where(*_unsure(upto)).values(**again, not_before=at))
        return about

    async def _about(self, upto: int) -> set[str]:
        subjects = select(outbox.c.subject).distinct().where(*_unsure(upto), outbox.c.subject.is_not(None))
        return {subject for subject in await self._session.scalars(subjects) if subject is not None}

    async def show_again(self, place_id: int) -> None:
        """重发 of a card, as things stand now. Raises RuleError when it waits no longer."""
        await self._settle_card(
            place_id, error=None, wanted=placement.c.wanted + 1, digest=None, attempts=0, not_before=None
        )

    async def leave_as_it_is(self, place_id: int) -> None:
        """知道了: the card stays as it was last shown, until it changes. Raises RuleError when it waits no longer."""
        await self._settle_card(place_id, error=None)

    async def _settle(self, post_id: int, **values: object) -> None:
        await self._one(
            update(outbox)
            .where(outbox.c.id == post_id, outbox.c.state.in_([PostState.UNKNOWN, PostState.FAILED]))
            .values(**values)
        )

    async def _drop_file(self, post_id: int) -> None:
        """A file we made is kept no longer than its post may be sent."""
        its_key = select(outbox.c.dedupe_key).where(outbox.c.id == post_id).scalar_subquery()
        await self._session.execute(delete(blob).where(blob.c.dedupe_key == its_key))

    async def _settle_card(self, place_id: int, **values: object) -> None:
        waits = (placement.c.state == PlaceState.LIVE, placement.c.error.is_not(None))
        await self._one(update(placement).where(placement.c.id == place_id, *waits).values(**values))

    async def _one(self, change: Update) -> None:
        result = await self._session.execute(change)
        if isinstance(result, CursorResult) and result.rowcount == 0:
            raise RuleError("no-post-settled")
