"""What becomes of an alarm: it is taken, given back, over, or nothing; and what people there tell us."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.domain.alarm import Alarm, AlarmState, Word
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.services.aftermath import settle_case
from bot.services.paging import page_alarm, pass_on_voice, tell_people, touch_alarm
from bot.services.reports import add_to_case, withdraw_case
from bot.storage.bodies import File
from bot.storage.nearby import must_answer
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork

_PHONE = re.compile(r"[+＋]?[\d\s\-()（）]{7,24}")
_MOST_FILES = 10
_ASK_FOR = timedelta(hours=1)
_DETAILS_LIVE = timedelta(hours=24)


async def take_alarm(uow: UnitOfWork, alarm_id: int, by: Member, *, now: datetime) -> Alarm:
    """我来处理: nobody is called any more, and who waits is told who comes. The first one wins.

    Raises RuleError for anybody it does not call, when it is over, and when somebody has it, naming them.
    """
    alarm = await uow.alarms.get(alarm_id, lock=True)
    await must_answer(uow, alarm, by)
    alarm.take(by.id or 0, by.name, now)
    touch_alarm(uow, alarm)
    uow.record("alarm_taken", f"alarm:{alarm.id}", now=now, by=by.id)
    if by.reachable:
        await _show_to_taker(uow, alarm, by, now)
        await _hand_over_files(uow, alarm, by, now)
    await tell_people(uow, alarm, "alarm-coming", now=now, name=by.name)
    return alarm


async def _show_to_taker(uow: UnitOfWork, alarm: Alarm, by: Member, now: datetime) -> None:
    """Who took it from a list, or was not called yet, gets the card with whom to call and where to go."""
    if not await Placements(uow.session).shows("alarm", alarm.id, by.telegram_id):
        uow.place("alarm", alarm.id, by.telegram_id, now=now, priority=Priority.DANGER, round_=alarm.paged)


async def _hand_over_files(uow: UnitOfWork, alarm: Alarm, by: Member, now: datetime) -> None:
    case = await uow.cases.find(alarm.case_id)
    for n, one in enumerate(case.attachments[:_MOST_FILES] if case else ()):
        uow.send_file(
            by.telegram_id,
            File(one.kind, one.file_id),
            dedupe=f"alarm-file:{alarm.id}:{by.id}:{n}",
            now=now,
            subject=f"alarm:{alarm.id}",
            protect=True,
        )


async def release_alarm(uow: UnitOfWork, alarm_id: int, by: Member, *, now: datetime) -> Alarm:
    """我去不了, by who took it: everybody is called again at once. Raises RuleError for anybody else."""
    alarm = await uow.alarms.get(alarm_id, lock=True)
    await must_answer(uow, alarm, by)
    alarm.release(by.id or 0, now)
    await _take_back(uow, alarm, by, now)
    uow.record("alarm_released", f"alarm:{alarm.id}", now=now, by=by.id)
    await page_alarm(uow, alarm, now=now)
    await tell_people(uow, alarm, "alarm-passed-on", now=now, name=by.name)
    return alarm


async def finish_alarm(uow: UnitOfWork, alarm_id: int, by: Member, *, now: datetime) -> Alarm:
    """处理好了, by who took it: the details of who said it are taken back, and the case is settled with it.

    Raises RuleError for anybody else.
    """
    alarm = await uow.alarms.get(alarm_id, lock=True)
    await _finish(uow, alarm, by, now)
    await settle_case(uow, alarm, by, now=now)
    return alarm


async def _finish(uow: UnitOfWork, alarm: Alarm, by: Member, now: datetime) -> None:
    alarm.finish(by.id or 0, now)
    await _take_back(uow, alarm, by, now)
    touch_alarm(uow, alarm)
    uow.record("alarm_over", f"alarm:{alarm.id}", now=now, by=by.id)


async def finish_forgotten(uow: UnitOfWork, now: datetime) -> None:
    """What was taken a day ago and never said to be dealt with: its details are taken back all the same.

    Nobody has said that it is over, so the case goes on.
    """
    for alarm in await uow.alarms.taken_before(now - _DETAILS_LIVE):
        await _finish(uow, alarm, await uow.members.get(alarm.taken_by), now)


async def _take_back(uow: UnitOfWork, alarm: Alarm, by: Member, now: datetime) -> None:
    for message_id in await uow.shown.messages_about(f"alarm:{alarm.id}", by.telegram_id, "file"):
        uow.delete_message(by.telegram_id, message_id, now=now)


async def dismiss_alarm(uow: UnitOfWork, alarm_id: int, by: Member, *, now: datetime) -> Alarm:
    """误报, by a coordinator: the case ends with it, and who said it is told how to be heard again.

    Raises RuleError for anybody but a coordinator, and when it is over.
    """
    must(by, Verb.DISMISS_ALARM)
    alarm = await uow.alarms.get(alarm_id, lock=True)
    taker = await uow.members.find(alarm.taken_by)
    alarm.dismiss(by.name, now)
    if taker is not None:
        await _take_back(uow, alarm, taker, now)
    case = await uow.cases.find(alarm.case_id)
    if case is not None and case.is_open:
        await withdraw_case(uow, case, by, now=now)
    touch_alarm(uow, alarm)
    uow.record("alarm_dismissed", f"alarm:{alarm.id}", now=now, by=by.id)
    await tell_people(uow, alarm, "alarm-dismissed", now=now)
    return alarm


async def say_word(uow: UnitOfWork, alarm_id: int, word: Word, by: Member, *, now: datetime) -> bool:
    """我已打电话, 我在现场能帮忙, 请给我打电话, 我现在不安全: the coordinators hear. False when said before.

    Who waits for a call, or is not safe, makes everybody be called at once. Raises RuleError when it is over,
    and for what only the person concerned can say.
    """
    alarm = await uow.alarms.get(alarm_id, lock=True)
    must(by, Verb.CALL_HELP)
    private = word in (Word.CALL_ME, Word.UNSAFE)
    if (private or alarm.private_only) and all(voice.member_id != by.id for voice in alarm.said(Word.HEARD)):
        raise RuleError("no-alarm-not-yours")
    if not alarm.hear(by.id or 0, by.name, word, now):
        return False
    touch_alarm(uow, alarm)
    if private and alarm.state is AlarmState.CALLING:
        await page_alarm(uow, alarm, now=now)
    else:
        await pass_on_voice(uow, alarm, alarm.voices[-1], by, now=now)
    return True


async def ask_phone(uow: UnitOfWork, alarm_id: int, by: Member, *, now: datetime) -> bool:
    """Somebody wants to be called: their next message is the number, unless we know it. False when we do."""
    if by.phone or by.id is None:
        return False
    await uow.dialogs.ask(by.id, "alarm_phone", alarm_id, until=now + _ASK_FOR)
    return True


async def hear_phone(uow: UnitOfWork, alarm_id: int, by: Member, text: str, *, now: datetime) -> bool:
    """The number to call. What is no number joins the case instead, for who has it in hand; then False."""
    alarm = await uow.alarms.get(alarm_id)
    number = _PHONE.search(text)
    if number is not None and by.id is not None:
        by.phone, by.changed_at = number[0].strip(), now
        await uow.dialogs.close(by.id)
        touch_alarm(uow, alarm)
        return True
    case = await uow.cases.find(alarm.case_id)
    if case is not None and case.is_open:
        await add_to_case(uow, case, by, text, (), now=now)
        touch_alarm(uow, alarm)
    return False
