"""求助: ten seconds to say 按错了, in words at once; then helpers, building head and coordinators are called."""

from __future__ import annotations

from datetime import datetime

from bot.domain.alarm import JOIN_WITHIN, SOS, SOS_PAUSE, Alarm, AlarmState, Word
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.services.paging import page_alarm, tell_coordinators, touch_alarm
from bot.storage.nearby import called_by
from bot.storage.placements import Placements
from bot.storage.work import UnitOfWork


async def call_for_help(
    uow: UnitOfWork,
    member: Member | None,
    *,
    now: datetime,
    group: tuple[int, Place] | None = None,
    at_once: bool = False,
) -> Alarm:
    """Who pressed it lately already has an alarm. `group`: number and place of the group it was said in.

    `at_once`: written in words, which nobody does by mistake.

    The calls are written down now and leave after the pause, whatever becomes of this process; a call whose
    alarm is over by then shows nothing and is not sent.
    """
    if member is not None:
        must(member, Verb.CALL_HELP)
        known = await uow.alarms.sos_of(member.id, now - JOIN_WITHIN)
        if known is not None:
            if at_once and known.state is AlarmState.PAUSING:
                await _hasten(uow, known, member, now)
            return known
    place = member.home if member and member.building else group[1] if group else Place()
    alarm = Alarm(
        SOS,
        now,
        AlarmState.PAUSING,
        member_id=member.id if member else None,
        chat_id=member.telegram_id if member else group[0] if group else None,
        in_group=group is not None,
        compound=place.compound,
        building=place.building,
        heard_at=now,
        next_at=now + SOS_PAUSE,
    )
    if member is not None and member.id is not None:
        alarm.hear(member.id, member.name, Word.HEARD, now)
    uow.add(alarm)
    await uow.numbered()
    uow.record("sos_pressed", f"alarm:{alarm.id}", now=now, by=alarm.member_id)
    if at_once:
        await page_alarm(uow, alarm, now=now)
    else:
        await _prepare(uow, alarm, member, now)
    if group is not None:
        uow.place(
            "danger", alarm.id, group[0], subject=f"alarm:{alarm.id}", now=now, priority=Priority.DANGER
        )
    return alarm


async def _hasten(uow: UnitOfWork, alarm: Alarm, member: Member, now: datetime) -> None:
    """Words after the button: what was to leave after the pause leaves now, and only once."""
    await Placements(uow.session).take_down("sos_called", member.telegram_id, now, ref=alarm.id)
    alarm.paged = 1
    await page_alarm(uow, alarm, now=now)


async def _prepare(uow: UnitOfWork, alarm: Alarm, member: Member | None, now: datetime) -> None:
    """The first calls, and the word to who called for help, all due when the pause is over."""
    subject, then = f"alarm:{alarm.id}", now + SOS_PAUSE
    chats = [("alarm", person.telegram_id) for person in await called_by(uow, alarm)]
    if member is not None and member.reachable:
        chats.append(("sos_called", member.telegram_id))
    for card, chat_id in chats:
        uow.posts.place(
            card,
            alarm.id or 0,
            subject,
            chat_id,
            now=now,
            priority=Priority.DANGER,
            round_=1,
            not_before=then,
        )


async def call_back(uow: UnitOfWork, alarm_id: int, by: Member, *, now: datetime) -> Alarm:
    """按错了. Whoever was called already reads it on the card; who had taken it is told.

    Raises RuleError for somebody else's, and when it is over.
    """
    alarm = await uow.alarms.get(alarm_id, lock=True)
    alarm.mistake(by.id or 0, now)
    touch_alarm(uow, alarm)
    uow.record("sos_mistaken", f"alarm:{alarm.id}", now=now, by=by.id)
    if alarm.taken_by is not None:
        await tell_coordinators(uow, alarm, "alarm-was-mistake", "mistake", now=now, name=by.name)
    return alarm
