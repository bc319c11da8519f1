"""Which message became which case."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from functools import cache

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload
from sqlalchemy.sql import Select

from bot.domain.case import Case
from bot.storage import tables
from bot.storage.expecting import Expected

_c = tables.case.c
Message = tuple[int, int]


def joined() -> Select[Case]:
    """Cases with what was sent with them, in one statement."""
    return select(Case).options(joinedload(Case.attachments))  # type: ignore[arg-type]


@cache
def _from_messages() -> Select[Case]:
    """More than asked for: messages of different chats may have the same number."""
    return joined().where(
        _c.origin_chat_id.in_(bindparam("chat_ids", expanding=True)),
        _c.origin_message_id.in_(bindparam("message_ids", expanding=True)),
    )


class Origins:
    """Asked of every report in a group, so that none is filed twice."""

    def __init__(self, expected: Expected, read: Callable[..., Awaitable[list[Case]]]) -> None:
        """`read`: whole cases, by a query and its values."""
        self._expected = expected
        self._read = read
        self._known: dict[Message, Case | None] = {}

    async def case_of(self, chat_id: int, message_id: int) -> Case | None:
        """The case that message became.

        What was read of the messages of a batch counts once: asked again, one may have become a case meanwhile.
        """
        origin = (chat_id, message_id)
        if origin not in self._known:
            expected = self._expected.messages
            asked = set(expected) if origin in expected and not self._known else {origin}
            self._known.update(await self._of(asked))
        return self._known.pop(origin)

    async def _of(self, origins: Collection[Message]) -> dict[Message, Case | None]:
        chats, messages = {chat for chat, _ in origins}, {number for _, number in origins}
        cases = await self._read(_from_messages(), chat_ids=sorted(chats), message_ids=sorted(messages))
        found = {(case.origin_chat_id, case.origin_message_id): case for case in cases}
        return {origin: found.get(origin) for origin in origins}
