"""What becomes of a row after its request is written down, and whoever else has to know it is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.delivery.columns import QUIET, card_columns, post_columns
from bot.delivery.failures import Outcome, Scope, Verdict
from bot.delivery.fetching import fetched_or_given_up, file_fetched
from bot.delivery.pacing import Pacer
from bot.delivery.sender import Sent
from bot.services.alerts import alert_coordinators
from bot.services.chats import leave_group, move_group
from bot.services.notices.arriving import Landed, note_files, note_landed
from bot.storage.course import CARD
from bot.storage.database import Database
from bot.storage.excuses import is_trouble, tell_failure
from bot.storage.notices import KIND, subject_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork

log = structlog.get_logger(__name__)

RETRY_S = 1.0


def penalise(pacer: Pacer, sent: Sequence[Sent]) -> None:
    """Tells the pacer at once whom Telegram asked to wait."""
    for one in sent:
        if one.verdict and one.verdict.outcome is Outcome.WAIT:
            chat = one.ready.due.chat_id if one.verdict.scope is Scope.CHAT else None
            pacer.penalise(chat, one.verdict.seconds)


class Settler:
    """Remembers how requests went until it is written down. What cannot be written down now is tried again."""

    def __init__(self, database: Database, lease: str, clock: Clock, edit_gap_s: float = 0.0) -> None:
        self._database = database
        self._lease = lease
        self._clock = clock
        self.rest = timedelta(seconds=edit_gap_s)
        self._fresh: list[Sent] = []
        self._stuck: list[Sent] = []
        self._next_try = clock.monotonic()

    def add(self, sent: Sent) -> None:
        """One more has been sent."""
        self._fresh.append(sent)

    @property
    def fresh(self) -> tuple[Sent, ...]:
        """What is to be written down."""
        return tuple(self._fresh)

    @property
    def waits(self) -> bool:
        """Is there anything that is not written down yet?"""
        return bool(self._fresh or self._stuck)

    def forget(self, sent: Sequence[Sent]) -> None:
        """These, the oldest, are written down."""
        del self._fresh[: len(sent)]

    async def write_apart(self, sent: Sequence[Sent]) -> None:
        """Each of these, the oldest, by itself, since together they cannot be; the others are kept. Never raises."""
        self._stuck += await self._left_of(sent)
        self.forget(sent)
        self._next_try = self._clock.monotonic() + RETRY_S

    async def write_stuck(self) -> None:
        """Tries again what could not be written down, now and then. Never raises."""
        if self._stuck and self._clock.monotonic() >= self._next_try:
            self._stuck = await self._left_of(self._stuck)
            self._next_try = self._clock.monotonic() + RETRY_S

    async def _left_of(self, sent: Sequence[Sent]) -> list[Sent]:
        """Writes down each by itself; which of them could not be. When the database cannot, no further one is tried."""
        left: list[Sent] = []
        for position, one in enumerate(sent):
            try:
                async with self._database.work() as uow:
                    await settle(uow, self._lease, [one], self._clock.now(), self.rest)
            except Exception as error:
                tell_failure(log, "settling-failed", error, rows=1)
                left.append(one)
                if is_trouble(error):
                    return [*left, *sent[position + 1 :]]
        return left


async def settle(
    uow: UnitOfWork, lease: str, sent: Sequence[Sent], now: datetime, rest: timedelta = timedelta()
) -> None:
    """Writes how requests of one lease went. Whoever lost the lease writes nothing. `rest`: of a card after an edit."""
    ours = await uow.leases.still(lease, [one.ready.due for one in sent])
    sent = [one for one in sent if (one.ready.due.is_card, one.ready.due.id) in ours]
    posts = [post_columns(one, now) for one in sent if not one.ready.due.is_card]
    cards = [card_columns(one, now) for one in sent if one.ready.due.is_card]
    await uow.leases.settle_posts(lease, posts)
    await uow.leases.settle_cards(lease, cards, rest)
    if landed := [_landed(one) for one in sent if one.ready.due.kind == KIND and not one.ready.due.is_card]:
        await note_landed(uow, landed, now)
    for one in sent:
        if one.ready.due.kind == "document" and not one.ready.due.is_card:
            await _let_go(uow, one, now)
        if one.ready.due.kind == "fetch" and not one.ready.due.is_card and fetched_or_given_up(one):
            await file_fetched(uow, one.ready.due, one.content, now)
            continue
        if one.files:
            await _files(uow, one, now)
        if one.verdict is not None:
            await _tell(uow, one, one.verdict, now)
        elif one.message_id is not None and not one.ready.due.is_card:
            await _take_back(uow, one, one.message_id, now)


async def _files(uow: UnitOfWork, one: Sent, now: datetime) -> None:
    """The files of a notice have arrived by themselves: we know where, to take them away one day."""
    due, kinds = one.ready.due, [file.kind for file in one.ready.files]
    await note_files(uow, due.body["notice"], due.chat_id, one.files, kinds, now)


async def _let_go(uow: UnitOfWork, one: Sent, now: datetime) -> None:
    """A file we made has arrived, or will not: we keep it no longer, and take the message away when it is time."""
    body = one.ready.due.body or {}
    if one.verdict is None:
        await uow.blobs.drop(body["blob"])
    if one.verdict is None and one.message_id is not None and body.get("delete_after"):
        due_at = now + timedelta(seconds=body["delete_after"])
        uow.delete_message(one.ready.due.chat_id, one.message_id, now=now, not_before=due_at)


async def _take_back(uow: UnitOfWork, one: Sent, message_id: int, now: datetime) -> None:
    """What was lent to a holder, and arrived when they had handed the task back already."""
    due = one.ready.due
    task_id = (due.body or {}).get("holder_of")
    if task_id is not None and not await uow.tasks.holds(task_id, due.chat_id):
        uow.delete_message(due.chat_id, message_id, now=now)


async def _tell(uow: UnitOfWork, one: Sent, verdict: Verdict, now: datetime) -> None:
    chat_id = one.ready.due.chat_id
    if verdict.outcome is Outcome.MOVED and verdict.new_chat_id is not None:
        await move_group(uow, chat_id, verdict.new_chat_id, now=now)
        await uow.leases.move_chat(chat_id, verdict.new_chat_id)  # also from a group that moved long ago
    elif verdict.outcome is Outcome.BLOCKED:
        if chat_id > 0:
            await uow.members.block(chat_id, now)
        else:
            await leave_group(uow, chat_id, now=now)
            if one.ready.due.is_card and one.ready.due.kind == CARD:
                uow.touch(subject_of(one.ready.due.ref))  # that it could not be changed there is said
    elif verdict.outcome is Outcome.REFUSED and not _is_alert(one) and one.ready.due.kind not in QUIET:
        kind = "card" if one.ready.due.is_card else "post"
        await alert_coordinators(uow, "alert-refused", dedupe=f"refused:{kind}:{one.ready.due.id}", now=now)
        if one.ready.due.subject != WAITING:  # a list that is refused would ask for itself for ever
            uow.touch(WAITING)


def _is_alert(one: Sent) -> bool:
    """Nobody is alerted about an alert: that might never end."""
    due = one.ready.due
    return not due.is_card and str((due.body or {}).get("key", "")).startswith("alert-")


def _landed(one: Sent) -> Landed:
    due, body = one.ready.due, one.ready.due.body or {}
    arrived = one.message_id if one.verdict is None and not one.ready.drop else None
    return Landed(body["notice"], due.chat_id, arrived, one.ready.digest, bool(body.get("pin")))
