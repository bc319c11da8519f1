"""Long work that was under way when a backup was made, and may have been done to its end since: nothing is done twice.

What changes nothing but the database goes on, for the database is as it was. A notice stops, as by 停, and its writer
lets it go on; one whose moment came meanwhile is a draft again. Whatever else would send something is not wanted any
more: who asked for it asks again.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.job import Job, JobState
from bot.domain.notice import NoticeState
from bot.services.importing import KINDS as WITHIN
from bot.services.notices.expanding import KINDS as NOTICES
from bot.storage.course import Course
from bot.storage.notices import Notices, subject_of
from bot.storage.work import UnitOfWork


async def halt_work(uow: UnitOfWork, now: datetime) -> int:
    """How many pieces of work do not go on by themselves."""
    halted = 0
    for job in await uow.jobs.due(now):
        if job.kind in WITHIN:
            continue
        halted += await _halt_notice(uow, job, now) if job.kind in NOTICES else _give_up(uow, job, now)
    return halted


def _give_up(uow: UnitOfWork, job: Job, now: datetime) -> bool:
    job.end(JobState.CANCELLED, now)
    uow.touch(job.subject)
    return True


async def _halt_notice(uow: UnitOfWork, job: Job, now: datetime) -> bool:
    notice = await Notices(uow.session).get(int(job.args["notice"]))
    uow.touch(subject_of(notice.id))
    if notice.state is NoticeState.SENDING:
        notice.stop(now)
        await Course(uow.session, notice.id or 0).hold()
        return True
    if notice.state in (NoticeState.WAITING, NoticeState.SCHEDULED):
        notice.hold_back(now)
        return _give_up(uow, job, now)
    return False
