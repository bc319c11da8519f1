"""What a building head or grid worker writes to the building's own group: a preview, 发送, and 撤销 within a minute."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.charge import place_numbered
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.posting import Posting
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.storage.charges import Charges
from bot.storage.work import UnitOfWork

LONGEST = 1500
_ASK_FOR = timedelta(minutes=30)


async def ask_words(uow: UnitOfWork, number: int, by: Member, *, now: datetime) -> None:
    """发到楼栋群: their next message is the text. Raises RuleError without the right there, or without a group."""
    place = place_numbered(uow.playbook, number)
    must(by, Verb.POST, Subject(place=place))
    if not await uow.chats.of_building(place.compound, place.building):
        raise RuleError("no-building-group")
    await uow.dialogs.ask(by.id or 0, "posting", number, until=now + _ASK_FOR)


async def draft_posting(uow: UnitOfWork, number: int, by: Member, text: str, *, now: datetime) -> Posting:
    """The preview, which nobody else sees. Raises RuleError like `ask_words`, and for no words or too many."""
    place = place_numbered(uow.playbook, number)
    must(by, Verb.POST, Subject(place=place))
    if not text.strip():
        raise RuleError("no-words-please")
    if len(text) > LONGEST:
        raise RuleError("no-too-long", count=LONGEST)
    posting = Posting(by.id or 0, place.compound or "", place.building or "", text.strip(), now)
    uow.add(posting)
    await uow.numbered()
    await uow.dialogs.close(by.id or 0)
    uow.place("posting", posting.id, by.telegram_id, now=now, priority=Priority.ANSWER)
    return posting


async def send_posting(uow: UnitOfWork, posting_id: int, by: Member, *, now: datetime) -> Posting:
    """发送. Raises RuleError for somebody else's, without the right there now, and the second time."""
    posting = await _own(uow, posting_id, by)
    must(by, Verb.POST, Subject(place=posting.place))
    groups = await uow.chats.of_building(posting.compound, posting.building)
    if not groups:
        raise RuleError("no-building-group")
    posting.send(now)
    for group in groups:
        uow.place("posting", posting.id, group.chat_id, now=now, priority=Priority.ANSWER)
    _changed(uow, posting, "posting_sent", by, now)
    return posting


async def drop_posting(uow: UnitOfWork, posting_id: int, by: Member, *, now: datetime) -> None:
    """取消. Raises RuleError for somebody else's, and once it is sent."""
    posting = await _own(uow, posting_id, by)
    posting.drop(now)
    _changed(uow, posting, "posting_dropped", by, now)


async def take_back_posting(uow: UnitOfWork, posting_id: int, by: Member, *, now: datetime) -> None:
    """撤销: it is deleted from the group. Raises RuleError for somebody else's, and after a minute."""
    posting = await _own(uow, posting_id, by)
    posting.take_back(now, uow.playbook.limits.undo)
    _changed(uow, posting, "posting_taken_back", by, now)


async def _own(uow: UnitOfWork, posting_id: int, by: Member) -> Posting:
    posting = await Charges(uow.session).posting(posting_id)
    must(by, Verb.UNDO, Subject(posting.member_id == by.id))
    return posting


def _changed(uow: UnitOfWork, posting: Posting, kind: str, by: Member, now: datetime) -> None:
    uow.touch(f"posting:{posting.id}")
    uow.record(kind, f"posting:{posting.id}", now=now, by=by.id)
