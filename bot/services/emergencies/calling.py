"""An emergency notice is made, goes out with a board for whoever is in charge, and ends with one edit everywhere."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Audience, Notice, NoticeState, groups
from bot.domain.notice.emergency import RollCall
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, may, must
from bot.services.notices.arriving import pin
from bot.services.notices.knocking import let_off_knocks
from bot.services.notices.rights import own
from bot.services.telling import heads_of
from bot.storage.course import Course
from bot.storage.notices import Notices, subject_of
from bot.storage.questions import Questions
from bot.storage.roll_calls import BOARD, RollCalls
from bot.storage.work import UnitOfWork


async def make_emergency(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> RollCall:
    """报平安: the draft becomes an emergency notice: urgent, on top, and everybody is asked how they are.

    Raises RuleError without the right, for somebody else's, when it has gone out, and where it asks something else.
    """
    must(by, Verb.EMERGENCY)
    notice = await _draft(uow, notice_id, by)
    if await Questions(uow.session).of(notice_id) is not None:
        raise RuleError("no-question-and-roll")
    rolls = RollCalls(uow.session)
    roll = await rolls.of(notice_id)
    if roll is None:
        roll = RollCall(notice_id, now)
        uow.add(roll)
    notice.urgent, notice.pin, notice.silent, notice.changed_at = True, True, False, now
    uow.touch(subject_of(notice_id))
    return roll


async def make_ordinary(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> bool:
    """不问了; False where it was no emergency. Raises RuleError like `make_emergency`."""
    notice = await _draft(uow, notice_id, by)
    rolls = RollCalls(uow.session)
    roll = await rolls.of(notice_id)
    if roll is None:
        return False
    await rolls.remove(roll)
    notice.urgent, notice.pin, notice.changed_at = False, False, now
    await uow.session.flush()
    uow.touch(subject_of(notice_id))
    return True


async def _draft(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    notice = await own(uow, notice_id, by)
    if notice.state is not NoticeState.DRAFT:
        raise RuleError("no-notice-sent-already")
    return notice


async def must_go_at_once(uow: UnitOfWork, notice: Notice, by: Member, at: datetime | None) -> None:
    """An emergency is urgent and on top, whatever was switched since. Raises RuleError for one without the right, and at
    a later time or again and again: what can wait is none."""
    if await RollCalls(uow.session).of(notice.id) is not None:
        must(by, Verb.EMERGENCY)
        if at is not None or notice.again is not None:
            raise RuleError("no-emergency-later")
        notice.urgent, notice.pin, notice.silent = True, True, False


async def call_roll(uow: UnitOfWork, notice: Notice, by: Member, *, now: datetime) -> None:
    """It goes out: whoever is in charge gets a board. Nothing where it is no emergency."""
    roll = await RollCalls(uow.session).of(notice.id)
    if roll is None:
        return
    roll.call(now)
    await _place_boards(uow, notice, now)
    uow.record("emergency_called", subject_of(notice.id), now=now, by=by.id)


async def lift_emergency(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> RollCall:
    """解除: said everywhere in one edit, taken off the top, summed up for whoever is in charge. Raises RuleError without
    the right, before it has gone out, and the second time."""
    must(by, Verb.EMERGENCY)
    roll = await RollCalls(uow.session).get(notice_id)
    roll.end(now)
    notice = await Notices(uow.session).get(notice_id)
    course = Course(uow.session, notice_id)
    for chat_id, message_id in await course.messages():
        pin(uow, notice_id, chat_id, message_id or 0, "unpin", now)
    await uow.session.flush()
    await course.show_anew(now)
    await _place_boards(uow, notice, now)
    await let_off_knocks(uow, notice_id, now=now)
    uow.touch(subject_of(notice_id))
    uow.touch(f"roll:{notice_id}")
    uow.record("emergency_lifted", subject_of(notice_id), now=now, by=by.id)
    return roll


async def _place_boards(uow: UnitOfWork, notice: Notice, now: datetime) -> None:
    for person in await in_charge_of(uow, notice.audience):
        uow.place(
            BOARD,
            notice.id,
            person.telegram_id,
            now=now,
            subject=f"roll:{notice.id}",
            priority=Priority.DANGER,
            round_=int(now.timestamp()),
        )


async def in_charge_of(uow: UnitOfWork, audience: Audience) -> list[Member]:
    """Coordinators, and the heads of the buildings it is for."""
    found = {one.id: one for one in await uow.members.reachable_coordinators()}
    rolls = RollCalls(uow.session)
    for place in {**await rolls.people(audience), **await rolls.homes(audience)}:
        found |= {one.id: one for one in await heads_of(uow, place) if one.reachable and one.active}
    return list(found.values())


async def must_see_roll(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> RollCall:
    """重点户: that they looked is kept. Raises RuleError for whoever may not see all of it."""
    must(by, Verb.PLAN_VISITS)
    roll = await RollCalls(uow.session).get(notice_id)
    uow.looked("roll", subject_of(notice_id), by=by.id, now=now)
    return roll


async def look_at_board(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """点名, as far as it is theirs; that they looked is kept. Raises RuleError where nothing of it is."""
    await RollCalls(uow.session).get(notice_id)
    notice = await Notices(uow.session).get(notice_id)
    every = [Place(one.name, building.name) for one in uow.playbook.compounds for building in one.buildings]
    mine = [place for place in every if may(by, Verb.ROLL_CALL, Subject(place=place))]
    if not any(groups(notice.audience, place, None) for place in mine):
        must(by, Verb.ROLL_CALL)
    uow.looked("roll", subject_of(notice_id), by=by.id, now=now)
