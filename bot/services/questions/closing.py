"""截止: what people answered is shown where they were asked, and its writer is told."""

from __future__ import annotations

from datetime import datetime

from bot.domain.notice import OUT
from bot.domain.notice.question import Question
from bot.domain.priority import Priority
from bot.storage.course import Course
from bot.storage.notices import Notices, subject_of
from bot.storage.questions import Questions
from bot.storage.work import UnitOfWork


async def end_question(uow: UnitOfWork, question: Question, *, now: datetime) -> None:
    """Raises RuleError the second time."""
    question.close(now)
    notice = await Notices(uow.session).get(question.notice_id)
    uow.touch(f"question:{question.id}")
    uow.touch(subject_of(notice.id))
    if notice.state not in OUT:
        return
    await uow.session.flush()
    await Course(uow.session, question.notice_id).show_anew(now)
    writer = await uow.members.get(notice.member_id)
    if writer.reachable:
        uow.place(
            "question_results",
            notice.id,
            writer.telegram_id,
            now=now,
            subject=f"question:{question.id}",
            priority=Priority.REMINDER,
            round_=int(now.timestamp()),
        )


async def close_questions(uow: UnitOfWork, *, now: datetime) -> bool:
    """Those whose time is over. True while there are more."""
    due = await Questions(uow.session).due_to_close(now)
    for question in due:
        await end_question(uow, question, now=now)
    return len(due) == 5
