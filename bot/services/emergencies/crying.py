"""需要帮助, for oneself or for family: an urgent case that no group sees; the coordinators are called as to any danger."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import OUT, Notice, NoticeState
from bot.domain.notice.emergency import Safety, Word
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.services.alarms import raise_alarm
from bot.services.paging import tell_coordinators, what_of
from bot.services.reports import Report, file_report
from bot.storage.notice_cases import NoticeCases
from bot.storage.notices import Notices, subject_of
from bot.storage.work import UnitOfWork


async def told(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """One that has gone out. Raises RuleError for a preview."""
    notice = await Notices(uow.session).get(notice_id)
    if notice.state not in (*OUT, NoticeState.WITHDRAWN):
        raise RuleError("no-notice-preview" if notice.member_id == by.id else "no-stale-button")
    return notice


async def cry(uow: UnitOfWork, said: Safety, text: str, door: Place, by: Member, *, now: datetime) -> bool:
    """A case under `text` at that door, that came of the notice; False where one is waited for already."""
    known = await uow.alarms.find(said.alarm_id)
    if known is not None and known.is_open:
        return False
    danger = next((one for one in uow.playbook.dangers if one.cry), None)
    if danger is None:
        raise RuleError("no-such-alarm")
    report = Report(text, door, danger.category, True, danger.key)
    case = await file_report(uow, report, by, now=now)
    await NoticeCases(uow.session).link(said.notice_id, case.id or 0, said.household_id, now)
    alarm = await raise_alarm(uow, danger, case, by, by.telegram_id, in_group=False, now=now)
    if by.reachable:
        subject = f"alarm:{alarm.id}"
        uow.place("danger", alarm.id, by.telegram_id, subject=subject, now=now, priority=Priority.DANGER)
    said.alarm_id = alarm.id
    uow.touch(subject_of(said.notice_id))
    uow.record("notice_help", f"case:{case.id}", now=now, by=by.id, notice=said.notice_id)
    return True


async def calm(
    uow: UnitOfWork, said: Safety, before: Word | None, key: str, by: Member, *, now: datetime
) -> None:
    """平安, where help was needed before: whoever has it in hand hears of it, and makes sure."""
    alarm = await uow.alarms.find(said.alarm_id)
    if before is Word.HELP and alarm is not None and alarm.is_open:
        args = {"what": what_of(uow, alarm), "name": by.name}
        await tell_coordinators(uow, alarm, key, str(now.timestamp()), now=now, **args)
