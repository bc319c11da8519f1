"""Present danger is answered at once where it was said, filed, and called out to the coordinators."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.alarm import JOIN_WITHIN, Alarm, Word
from bot.domain.case import Case
from bot.domain.dialing import dial_line
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.playbook import Danger
from bot.domain.priority import Priority
from bot.domain.triage import Understanding
from bot.services.paging import page_alarm, touch_alarm
from bot.services.reports import Report, add_to_case, file_report
from bot.storage.bodies import File
from bot.storage.machinery import Fate
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork


async def hear_danger(
    uow: UnitOfWork,
    heard: Understanding,
    *,
    chat_id: int,
    message_id: int | None,
    member: Member | None,
    in_group: bool,
    place: Place,
    files: Sequence[File] = (),
    now: datetime,
    media_group: str | None = None,
) -> Alarm:
    """Answers where it was said (a private-only danger: in private, if at all), files it, calls for help.

    `message_id`: what is answered, None where a press told of it.
    Who tells of the same danger again joins the alarm: answered still, nobody called twice.
    Raises RuleError when the playbook has no such danger.
    """
    danger = uow.playbook.danger(heard.danger)
    if danger is None:
        raise RuleError("no-such-alarm")
    chat: int | None = chat_id
    if danger.private_only and in_group:
        chat = member.telegram_id if member and member.reachable else None
    origin = (chat_id, message_id) if in_group and message_id is not None else None
    home = member.telegram_id if danger.private_only and member else chat_id
    alarm = await _known(uow, danger, place, home, now)
    if alarm is not None:
        await join_alarm(uow, alarm, heard, member, files, now)
        again = chat is not None and await Placements(uow.session).shows("danger", alarm.id, chat)
    else:
        again = False
        report = Report(
            heard.text, place, danger.category or heard.category, danger.sensitive or heard.sensitive,
            danger.key, files, origin, media_group,
        )  # fmt: skip
        alarm = await _raise(uow, danger, report, member, home, in_group, now)
    if chat is not None and again:
        _answer_again(uow, alarm, danger, chat, message_id if chat == chat_id else None, member, now)
    elif chat is not None:
        uow.place("danger", alarm.id, chat, subject=f"alarm:{alarm.id}", now=now, priority=Priority.DANGER)
    return alarm


async def _known(uow: UnitOfWork, danger: Danger, place: Place, chat_id: int, now: datetime) -> Alarm | None:
    for alarm in await uow.alarms.recent(danger.key, now - JOIN_WITHIN):
        if alarm.is_same(place, chat_id, now):
            return alarm
    return None


async def _raise(
    uow: UnitOfWork,
    danger: Danger,
    report: Report,
    member: Member | None,
    chat_id: int,
    in_group: bool,
    now: datetime,
) -> Alarm:
    case = await file_report(uow, report, member, now=now)
    return await raise_alarm(uow, danger, case, member, chat_id, in_group=in_group, now=now)


async def raise_alarm(
    uow: UnitOfWork,
    danger: Danger,
    case: Case,
    member: Member | None,
    chat_id: int,
    *,
    in_group: bool,
    now: datetime,
) -> Alarm:
    """Calls the coordinators to a case that is a danger."""
    alarm = Alarm(
        danger.key,
        now,
        case_id=case.id,
        member_id=member.id if member else None,
        chat_id=chat_id,
        in_group=in_group,
        private_only=danger.private_only,
        compound=case.compound,
        building=case.building,
        heard_at=now,
    )
    _hear(alarm, member, now)
    uow.add(alarm)
    await uow.numbered()
    uow.record("alarm_raised", f"alarm:{alarm.id}", now=now, by=alarm.member_id, danger=danger.key)
    await page_alarm(uow, alarm, now=now)
    return alarm


async def join_alarm(
    uow: UnitOfWork,
    alarm: Alarm,
    heard: Understanding,
    member: Member | None,
    files: Sequence[File],
    now: datetime,
) -> None:
    """One more who says it: their words join the case, and they will hear how it ends."""
    _hear(alarm, member, now)
    touch_alarm(uow, alarm)
    case = await uow.cases.find(alarm.case_id)
    if case is None or not case.is_open or member is None or member.id is None:
        return
    if member.id != case.reporter_id:
        await uow.cases.follow(case, member.id, now)
    await add_to_case(uow, case, member, heard.text, files, now=now)


def _hear(alarm: Alarm, member: Member | None, now: datetime) -> None:
    alarm.heard_at = alarm.changed_at = now
    if member is not None and member.id is not None:
        alarm.hear(member.id, member.name, Word.HEARD, now)


def _answer_again(
    uow: UnitOfWork,
    alarm: Alarm,
    danger: Danger,
    chat_id: int,
    reply_to: int | None,
    member: Member | None,
    now: datetime,
) -> None:
    """Where the card stands already: a short line, in a group once to each person, in private every time."""
    mark = reply_to if chat_id > 0 or member is None else member.id
    uow.say(
        chat_id,
        "danger-again-private" if danger.private_only else "danger-again",
        dedupe=f"danger:{alarm.id}:{chat_id}:{mark or now.timestamp()}",
        now=now,
        priority=Priority.DANGER,
        reply_to=reply_to,
        subject=f"alarm:{alarm.id}",
        fate=Fate.MARK,
        dial=dict(dial_line(danger, uow.playbook)),
        called=alarm.called,
    )
