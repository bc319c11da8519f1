"""What one of our messages is about that somebody replies to."""

from __future__ import annotations

import re

from bot.storage.work import UnitOfWork

_NAMED = re.compile(r"(?<![A-Za-z0-9])([#T])(\d{1,15})(?!\d)")
_KINDS = {"#": "case", "T": "task"}


async def subject_of(uow: UnitOfWork, chat_id: int, message_id: int, text: str) -> str:
    """ "case:12" or the like; "" where it is about nothing.

    A message that no row knows (its answer was lost, and it was sent again) is about what its text names first,
    #12 or T12. Whether the person may have to do with that is asked of them as of anybody.
    """
    known = await uow.shown.subject_at(chat_id, message_id)
    if known is not None:
        return known
    named = _NAMED.search(text)
    return f"{_KINDS[named[1]]}:{named[2]}" if named else ""
