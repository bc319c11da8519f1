"""What a notice asks, as its writer sets it up and sees what came of it; and to who signed up, how they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.domain.notice import OUT, NoticeState
from bot.domain.notice.question import Asks, Per, Question, Seat, tally
from bot.domain.rights import Verb, may
from bot.storage.notices import Notices
from bot.storage.questions import Questions
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notices import NoticeButton
from bot.ui.buttons.questions import (
    ChoicesInButton,
    NotGoingButton,
    QuestionButton,
    QuestionTimeButton,
    WhoSignedButton,
)
from bot.ui.cards.notices import short_of
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup, words_for
from bot.ui.screen import Key, Reader, Rows, Screen

_DAYS, _HOURS = 15, range(7, 22)
_PER = {Per.HOME: "button-ask-per-home", Per.PERSON: "button-ask-per-person"}
TIMES = {"begins": 1, "closes": 2}
"""A card of times has the notice's number times 1000, what for times 100, and from 1 the day, as its own."""


async def question(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Set up below a draft: 选择题 or 报名, and how."""
    found = await Questions(uow.session).of(ref)

    def key(label: str, act: str) -> Key:
        return reader.key(label, QuestionButton(ref, act))

    back = [reader.key("button-notice-back", NoticeButton(ref, "back"))]
    if await RollCalls(uow.session).of(ref) is not None:
        rows = [back, [key("button-ask-nothing", "nothing")]]
        return Screen(reader.words("emergency-settings"), rows)
    if found is None:
        rows = [[key("button-ask-choice", "choice"), key("button-ask-sign-up", "sign_up")], back]
        writer = await uow.members.get((await Notices(uow.session).get(ref)).member_id)
        if may(writer, Verb.EMERGENCY):
            rows.insert(1, [key("button-ask-emergency", "emergency")])
        return Screen(reader.words("question-which"), rows)
    lines = [
        _settings(found, reader),
        *(reader.words("question-choice", text=name) for name in found.choices),
    ]
    times = [reader.key("button-ask-closes", QuestionTimeButton(ref, "closes", -1, -1))]
    per = _either(key, [(_PER[one], "per", one is found.per) for one in (Per.PERSON, Per.HOME)])
    if found.asks is Asks.CHOICE:
        lines += [
            reader.words("question-choice", text=" / ".join(each)) for each in found.translated.values()
        ]
        how = [
            ("button-ask-one", "several", not found.several),
            ("button-ask-several", "several", found.several),
        ]
        rows = [[key("button-ask-choices", "choice"), *times], _either(key, how), per]
        rows += await _languages(uow, found, reader)
    else:
        begins = reader.key("button-ask-begins", QuestionTimeButton(ref, "begins", -1, -1))
        rows = [[key("button-ask-places", "sign_up")], [begins, *times], per]
    return Screen(Markup("\n".join(lines)), [*rows, back, [key("button-ask-nothing", "nothing")]])


def _either(key: Callable[[str, str], Key], ways: list[tuple[str, str, bool]]) -> list[Key]:
    """Side by side, the one that holds marked; a press on the other changes it."""
    return [
        replace(made := key(label, "open"), text=f"✓ {made.text}") if on else key(label, act)
        for label, act, on in ways
    ]


async def _languages(uow: UnitOfWork, found: Question, reader: Reader) -> Rows:
    """The choices in each other language that the notice has."""
    notice = await Notices(uow.session).get(found.notice_id)
    keys = [
        choice(
            words_for(name, reader.playbook.zone).plain("language-name"),
            ChoicesInButton(found.notice_id, number),
            chosen=name in found.translated,
        )
        for number, name in enumerate(LANGUAGES)
        if name in notice.texts and name != notice.language
    ]
    return [keys] if keys else []


def _settings(found: Question, reader: Reader) -> Markup:
    if found.asks is Asks.CHOICE:
        return reader.words("question-choose", per=found.per, several=found.several, at=found.closes_at)
    said = reader.words("question-sign-up", count=found.places, per=found.per, at=found.closes_at)
    begins = found.begins_at
    return Markup(f"{reader.words('question-begins', at=begins)}\n{said}") if begins else said


async def question_when(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """When it begins, or closes: the day, then the hour."""
    notice_id, rest = divmod(ref, 1000)
    what = next((one for one, number in TIMES.items() if number == rest // 100), "closes")
    day, now = rest % 100 - 1, reader.now.astimezone(reader.playbook.zone)
    if day < 0:
        keys = [
            choice(
                reader.words.plain("question-day", at=(now + timedelta(days=one)).date()),
                QuestionTimeButton(notice_id, what, one, -1),
            )
            for one in range(_DAYS)
        ]
    else:
        times = [
            (now + timedelta(days=day)).replace(hour=hour, minute=0, second=0, microsecond=0)
            for hour in _HOURS
        ]
        keys = [
            choice(
                reader.words.plain("notice-hour", at=at), QuestionTimeButton(notice_id, what, day, at.hour)
            )
            for at in times
            if at > now
        ]
    back = [reader.key("button-notice-back", QuestionButton(notice_id, "open"))]
    return Screen(reader.words("question-when", what=what), [*grid(keys, 3), back])


async def question_results(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """How it stands, to who may follow the notice: 现在截止, and 要名单 of a sign-up."""
    notice = await Notices(uow.session).get(ref)
    questions = Questions(uow.session)
    found = await questions.of(ref)
    if found is None:
        return None
    is_open = found.is_open(reader.now)
    lines = [reader.words("notice-quoted", text=short_of(notice, reader, 60))]
    lines.append(reader.words("question-state", open=is_open, at=found.closes_at))
    if found.asks is Asks.CHOICE:
        counts = tally(found, await questions.votes(found.id))
        for name, count in zip(found.choices_in(reader.language), counts, strict=True):
            lines.append(reader.words("question-result", mark="·", text=name, count=count))
    else:
        seats = await questions.seats(found.id)
        taken, waiting = seats.get(Seat.IN, 0), seats.get(Seat.WAITING, 0)
        lines.append(reader.words("question-signed", n=taken, count=found.places))
        if waiting:
            lines.append(reader.words("question-waiting", count=waiting))
    return Screen(
        Markup("\n".join(lines)), _result_rows(found, reader, is_open=is_open and notice.state in OUT)
    )


def _result_rows(found: Question, reader: Reader, *, is_open: bool) -> Rows:
    number = found.notice_id
    rows: Rows = []
    if found.asks is Asks.SIGN_UP:
        rows.append(
            [
                reader.key("button-ask-list", WhoSignedButton(number, 0)),
                reader.key("button-ask-list-full", WhoSignedButton(number, 1)),
            ]
        )
    if is_open:
        rows.append([reader.key("button-ask-close", QuestionButton(number, "close"))])
    return [*rows, [reader.key("button-notice-back", NoticeButton(number, "back"))]]


async def seat(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To who signed up: whether they have a place, and 不去了."""
    questions = Questions(uow.session)
    found = await questions.find_answer(ref)
    if found is None:
        return None
    answer, question = found
    member = await uow.members.get(answer.member_id)
    if member.telegram_id != reader.chat_id:
        return None
    notice = await Notices(uow.session).get(question.notice_id)
    text = short_of(notice, reader, 60)
    if notice.state is NoticeState.WITHDRAWN:
        return Screen(reader.words("seat-called-off", text=text))
    if answer.seat is Seat.OUT:
        return Screen(reader.words("seat-left", text=text))
    ahead = await questions.ahead(answer) if answer.seat is Seat.WAITING else 0
    how = "moved" if answer.moved_at and answer.seat is Seat.IN else str(answer.seat)
    lines = [reader.words("seat-stands", how=how, text=text, count=ahead)]
    if question.begins_at is not None:
        lines.append(reader.words("question-begins", at=question.begins_at))
        if question.reminded_at is not None and answer.seat is Seat.IN and reader.now < question.begins_at:
            lines.append(reader.words("seat-please"))
    over = question.begins_at is not None and reader.now >= question.begins_at
    rows = [] if over else [[reader.key("button-not-going", NotGoingButton(question.notice_id))]]
    return Screen(Markup("\n".join(lines)), rows)
