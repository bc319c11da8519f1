"""A press on a choice, 报名 or 不去了. Until it closes it may be changed; the group never learns who."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.notice import OUT, Notice
from bot.domain.notice.question import Answer, Asks, Question, Seat
from bot.domain.priority import Priority
from bot.domain.rights import Verb, must
from bot.services.questions.seating import move_up, show_seat
from bot.storage.nearby import household_of
from bot.storage.notices import Notices
from bot.storage.questions import Questions, show_counted
from bot.storage.receipts import Receipts
from bot.storage.voters import voter_of
from bot.storage.work import UnitOfWork


@dataclass(frozen=True)
class Heard:
    """What an answer came to: what is chosen now; a place, or so many ahead of them."""

    names: list[str] = field(default_factory=list)
    seat: Seat = Seat.IN
    ahead: int = 0
    at_home: bool = False  # it changed what somebody else of their household had said


async def choose_option(uow: UnitOfWork, notice_id: int, by: Member, option: int, *, now: datetime) -> Heard:
    """选择题. Raises RuleError once it is closed, for a preview, and for the choice they have made already."""
    must(by, Verb.ANSWER_NOTICE)
    question, notice = await _asked(uow, notice_id, by, now)
    _must_hold(question, notice, now)
    voter = await voter_of(uow, by, question.per)
    known = await Questions(uow.session).answer(question.id, voter)
    chosen = question.chosen(known.chosen if known else 0, option, by.language)
    other = known is not None and known.member_id != by.id
    if known is None:
        known = Answer(question.id or 0, voter, by.id or 0, now)
        uow.add(known)
    known.chosen, known.member_id, known.changed_at = chosen, by.id or 0, now
    await _has_read(uow, notice, by, now)
    await _counted(uow, question, notice, by, now)
    return Heard(question.names(chosen, by.language), at_home=other)


async def sign_up(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> Heard:
    """报名: a place, or the end of the queue.

    1. A hundred press for the last place at once: each waits for the question's row, then counts.
    2. The first finds one left and takes it; everybody after that counts it as taken, and waits.

    Raises RuleError once it is closed, for a preview, and for who has signed up already.
    """
    must(by, Verb.ANSWER_NOTICE)
    question, notice = await _asked(uow, notice_id, by, now)
    _must_be_sign_up(question)
    _must_hold(question, notice, now)
    questions = Questions(uow.session)
    voter = await voter_of(uow, by, question.per)
    known = await questions.answer(question.id, voter)
    if known is not None and known.seat is not Seat.OUT:
        key = "no-signed-up-already" if known.seat is Seat.IN else "no-waiting-already"
        raise RuleError(key, count=await questions.ahead(known))
    seats = await questions.seats(question.id)
    free = question.places > seats.get(Seat.IN, 0) and not seats.get(Seat.WAITING)
    if known is None:
        known = Answer(question.id or 0, voter, by.id or 0, now)
        uow.add(known)
    known.seat, known.at, known.member_id = Seat.IN if free else Seat.WAITING, now, by.id or 0
    known.changed_at, known.moved_at = now, None
    await uow.numbered()
    ahead = 0 if free else await questions.ahead(known)
    await show_seat(uow, known, by, now=now, priority=Priority.ANSWER)
    await _has_read(uow, notice, by, now)
    await _counted(uow, question, notice, by, now)
    uow.record("signed_up", f"notice:{notice_id}", now=now, by=by.id)
    return Heard(seat=known.seat, ahead=ahead)


async def leave(uow: UnitOfWork, notice_id: int, by: Member, *, now: datetime) -> None:
    """不去了: whoever has waited longest gets the place, and is told. Raises RuleError for who never signed up, and once
    it has begun."""
    must(by, Verb.ANSWER_NOTICE)
    question, notice = await _asked(uow, notice_id, by, now)
    _must_be_sign_up(question)
    question.must_let_go(now)
    known = await Questions(uow.session).answer(question.id, await voter_of(uow, by, question.per))
    if known is None or known.seat is Seat.OUT:
        raise RuleError("no-not-signed-up")
    known.seat, known.changed_at = Seat.OUT, now
    await uow.session.flush()
    uow.touch(f"seat:{known.id}")
    await move_up(uow, question, now=now)
    await _counted(uow, question, notice, by, now)
    uow.record("signed_off", f"notice:{notice_id}", now=now, by=by.id)


async def _asked(uow: UnitOfWork, notice_id: int, by: Member, now: datetime) -> tuple[Question, Notice]:
    """The question, held until this is written. Raises RuleError for a preview, and for what was taken back."""
    notice = await Notices(uow.session).get(notice_id)
    if notice.state not in OUT:
        raise RuleError("no-notice-preview" if notice.member_id == by.id else "no-notice-over")
    question = await Questions(uow.session).get(notice_id, lock=True)
    question.changed_at = now
    return question, notice


def _must_be_sign_up(question: Question) -> None:
    if question.asks is not Asks.SIGN_UP:
        raise RuleError("no-stale-button")


def _must_hold(question: Question, notice: Notice, now: datetime) -> None:
    if not notice.valid(now):
        raise RuleError("no-notice-over")
    question.must_be_open(now)


async def _has_read(uow: UnitOfWork, notice: Notice, by: Member, now: datetime) -> None:
    """Who answers need not press 收到 too, and nobody knocks at their door for it."""
    home = await household_of(uow, by)
    receipts = Receipts(uow.session, notice.id or 0)
    await receipts.add(by.id or 0, by.telegram_id, now, place=by.home, household_id=home)


async def _counted(uow: UnitOfWork, question: Question, notice: Notice, by: Member, now: datetime) -> None:
    """The numbers in the groups follow, each group's at its own pace; their own copy at once."""
    await uow.session.flush()
    every = uow.playbook.notices.count_every
    await show_counted(uow.session, notice.id or 0, every, now, own=by.telegram_id)
    uow.touch(f"question:{question.id}")
