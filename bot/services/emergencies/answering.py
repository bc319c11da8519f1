"""平安 and 需要帮助: the second is an urgent case and calls the coordinators. The group never learns who."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import OUT, Notice, NoticeState
from bot.domain.notice.emergency import Safety, Word
from bot.domain.notice.question import Per
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.services.alarms import raise_alarm
from bot.services.paging import tell_coordinators, what_of
from bot.services.questions.voters import voter_of
from bot.services.reports import Report, file_report
from bot.storage.nearby import household_of
from bot.storage.notices import Notices
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork

BOARD_EVERY = timedelta(seconds=10)
_QUOTED = 60


async def say_safe(uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime) -> bool:
    """平安, also of whoever needed help before; False where they had said so. Raises RuleError for a preview, and once
    it is 解除."""
    must(by, Verb.CALL_HELP)
    notice = await _out(uow, notice_id, by)
    (await RollCalls(uow.session).get(notice_id)).must_go_on()
    said, before = await _say(uow, notice, chat_id, by, Word.SAFE, now)
    if before is Word.HELP and said.alarm_id is not None:
        alarm = await uow.alarms.get(said.alarm_id)
        if alarm.is_open:
            mark = str(now.timestamp())
            args = {"what": what_of(uow, alarm), "name": by.name}
            await tell_coordinators(uow, alarm, "alarm-safe-now", mark, now=now, **args)
    return before is not Word.SAFE


async def need_help(uow: UnitOfWork, notice_id: int, chat_id: int, by: Member, *, now: datetime) -> Safety:
    """需要帮助, even when it is 解除 already: an urgent case, and the coordinators are called as to any danger.

    Who pressed it before, and is still waited for, calls nobody twice. Raises RuleError for a preview.
    """
    must(by, Verb.CALL_HELP)
    notice = await _out(uow, notice_id, by)
    await RollCalls(uow.session).get(notice_id)
    said, _ = await _say(uow, notice, chat_id, by, Word.HELP, now)
    known = await uow.alarms.find(said.alarm_id)
    if known is None or not known.is_open:
        said.alarm_id = await _cry(uow, notice, said, by, now)
    return said


async def say_family_safe(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> int:
    """替家人: the old people whose family they are, by consent, are safe; how many. Raises RuleError like `say_safe`, and
    for who is nobody's family here."""
    must(by, Verb.CALL_HELP)
    notice, rolls = await _out(uow, notice_id, by), RollCalls(uow.session)
    (await rolls.get(notice_id)).must_go_on()
    links = await uow.kin.elders_of(by.id)
    if not links:
        raise RuleError("no-roll-family")
    for link in links:
        whom = f"kin:{link.id}"
        said = await rolls.said_by(notice_id, by.id, whom)
        if said is None:
            elder = await uow.members.find(link.elder_id) if link.elder_id else None
            number = link.household_id or await household_of(uow, elder)
            place = elder.home.public if elder is not None else link.place.public
            home = f"household:{number}" if number else f"member:{link.elder_id}" if elder else whom
            said = Safety(notice.id or 0, by.id or 0, whom, home, Word.SAFE, now, number)
            said.compound, said.building = place.compound, place.building
            uow.add(said)
        said.word, said.changed_at = Word.SAFE, now
    await uow.session.flush()
    await rolls.show_boards(notice_id, BOARD_EVERY, now)
    return len(links)


async def _cry(uow: UnitOfWork, notice: Notice, said: Safety, by: Member, now: datetime) -> int | None:
    danger = next((one for one in uow.playbook.dangers if one.cry), None)
    if danger is None:
        raise RuleError("no-such-alarm")
    place = by.home if by.building else said.place
    text = " ".join(notice.words("zh-CN").text.split())[:_QUOTED] or notice.number
    report = Report(text, place, danger.category, True, danger.key)
    case = await file_report(uow, report, by, now=now)
    alarm = await raise_alarm(uow, danger, case, by, by.telegram_id, in_group=False, now=now)
    if by.reachable:
        subject = f"alarm:{alarm.id}"
        uow.place("danger", alarm.id, by.telegram_id, subject=subject, now=now, priority=Priority.DANGER)
    return alarm.id


async def _out(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    notice = await Notices(uow.session).get(notice_id)
    if notice.state not in (*OUT, NoticeState.WITHDRAWN):
        raise RuleError("no-notice-preview" if notice.member_id == by.id else "no-stale-button")
    return notice


async def _say(
    uow: UnitOfWork, notice: Notice, chat_id: int, by: Member, word: Word, now: datetime
) -> tuple[Safety, Word | None]:
    """What they say now, and what they said before."""
    rolls, number = RollCalls(uow.session), notice.id or 0
    said = await rolls.said_by(number, by.id, "")
    before = said.word if said is not None else None
    if said is None:
        place = await _where(uow, by, chat_id)
        home = await voter_of(uow, by, Per.HOME)
        said = Safety(number, by.id or 0, "", home, word, now, await household_of(uow, by))
        said.compound, said.building = place.compound, place.building
        uow.add(said)
    said.word, said.changed_at = word, now
    await uow.session.flush()
    await rolls.show_boards(number, BOARD_EVERY, now)
    return said, before


async def _where(uow: UnitOfWork, by: Member, chat_id: int) -> Place:
    """Their building; of who never said where they live, the group's."""
    if by.building:
        return by.home.public
    chat = await uow.chats.find(chat_id) if chat_id < 0 else None
    return chat.place if chat else Place(by.compound)
