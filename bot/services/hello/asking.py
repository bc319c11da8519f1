"""The clock's part of 报平安: the day's one question, once more, and then somebody is to phone."""

from __future__ import annotations

from datetime import datetime

from bot.domain.hello import DayState, Hello, HelloDay, Step
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.visit import PauseReason
from bot.domain.visit.asking import is_daytime, morning_after
from bot.services.hello.agreeing import end_open
from bot.services.paging import tell_coordinators
from bot.storage.nearby import helpers_of, household_of
from bot.storage.pauses import Pauses
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork

SLICE = 200
"""People of one transaction."""


async def ask_due(uow: UnitOfWork, *, now: datetime) -> bool:
    """Everybody whose hour has come is asked, each once a day. True: there may be more.

    A day on which nothing ran at their hour is told to the coordinators: nobody has asked.
    """
    hellos = await uow.hellos.due(now, uow.playbook.day(now), SLICE)
    unasked, asked = 0, 0
    for hello in hellos:
        given = await _give(uow, hello, now)
        asked += len(given)
        unasked += sum(day.state is DayState.UNASKED for day in given)
    if unasked:
        await _tell_unasked(uow, unasked, now)
    return len(hellos) == SLICE and asked > 0


async def _give(uow: UnitOfWork, hello: Hello, now: datetime) -> list[HelloDay]:
    book = uow.playbook
    member = await uow.members.get(hello.member_id)
    known = (await uow.hellos.days_on(hello.id, [book.day(now)])).get(book.day(now))
    if known is not None and hello.may_still_ask(known, book.hellos, book.zone, now):
        known.ask_after_all(book.hellos, now)
        _ask(uow, known, member, now)
    paused = await _paused(uow, member)
    given = hello.give_due(book.hellos, book.zone, now, paused=paused)
    there = await uow.hellos.days_on(hello.id, [day.day for day in given]) if given else {}
    new = [day for day in given if day.day not in there]
    for day in new:
        uow.add(day)
    await uow.numbered()
    for day in new:
        if day.state is DayState.ASKED:
            _ask(uow, day, member, now)
        uow.record(f"hello_{day.state}", f"member:{member.id}", now=now, day=day.day.isoformat())
    return new


def _ask(uow: UnitOfWork, day: HelloDay, member: Member, now: datetime) -> None:
    """At their own hour, also where others would be left in peace: they chose it."""
    if member.reachable:
        uow.place(
            "hello_ask", day.id, member.telegram_id, subject=f"hello:{day.hello_id}", now=now,
            priority=Priority.CARD, round_=day.day.toordinal(),
        )  # fmt: skip


async def move_days(uow: UnitOfWork, *, now: datetime) -> bool:
    """Whoever has not answered is asked once more, then phoned. True: there may be more."""
    rules = uow.playbook.hellos
    days = await uow.hellos.days_due(now, rules.longest, SLICE)
    for day in days:
        step = day.take_step(rules, now)
        if step is Step.ASK_AGAIN:
            await _ask_again(uow, day, now)
        elif step is Step.CALL and await _earlier_call(uow, day):
            day.wait(rules, now)
        elif step is Step.CALL:
            await call_out(uow, day, now)
        uow.touch(f"hello:{day.hello_id}")
    return len(days) == SLICE


async def call_out(uow: UnitOfWork, day: HelloDay, now: datetime) -> None:
    """Coordinators and paired helpers, anew at the bottom of their chats; never held until the morning."""
    member = await uow.members.get(day.member_id)
    helpers = await helpers_of(uow, member)
    people = {one.id: one for one in [*helpers, *await uow.members.reachable_coordinators()]}
    for person in people.values():
        older = await Placements(uow.session).take_down(
            "hello_call", person.telegram_id, now, ref=day.id, before_round=day.rounds
        )
        for message_id in older:
            uow.delete_message(person.telegram_id, message_id, now=now)
        uow.place(
            "hello_call", day.id, person.telegram_id, subject=f"hello:{day.hello_id}", now=now,
            priority=Priority.DANGER, round_=day.rounds,
        )  # fmt: skip
    uow.record("hello_called", f"member:{member.id}", now=now, round=day.rounds, called=len(people))


async def note_sign(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """They wrote or pressed something: that is today's answer, and the answer to whatever is still open."""
    hello = await uow.hellos.of(member.id)
    if hello is None:
        return
    states = await end_open(uow, member.id or 0, DayState.WELL, now, by_id=member.id)
    if (day := hello.sign(uow.playbook.zone, now)) is not None:
        uow.add(day)
    if states:
        uow.record("hello_well", f"member:{member.id}", now=now, by=member.id)
    for alarm in await uow.alarms.hellos_of(member.id):
        await tell_coordinators(
            uow, alarm, "hello-found-itself", f"sign:{uow.playbook.day(now)}", now=now, name=member.name
        )


async def _ask_again(uow: UnitOfWork, day: HelloDay, now: datetime) -> None:
    member = await uow.members.get(day.member_id)
    if member.reachable:
        uow.place(
            "hello_again", day.id, member.telegram_id, subject=f"hello:{day.hello_id}", now=now,
            priority=Priority.CARD,
        )  # fmt: skip


async def _earlier_call(uow: UnitOfWork, day: HelloDay) -> bool:
    found = await uow.hellos.open_of(day.member_id)
    return any(one.is_called and one.day < day.day for one in found)


async def _paused(uow: UnitOfWork, member: Member) -> bool:
    """Have two people agreed that nobody is at home? Who only wants no visits is asked all the same."""
    number = await household_of(uow, member)
    pauses = await Pauses(uow.session).of(number) if number is not None else []
    return any(one.holds and one.reason is not PauseReason.REFUSED for one in pauses)


async def _tell_unasked(uow: UnitOfWork, count: int, now: datetime) -> None:
    """In the morning: they were not asked, and nothing can be done about it at night."""
    zone = uow.playbook.zone
    then = None if is_daytime(now, zone) else morning_after(now, zone)
    for person in await uow.members.reachable_coordinators():
        dedupe = f"hello-unasked:{int(now.timestamp())}:{person.id}"
        uow.say(person.telegram_id, "hello-unasked", dedupe=dedupe, now=now, not_before=then, count=count)
