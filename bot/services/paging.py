"""Calling the coordinators to an alarm, and telling them and the people there what happens."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.alarm import Alarm, Voice, Word
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.storage.nearby import called_by
from bot.storage.placements import Placements
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def page_alarm(uow: UnitOfWork, alarm: Alarm, *, now: datetime) -> None:
    """One more round, at the bottom of their chats: the first of duty alone, from the second on everybody.

    A 求助 calls everybody at once, the paired helpers and the head of the building too. Where nobody can be reached the
    round is noted as such, and goes on.
    """
    people = await called_by(uow, alarm)
    called = people if alarm.paged or alarm.is_sos else people[:1]
    round_ = alarm.paged + 1
    for person in called:
        await _take_down(uow, alarm, person.telegram_id, round_, now)
        uow.place(
            "alarm",
            alarm.id,
            person.telegram_id,
            now=now,
            priority=Priority.DANGER,
            round_=round_,
        )
    alarm.page(now, uow.playbook.duty.page_all_after, len(called))
    touch_alarm(uow, alarm)
    uow.record("alarm_paged", f"alarm:{alarm.id}", now=now, round=alarm.paged, called=len(called))


async def _take_down(uow: UnitOfWork, alarm: Alarm, chat_id: int, round_: int, now: datetime) -> None:
    for card in ("alarm", "alarm_false"):
        older = await Placements(uow.session).take_down(card, chat_id, now, ref=alarm.id, before_round=round_)
        for message_id in older:
            uow.delete_message(chat_id, message_id, now=now)


async def page_due(uow: UnitOfWork, now: datetime) -> None:
    """Every alarm whose time has come to be called again, once each, however long the clock stood still."""
    for alarm in await uow.alarms.due(now):
        await page_alarm(uow, alarm, now=now)


def touch_alarm(uow: UnitOfWork, alarm: Alarm) -> None:
    """Whatever shows the alarm, and the lists of what waits."""
    uow.touch(f"alarm:{alarm.id}")
    uow.touch(WAITING)


def what_of(uow: UnitOfWork, alarm: Alarm) -> Any:
    """What it is, as an argument of a sentence: the danger's names, or "sos"."""
    danger = uow.playbook.danger(alarm.danger)
    return dict(danger.names) if danger else alarm.danger


async def tell_people(uow: UnitOfWork, alarm: Alarm, key: str, *, now: datetime, **args: Any) -> None:
    """A line in private to everybody who said it or waits for an answer."""
    words = (Word.HEARD, Word.CALL_ME, Word.UNSAFE, Word.ON_SITE)
    ids = {voice.member_id for voice in alarm.said(*words)}
    for person in (await uow.members.many(ids)).values() if ids else ():
        if person.reachable:
            dedupe = f"{key}:{alarm.id}:{alarm.version}:{person.id}"
            uow.say(person.telegram_id, key, dedupe=dedupe, now=now, priority=Priority.DANGER, **args)


async def tell_coordinators(
    uow: UnitOfWork, alarm: Alarm, key: str, mark: str, *, now: datetime, **args: Any
) -> None:
    """A line to who has it in hand, or to whom the last round called."""
    for person in await _concerned(uow, alarm):
        dedupe = f"{key}:{alarm.id}:{mark}:{person.id}"
        uow.say(person.telegram_id, key, dedupe=dedupe, now=now, priority=Priority.DANGER, **args)


async def _concerned(uow: UnitOfWork, alarm: Alarm) -> list[Member]:
    if alarm.taken_by is not None:
        taker = await uow.members.find(alarm.taken_by)
        return [taker] if taker and taker.reachable else []
    people = await called_by(uow, alarm)
    return people if alarm.is_sos or alarm.paged > 1 else people[: max(1, alarm.called)]


async def pass_on_voice(
    uow: UnitOfWork, alarm: Alarm, voice: Voice, person: Member, *, now: datetime
) -> None:
    """Tells the coordinators what somebody there just said, with nothing a private danger should keep."""
    what, mark = what_of(uow, alarm), f"{voice.word}:{voice.member_id}"
    if voice.word is Word.CALLED and len(alarm.said(Word.CALLED)) == 1:
        await tell_coordinators(uow, alarm, "alarm-called", mark, now=now, what=what)
    elif voice.word is Word.ON_SITE:
        args = {"what": what, "name": person.name} | ({"phone": person.phone} if person.phone else {})
        key = "alarm-on-site-phone" if person.phone else "alarm-on-site"
        await tell_coordinators(uow, alarm, key, mark, now=now, **args)
    elif voice.word is Word.CALL_ME:
        await tell_coordinators(uow, alarm, "alarm-call-me", mark, now=now, what=what)
    elif voice.word is Word.UNSAFE:
        await tell_coordinators(uow, alarm, "alarm-unsafe", mark, now=now, what=what)
