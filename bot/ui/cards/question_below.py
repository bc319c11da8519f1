"""What a notice asks, as everybody reads it below its words; once it has closed, what came of it."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.notice import Notice, units
from bot.domain.notice.question import Asks, Question, Seat, tally
from bot.storage.questions import Questions
from bot.storage.voters import voter_of
from bot.storage.work import UnitOfWork
from bot.ui.buttons.questions import NotGoingButton, OptionButton, SignUpButton
from bot.ui.grid import choice
from bot.ui.phone import cut, width
from bot.ui.screen import Reader, Rows

_ROOM = 3950
"""Telegram's 4096, or below a picture 1024, less what else stands there."""
_ROOM_BELOW = 1010
_LABEL = 25
"""Halves of a Chinese character, as bot/ui/phone.py counts; a ✓ or a number stands beside it. What is longer is numbered,
and stands above in full."""


async def below(uow: UnitOfWork, notice: Notice, reader: Reader, taken: int) -> tuple[list[str], Rows]:
    """Lines and buttons of what it asks; nothing where it asks nothing. `taken`: of the room there is."""
    questions = Questions(uow.session)
    question = await questions.of(notice.id)
    if question is None:
        return [], []
    is_open = question.is_open(reader.now)
    if question.asks is Asks.CHOICE:
        counts = tally(question, await questions.votes(question.id))
        member = await _reading(uow, reader)
        mine = (
            await questions.answer(question.id, await voter_of(uow, member, question.per)) if member else None
        )
        lines, rows = _choice(question, counts, mine.chosen if mine else 0, reader, is_open)
    else:
        lines, rows = _sign_up(question, await questions.seats(question.id), reader, is_open)
    room = (_ROOM_BELOW if notice.files and not notice.apart else _ROOM) - taken
    return _fitting(lines, room), rows if is_open and notice.ended_at is None else []


async def _reading(uow: UnitOfWork, reader: Reader) -> Member | None:
    """Who reads it in private; nobody in a group."""
    return None if reader.in_group else (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)


def _choice(
    question: Question, counts: list[int], mine: int, reader: Reader, is_open: bool
) -> tuple[list[str], Rows]:
    """`mine`: what the one who reads it in private has chosen, as `Question.chosen` has it."""
    words = reader.words.plain
    if not is_open:
        lines = [words("question-results")]
        most = max(counts, default=0)
        for name, count in zip(question.choices_in(reader.language), counts, strict=True):
            mark = "▸" if count and count == most else "·"
            lines.append(words("question-result", mark=mark, text=name, count=count))
        return lines, []
    names = question.choices_in(reader.language)
    lines = [words("question-choose", per=question.per, several=question.several, at=question.closes_at)]
    if any(width(one) > _LABEL for one in names):
        names = [words("question-numbered", no=str(no), text=one) for no, one in enumerate(names, 1)]
        lines += names
    rows = [
        [
            choice(
                _counted(name, count, reader),
                OptionButton(question.notice_id, option),
                chosen=bool(mine >> option & 1),
            )
        ]
        for option, (name, count) in enumerate(zip(names, counts, strict=True))
    ]
    return lines, rows


def _counted(name: str, count: int, reader: Reader) -> str:
    short = cut(name, _LABEL)
    return f"{short} · {count}" if count and reader.in_group else short


def _sign_up(
    question: Question, seats: dict[Seat, int], reader: Reader, is_open: bool
) -> tuple[list[str], Rows]:
    words, taken, waiting = reader.words.plain, seats.get(Seat.IN, 0), seats.get(Seat.WAITING, 0)
    lines = [words("question-begins", at=question.begins_at)] if question.begins_at else []
    if not is_open:
        return [*lines, words("question-signed", n=taken, count=question.places)], []
    lines.append(words("question-sign-up", count=question.places, per=question.per, at=question.closes_at))
    full = taken >= question.places or bool(waiting)
    args = {"n": waiting} if full else {"n": taken, "count": question.places}
    label = ("button-sign-up-queue" if waiting else "button-sign-up-full") if full else "button-sign-up"
    return lines, [
        [reader.key(label, SignUpButton(question.notice_id), **args)],
        [reader.key("button-not-going", NotGoingButton(question.notice_id))],
    ]


def _fitting(lines: list[str], room: int) -> list[str]:
    """As many as there is room for."""
    kept: list[str] = []
    for line in lines:
        room -= units(line) + 1
        if room < 1:
            return [*kept, "…"]
        kept.append(line)
    return kept
