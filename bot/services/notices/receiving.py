"""收到, 替家人收到, and a wrong press taken back. Counted by where people live; the groups see numbers alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Elder, Notice, Via, must_be_out
from bot.domain.place import Place
from bot.domain.rights import MINE, Subject, Verb, must
from bot.services.notices.rights import was_told
from bot.storage.elders import elders_of
from bot.storage.nearby import household_of
from bot.storage.notices import Notices, subject_of
from bot.storage.receipts import Receipts, lately
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork

_LATELY = timedelta(seconds=90)
"""Three ticks: one that was missed does no harm."""


async def receive_notice(uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime) -> bool:
    """收到; False when they had pressed it already. Raises RuleError for a preview, where it was not told to them or
    there, when it holds no longer, and for an emergency: there 平安 says so."""
    must(by, Verb.RECEIVE)
    notice = await _readable(uow, notice_id, chat_id, by, now)
    home = await household_of(uow, by)
    receipts = Receipts(uow.session, notice.id or 0)
    if not await receipts.add(by.id or 0, chat_id, now, place=by.home, household_id=home):
        return False
    await _recount(uow, notice.id or 0, by.home, chat_id, now)
    return True


async def take_back_receipt(
    uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime
) -> None:
    """按错了. Raises RuleError where nothing was pressed, and when it holds no longer."""
    must(by, Verb.RECEIVE)
    notice = await _readable(uow, notice_id, chat_id, by, now)
    if not await Receipts(uow.session, notice.id or 0).take_back(by.id or 0):
        raise RuleError("no-stale-button")
    uow.touch(subject_of(notice_id))
    await _recount(uow, notice.id or 0, by.home, chat_id, now)


async def receive_for(
    uow: UnitOfWork, notice_id: int, kind: str, ref: int, chat_id: int, by: Member, *, now: datetime
) -> bool:
    """替家人收到, for one of those they are family of; pressed again, it is taken back: False.

    Raises RuleError for somebody else's family, and as `receive_notice` does.
    """
    elder = next((one for one in await elders_of(uow, by) if (one.kind, one.ref) == (kind, ref)), None)
    must(by, Verb.RECEIVE_FOR, Subject(own=elder is not None))
    notice = await Notices(uow.session).get(notice_id)
    await _must_hold(uow, notice, by, now)
    if elder is None:
        raise RuleError("no-notice-family")
    receipts = Receipts(uow.session, notice_id)
    said = await receipts.add(
        by.id or 0,
        chat_id,
        now,
        place=elder.place,
        household_id=elder.household_id,
        via=Via.FAMILY,
        whom=elder.whom,
    )
    if not said:
        uow.touch(subject_of(notice_id))
        await receipts.take_back(by.id or 0, elder.whom)
    await _recount(uow, notice_id, elder.place, chat_id, now)
    uow.touch(f"family:{by.id}")
    return said


async def answer_for(
    uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime
) -> Elder | None:
    """替家人收到, pressed on the notice: for the one they are family of, at once. None where they have to choose, or said
    so before. Raises RuleError for who is nobody's family, and as `receive_notice` does."""
    must(by, Verb.RECEIVE_FOR, MINE)
    elders = await elders_of(uow, by)
    if not elders:
        raise RuleError("no-notice-family")
    await _must_hold(uow, await Notices(uow.session).get(notice_id), by, now)
    known = await Receipts(uow.session, notice_id).of(by.id)
    if len(elders) > 1 or elders[0].whom in known:
        return None
    await receive_for(uow, notice_id, elders[0].kind, elders[0].ref, chat_id, by, now=now)
    return elders[0]


async def _readable(uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, now: datetime) -> Notice:
    notice = await Notices(uow.session).get(notice_id)
    await _must_hold(uow, notice, by, now)
    if not await was_told(uow, notice, chat_id, by):
        raise RuleError("no-stale-button")
    return notice


async def _must_hold(uow: UnitOfWork, notice: Notice, by: Member, now: datetime) -> None:
    must_be_out(notice, by.id)
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    if await RollCalls(uow.session).of(notice.id) is not None:
        raise RuleError("no-roll-received")


async def _recount(uow: UnitOfWork, notice_id: int, place: Place, chat_id: int, now: datetime) -> None:
    """The group of the building it counts in, and where it was pressed."""
    here = await uow.chats.of_building(place.compound, place.building) if place.building else []
    chats = {chat_id, *(one.chat_id for one in here)}
    await Receipts(uow.session, notice_id).recount(chats, uow.playbook.notices.count_every, now)


async def show_counts(uow: UnitOfWork, *, now: datetime) -> None:
    """Whoever sent a notice sees how many have answered it: with the clock, not with every press."""
    for notice_id in await lately(uow.session, now - _LATELY):
        uow.touch(subject_of(notice_id))
