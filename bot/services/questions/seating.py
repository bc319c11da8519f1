"""Places: who gets one that has become free, and what everybody who signed up is told in private."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.member import Member
from bot.domain.notice.question import Answer, Question, Seat
from bot.domain.priority import Priority
from bot.storage.placements import Placements
from bot.storage.questions import Questions, show_counted
from bot.storage.work import UnitOfWork

_A_DAY = timedelta(days=2)


async def show_seat(
    uow: UnitOfWork, answer: Answer, member: Member, *, now: datetime, priority: Priority
) -> None:
    """Where they stand, with 不去了, anew at the bottom of their chat; where they can be reached."""
    if not member.reachable:
        return
    for number in await Placements(uow.session).take_down("seat", member.telegram_id, now, ref=answer.id):
        uow.delete_message(member.telegram_id, number, now=now)
    round_ = int(now.timestamp() * 1000)
    uow.place("seat", answer.id, member.telegram_id, now=now, priority=priority, round_=round_)


async def move_up(uow: UnitOfWork, question: Question, *, now: datetime) -> int:
    """Whoever has waited longest gets what is free. How many did."""
    if not question.moves_up(now):
        return 0
    questions = Questions(uow.session)
    free = question.places - (await questions.seats(question.id)).get(Seat.IN, 0)
    lucky = await questions.next_waiting(question.id, free) if free > 0 else []
    people = await uow.members.many([one.member_id for one in lucky]) if lucky else {}
    for one in lucky:
        one.seat, one.moved_at, one.changed_at = Seat.IN, now, now
        if (person := people.get(one.member_id)) is not None:
            await show_seat(uow, one, person, now=now, priority=Priority.REMINDER)
    await uow.session.flush()
    return len(lucky)


async def fill_places(uow: UnitOfWork, *, now: datetime) -> bool:
    """Places that became free without a press (somebody was forgotten). True while there may be more."""
    numbers = await Questions(uow.session).with_room(now)
    for number in numbers:
        question = await Questions(uow.session).get(number, lock=True)
        question.changed_at = now
        await move_up(uow, question, now=now)
        await show_counted(uow.session, number, uow.playbook.notices.count_every, now, own=0)
    return len(numbers) == 5


async def remind_seats(uow: UnitOfWork, *, now: datetime) -> None:
    """The evening before: everybody who has a place is asked to come, or to say that they will not."""
    questions = Questions(uow.session)
    for question in await questions.ahead_of(now, _A_DAY):
        at = question.remind_at(uow.playbook.zone)
        if at is None or now < at:
            continue
        question.reminded_at = question.changed_at = now
        after = 0
        while sitting := await questions.sitting(question.id, after):
            people = await uow.members.many([one.member_id for one in sitting])
            for one in sitting:
                if (person := people.get(one.member_id)) is not None:
                    await show_seat(uow, one, person, now=now, priority=Priority.REMINDER)
            after = sitting[-1].id or 0
