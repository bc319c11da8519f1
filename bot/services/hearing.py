"""What somebody says right after a danger belongs to it: where they are, who is with them, a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.alarm import JOIN_WITHIN, Alarm
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.services.alarms import join_alarm
from bot.services.paging import touch_alarm
from bot.services.reports import Report, file_report, show_in_group
from bot.storage.bodies import File
from bot.storage.work import UnitOfWork

if TYPE_CHECKING:
    from bot.domain.case import Case
    from bot.domain.member import Member
    from bot.domain.triage import Understanding


async def hear_more(
    uow: UnitOfWork, member: Member, heard: Understanding, files: Sequence[File], *, now: datetime
) -> Alarm | None:
    """The person's own alarm of a moment ago, which this joined; None where it is another matter.

    Within the time in which messages join a draft everything belongs to it but another danger plainly named; for
    ten minutes whatever is about nothing else.
    """
    alarm = await uow.alarms.own(member.id, now - JOIN_WITHIN)
    if alarm is None or not alarm.takes_words(now) or not _belongs(uow, alarm, heard, bool(files), now):
        return None
    case = await uow.cases.find(alarm.case_id)
    if case is None:
        case = await _file(uow, alarm, member, heard, files, now)
    elif not case.is_open:
        return None
    else:
        await join_alarm(uow, alarm, heard, member, files, now)
    await _go_where(uow, alarm, case, heard.place, now)
    await _tell_taker(uow, alarm, case, heard.text, files, now)
    return alarm


def _belongs(uow: UnitOfWork, alarm: Alarm, heard: Understanding, files: bool, now: datetime) -> bool:
    if (heard.small_talk and not files) or (heard.danger and heard.by_words and heard.danger != alarm.danger):
        return False
    at_once = now - (alarm.heard_at or alarm.raised_at) <= uow.playbook.limits.draft_join
    return at_once or heard.danger == alarm.danger or heard.category is None


async def _file(
    uow: UnitOfWork, alarm: Alarm, member: Member, heard: Understanding, files: Sequence[File], now: datetime
) -> Case:
    """求助 comes without a word; the first words make its case."""
    cry = next((danger for danger in uow.playbook.dangers if danger.cry), None)
    place = heard.place if heard.place.building else alarm.place
    category, key = (cry.category, cry.key) if cry else (heard.category, None)
    report = Report(heard.text, place, category, True, key, files)
    case = await file_report(uow, report, member, now=now)
    alarm.case_id, alarm.heard_at, alarm.changed_at = case.id, now, now
    touch_alarm(uow, alarm)
    return case


async def _go_where(uow: UnitOfWork, alarm: Alarm, case: Case, said: Place, now: datetime) -> None:
    """Who comes must find the way: what they say of the place is better than what we took for it."""
    if not (said.building or said.unit or said.room):
        return
    moved = said.building is not None and said.public not in (alarm.place, Place(None, alarm.building))
    if moved:
        case.compound, case.building = said.compound or case.compound, said.building
        alarm.compound, alarm.building = case.compound, case.building
    if moved or said.unit or said.room:
        case.unit, case.room = said.unit, said.room
    case.changed_at = alarm.changed_at = now
    uow.touch_case(case)
    touch_alarm(uow, alarm)
    if moved:
        await show_in_group(uow, case, now=now)


async def _tell_taker(
    uow: UnitOfWork, alarm: Alarm, case: Case, text: str, files: Sequence[File], now: datetime
) -> None:
    """An edited card makes no sound: who is on the way reads it as a message too."""
    taker = await uow.members.find(alarm.taken_by)
    if taker is None or not taker.reachable:
        return
    mine, subject = f"alarm-more:{alarm.id}:{alarm.version}:{taker.id}", f"alarm:{alarm.id}"
    uow.say(
        taker.telegram_id,
        "alarm-more",
        dedupe=mine,
        now=now,
        priority=Priority.DANGER,
        subject=subject,
        no=case.number,
    )
    for n, file in enumerate(files):
        uow.send_file(taker.telegram_id, file, dedupe=f"{mine}:{n}", now=now, subject=subject, protect=True)
