"""A file of a person's has been fetched, or cannot be: in one transaction it is kept, sealed, and the inbox told."""

from __future__ import annotations

from datetime import datetime

from bot.delivery.failures import Outcome
from bot.delivery.sender import Sent
from bot.storage.blobs import Document
from bot.storage.due import Due
from bot.storage.machinery import InboxState
from bot.storage.work import UnitOfWork

OURS = 0
"""The bot_id of rows the machinery puts into the inbox itself; their numbers are below 0."""
_TRIED_AGAIN = (Outcome.WAIT, Outcome.MOVED, Outcome.NOT_SENT, Outcome.UNKNOWN)


def fetched_or_given_up(one: Sent) -> bool:
    """Nothing more will come of it."""
    return one.verdict is None or one.verdict.outcome not in _TRIED_AGAIN


async def file_fetched(uow: UnitOfWork, due: Due, content: bytes | None, now: datetime) -> None:
    """The next in line may go on with it; without content it could not be fetched."""
    blob = due.body["blob"]
    if content:
        uow.blobs.keep(blob, due.chat_id, Document(due.body["name"], content), now)
    payload = {"inner": "fetched", "subject": due.subject, "blob": blob if content else None}
    row = {
        "bot_id": OURS,
        "update_id": -due.id,
        "lane": str(due.chat_id),
        "payload": payload,
        "state": InboxState.PENDING,
        "attempts": 0,
        "received_at": now,
        "done_at": None,
    }
    await uow.inbox.file([row])
