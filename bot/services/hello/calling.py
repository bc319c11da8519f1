"""The phone call after an unanswered 报平安: 我来打, 打通了, 没打通."""

from __future__ import annotations

from datetime import datetime

from bot.domain.alarm import UNANSWERED, Alarm
from bot.domain.hello import DayState, HelloDay
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.domain.visit import start_unanswered
from bot.services.hello.agreeing import end_open
from bot.services.hello.asking import call_out
from bot.services.paging import page_alarm
from bot.services.visits.searching import step_search
from bot.storage.nearby import helpers_of, household_of
from bot.storage.placements import Placements
from bot.storage.searches import subject_of
from bot.storage.work import UnitOfWork


async def take_hello_call(uow: UnitOfWork, day_id: int, *, by: Member, now: datetime) -> HelloDay:
    """我来打: they alone read name and number. Raises RuleError without the right, and when somebody has it."""
    day = await uow.hellos.day(day_id, lock=True)
    await _must_call(uow, day, by)
    day.take(by.id or 0, by.name, uow.playbook.hellos, now)
    if not await Placements(uow.session).shows("hello_call", day_id, by.telegram_id):
        uow.place(
            "hello_call", day_id, by.telegram_id, subject=f"hello:{day.hello_id}", now=now,
            priority=Priority.ANSWER, round_=day.rounds,
        )  # fmt: skip
    uow.looked("hello_call", f"member:{day.member_id}", by=by.id, now=now)
    _moved(uow, day, by, "hello_call_taken", now)
    return day


async def give_back_call(uow: UnitOfWork, day_id: int, *, by: Member, now: datetime) -> None:
    """我打不了: the others are called at once. Raises RuleError when not theirs."""
    day = await uow.hellos.day(day_id, lock=True)
    await _must_call(uow, day, by)
    day.give_back(by.id or 0, now)
    day.take_step(uow.playbook.hellos, now)
    await call_out(uow, day, now)
    _moved(uow, day, by, "hello_call_back", now)


async def end_hello_call(uow: UnitOfWork, day_id: int, *, reached: bool, by: Member, now: datetime) -> None:
    """打通了 is the day's answer; 没打通 opens the search. Raises RuleError when not theirs."""
    day = await uow.hellos.day(day_id, lock=True)
    await _must_call(uow, day, by)
    day.finish(by.id or 0, reached, now)
    await end_open(uow, day.member_id, day.state, now, by_id=by.id)
    _moved(uow, day, by, "hello_call_done" if reached else "hello_call_failed", now)
    if day.state is DayState.SEARCHED:
        await _search(uow, await uow.members.get(day.member_id), by, now)


async def _search(uow: UnitOfWork, member: Member, by: Member, now: datetime) -> None:
    """Somebody must go and look, at any hour, until a person says how they were found: as when nobody opens the door.

    Where their door is not known, the coordinators are called to them as to a danger.
    """
    household = await household_of(uow, member)
    if household is not None:
        state = start_unanswered(None, household, None, now)
        uow.add(state)
        await uow.numbered()
        uow.record("search_opened", subject_of(state.id), now=now, by=by.id)
        await step_search(uow, state, now=now)
        return
    alarm = Alarm(
        UNANSWERED, now, member_id=member.id, compound=member.compound, building=member.building,
        heard_at=now, changed_at=now,
    )  # fmt: skip
    uow.add(alarm)
    await uow.numbered()
    uow.record("alarm_raised", f"alarm:{alarm.id}", now=now, by=by.id, danger=UNANSWERED)
    await page_alarm(uow, alarm, now=now)


async def _must_call(uow: UnitOfWork, day: HelloDay, by: Member) -> None:
    helpers = await helpers_of(uow, await uow.members.get(day.member_id))
    must(by, Verb.HELLO_CALL, Subject(own=any(one.id == by.id for one in helpers)))


def _moved(uow: UnitOfWork, day: HelloDay, by: Member, kind: str, now: datetime) -> None:
    uow.touch(f"hello:{day.hello_id}")
    uow.record(kind, f"member:{day.member_id}", now=now, by=by.id)
