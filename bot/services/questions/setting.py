"""选择题 and 报名 are set up below the draft, and closed early."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.moment import moment_on
from bot.domain.notice import OUT, Notice, NoticeState
from bot.domain.notice.question import Asks, Per, Question, choices_of, closing, places_of
from bot.services.emergencies.calling import make_ordinary
from bot.services.notices.rights import in_charge, own
from bot.services.questions.closing import end_question
from bot.storage.notices import Notices, subject_of
from bot.storage.questions import Questions
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork

_ASK_FOR = timedelta(minutes=30)


async def ask_what(uow: UnitOfWork, notice_id: int, by: Member, asks: Asks, *, now: datetime) -> None:
    """选择题 or 报名: their next message has the choices, or says how many places there are. Raises RuleError for
    somebody else's, and when it has gone out."""
    await _draft(uow, notice_id, by)
    await uow.dialogs.ask(by.id or 0, f"question_{asks}", notice_id, until=now + _ASK_FOR)


async def set_choices(uow: UnitOfWork, notice_id: int, by: Member, text: str, *, now: datetime) -> Question:
    """选择题: one choice a line. Raises RuleError like `ask_what`, and for too few or too many."""
    await _draft(uow, notice_id, by)
    question = await _asking(uow, notice_id, Asks.CHOICE, Per.HOME, choices_of(text), 0, now)
    await uow.dialogs.close(by.id or 0)
    return question


async def ask_translated(
    uow: UnitOfWork, notice_id: int, by: Member, language: str, *, now: datetime
) -> Question:
    """Their next message has the choices in that language. Raises RuleError like `ask_what`."""
    await _draft(uow, notice_id, by)
    question = await Questions(uow.session).get(notice_id)
    if question.asks is not Asks.CHOICE:
        raise RuleError("no-stale-button")
    until = now + _ASK_FOR
    await uow.dialogs.ask(by.id or 0, "question_translated", notice_id, until=until, language=language)
    return question


async def translate_choices(
    uow: UnitOfWork, notice_id: int, by: Member, language: str, text: str, *, now: datetime
) -> Question:
    """One a line, in the order of the others. Raises RuleError like `set_choices`, and where they are not as many."""
    await _draft(uow, notice_id, by)
    question = await Questions(uow.session).get(notice_id)
    question.translate(language, choices_of(text), now)
    await uow.dialogs.close(by.id or 0)
    uow.touch(subject_of(notice_id))
    return question


async def set_places(uow: UnitOfWork, notice_id: int, by: Member, text: str, *, now: datetime) -> Question:
    """报名: so many places. Raises RuleError like `ask_what`, and for what is no such number."""
    await _draft(uow, notice_id, by)
    question = await _asking(uow, notice_id, Asks.SIGN_UP, Per.PERSON, (), places_of(text), now)
    await uow.dialogs.close(by.id or 0)
    return question


async def _asking(
    uow: UnitOfWork, notice_id: int, asks: Asks, per: Per, choices: tuple[str, ...], places: int,
    now: datetime,
) -> Question:  # fmt: skip
    if await RollCalls(uow.session).of(notice_id) is not None:
        raise RuleError("no-question-and-roll")
    questions = Questions(uow.session)
    question = await questions.of(notice_id)
    if question is None:
        question = Question(notice_id, asks, per, closing(now, uow.playbook.zone))
        uow.add(question)
    if question.asks is not asks:
        question.per, question.begins_at, question.several = per, None, False
        question.closes_at = closing(now, uow.playbook.zone)
    question.asks, question.choices, question.places, question.changed_at = asks, choices, places, now
    question.translated = {}
    uow.touch(subject_of(notice_id))
    return question


async def switch(uow: UnitOfWork, notice_id: int, by: Member, what: str, *, now: datetime) -> Question:
    """可多选, or whether each household counts once or each person. Raises RuleError like `ask_what`."""
    await _draft(uow, notice_id, by)
    question = await Questions(uow.session).get(notice_id)
    if what == "several" and question.asks is Asks.CHOICE:
        question.several = not question.several
    elif what == "per":
        question.per = Per.PERSON if question.per is Per.HOME else Per.HOME
    else:
        raise RuleError("no-stale-button")
    question.changed_at = now
    uow.touch(subject_of(notice_id))
    return question


async def set_time(
    uow: UnitOfWork, notice_id: int, by: Member, what: str, day: int, hour: int, *, now: datetime
) -> Question:
    """When it begins or closes: so many days from today, at that hour. Raises RuleError like `ask_what`, and for a time
    that is over."""
    await _draft(uow, notice_id, by)
    question, zone = await Questions(uow.session).get(notice_id), uow.playbook.zone
    if not (0 <= day <= 60 and 0 <= hour < 24):
        raise RuleError("no-stale-button")
    at = moment_on(now.astimezone(zone).date() + timedelta(days=day), time(hour), zone)
    if what == "begins" and question.asks is Asks.SIGN_UP:
        question.begin_at(at, zone, now)
    elif what == "closes":
        question.close_at(at, now)
    else:
        raise RuleError("no-stale-button")
    uow.touch(subject_of(notice_id))
    return question


async def ask_nothing(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """不问了. Raises RuleError like `ask_what`."""
    await _draft(uow, notice_id, by)
    if await make_ordinary(uow, notice_id, by, now=now):
        return
    questions = Questions(uow.session)
    await questions.remove(await questions.get(notice_id))
    await uow.session.flush()
    uow.touch(subject_of(notice_id))


async def close_early(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> Question:
    """现在截止. Raises RuleError without the right, before it is out, and the second time."""
    notice = await must_see(uow, notice_id, by)
    if notice.state not in OUT:
        raise RuleError("no-stale-button")
    question = await Questions(uow.session).get(notice_id, lock=True)
    await end_question(uow, question, now=now)
    uow.record("question_closed", subject_of(notice_id), now=now, by=by.id)
    return question


async def must_see(uow: UnitOfWork, notice_id: int, by: Member) -> Notice:
    """Raises RuleError for whoever neither writes it nor could have sent it."""
    return await in_charge(uow, notice_id, by)


async def must_be_answerable(uow: UnitOfWork, notice_id: int, at: datetime) -> None:
    """Raises RuleError where nobody could answer it any more by the time it goes out."""
    question = await Questions(uow.session).of(notice_id)
    if question is not None and question.closes_at <= at:
        raise RuleError("no-question-past")


async def _draft(uow: UnitOfWork, notice_id: int, by: Member) -> None:
    await own(uow, notice_id, by)
    notice = await Notices(uow.session).get(notice_id)
    if notice.state is not NoticeState.DRAFT:
        raise RuleError("no-notice-sent-already")
