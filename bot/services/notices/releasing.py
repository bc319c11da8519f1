"""发送: asked about where the same went out a moment ago, seen by a second person where it is for many, held for half
a minute where it is for some; then it goes by itself, once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import Notice, NoticeState, may_reach, must_reach, next_open
from bot.domain.priority import Priority
from bot.services.emergencies.calling import call_roll, must_go_at_once
from bot.services.jobs import cancel_job, start_job
from bot.services.notices.repeating import line_up
from bot.services.notices.rights import in_charge, own
from bot.services.questions.setting import must_be_answerable
from bot.storage.course import Course
from bot.storage.notices import Notices, subject_of
from bot.storage.reach import Reach
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def send_notice(
    uow: UnitOfWork,
    notice_id: int,
    by: Member,
    *,
    now: datetime,
    sure: bool = False,
    at: datetime | None = None,
) -> Notice:
    """发送, or 定时 `at`. Raises RuleError the second time, for nobody, and for whom it is not theirs to tell."""
    notice = await own(uow, notice_id, by)
    must_reach(by, notice.audience)
    if notice.state is not NoticeState.DRAFT:
        raise RuleError("no-notice-sent-already")
    notice.must_be_whole()
    if at is not None and at <= now:
        raise RuleError("no-notice-past")
    groups, people = await _count(uow, notice)
    if not groups and not people:
        raise RuleError("no-notice-for-nobody")
    await must_be_answerable(uow, notice_id, at or now)
    await must_go_at_once(uow, notice, by, at)
    notice.digest, rules = _digest(uow, notice), uow.playbook.notices
    if not sure and await Notices(uow.session).same_since(notice, now - rules.again_within):
        notice.twice, notice.changed_at = True, now
    elif groups + people >= rules.second_from and not notice.urgent:
        others = await _others(uow, notice, by)
        notice.release(NoticeState.SECOND, at or now, now)
        _ask_second(uow, notice, others, now)
        uow.touch(WAITING)
    else:
        await _go(uow, notice, at, (groups, people), now)
        await call_roll(uow, notice, by, now=now)
    await uow.dialogs.close(by.id or 0)
    uow.touch(subject_of(notice_id))
    uow.record("notice_sent", subject_of(notice_id), now=now, by=by.id)
    return notice


async def second_notice(uow: UnitOfWork, notice_id: int, by: Member, *, agree: bool, now: datetime) -> Notice:
    """同意 or 拒绝, by a second person who could have sent it. Raises RuleError for its writer, without the right, and
    when it waits no longer."""
    notice = await Notices(uow.session).get(notice_id)
    must_reach(by, notice.audience)
    if notice.member_id == by.id:
        raise RuleError("no-notice-own-second")
    if notice.state is not NoticeState.SECOND:
        raise RuleError("no-stale-button")
    if agree:
        notice.second_id = by.id
        at = notice.send_at if notice.send_at and notice.send_at > now else None
        await _go(uow, notice, at, await _count(uow, notice), now)
    else:
        notice.hold_back(now)
        writer = await uow.members.get(notice.member_id)
        dedupe = f"notice-refused:{notice_id}:{notice.version}"
        uow.say(writer.telegram_id, "notice-refused", dedupe=dedupe, now=now, name=by.name)
    uow.touch(WAITING)
    uow.touch(subject_of(notice_id))
    uow.record("notice_seconded" if agree else "notice_refused", subject_of(notice_id), now=now, by=by.id)
    return notice


async def hold_back(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """先别发. Raises RuleError when it has begun to go out."""
    notice = await in_charge(uow, notice_id, by)
    notice.hold_back(now)
    await cancel_job(uow, subject_of(notice_id), now=now)
    uow.touch(WAITING)
    uow.touch(subject_of(notice_id))
    uow.record("notice_held", subject_of(notice_id), now=now, by=by.id)


async def stop_notice(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """停. Raises RuleError when nothing is going out."""
    notice = await in_charge(uow, notice_id, by)
    notice.stop(now)
    await Course(uow.session, notice_id).hold()
    uow.touch(subject_of(notice_id))
    uow.record("notice_stopped", subject_of(notice_id), now=now, by=by.id)


async def go_on(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """接着发, by night in the morning. Raises RuleError when it was not stopped."""
    notice = await in_charge(uow, notice_id, by)
    notice.go_on(now)
    await Course(uow.session, notice_id).let_go(next_open(uow.playbook, now, urgent=notice.urgent))
    await uow.session.flush()
    await Notices(uow.session).finished(notice_id, now)
    uow.touch(subject_of(notice_id))
    uow.record("notice_resumed", subject_of(notice_id), now=now, by=by.id)


async def _count(uow: UnitOfWork, notice: Notice) -> tuple[int, int]:
    reach = Reach(uow.session)
    people, _ = await reach.count_people(notice.audience)
    return len(await reach.groups(notice.audience)), people


async def _go(
    uow: UnitOfWork, notice: Notice, at: datetime | None, reached: tuple[int, int], now: datetime
) -> None:
    """To so many groups and people. Half a minute to think better of it, if it goes at once and to many; at night it
    waits for the morning."""
    rules = uow.playbook.notices
    held = at is None and reached[0] > rules.hold_from and not notice.urgent
    when = next_open(uow.playbook, at or (now + rules.hold if held else now), urgent=notice.urgent)
    later = at is not None or when - now > rules.hold
    notice.release(NoticeState.SCHEDULED if later else NoticeState.WAITING, when, now)
    if notice.begin(now):
        await line_up(uow, notice, await uow.members.get(notice.member_id), now)
    job = await start_job(uow, "notice", subject_of(notice.id), now=now, total=sum(reached), notice=notice.id)
    job.not_before = when if when > now else None


async def _others(uow: UnitOfWork, notice: Notice, by: Member) -> list[Member]:
    """Everybody who could have sent it, but its writer. Raises RuleError where that is nobody."""
    others = [one for one in await uow.members.reachable_coordinators() if one.id != by.id]
    others = [one for one in others if may_reach(one, notice.audience)]
    if not others:
        raise RuleError("no-notice-second")
    return others


def _ask_second(uow: UnitOfWork, notice: Notice, others: Sequence[Member], now: datetime) -> None:
    for one in others:
        uow.place(
            "notice_second",
            notice.id,
            one.telegram_id,
            now=now,
            subject=subject_of(notice.id),
            priority=Priority.CARD,
            round_=int(now.timestamp()),
        )


def _digest(uow: UnitOfWork, notice: Notice) -> str:
    """Equal for those that say the same to the same; the same picture sent anew has another id, so words decide where there
    are any."""
    texts = {language: [one.text, list(one.entities)] for language, one in notice.texts.items()}
    wordless = not any(one.text for one in notice.texts.values())
    files = [one.file_id if wordless else one.kind for one in notice.files]
    to = sorted([one.to, one.name, one.building or ""] for one in notice.audience)
    return uow.keychain.look_up(json.dumps([texts, files, to], ensure_ascii=False, sort_keys=True))
