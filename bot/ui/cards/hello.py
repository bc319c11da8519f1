"""报平安: setting it up, the day's question, and the call to who phones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from bot.domain.hello import DayState, Hello, HelloDay, HelloState
from bot.domain.member import Member
from bot.domain.rights import Subject, Verb, may
from bot.storage.nearby import helpers_of
from bot.storage.work import UnitOfWork
from bot.ui.buttons import Button
from bot.ui.buttons.hello import (
    EndHelloButton,
    HelloAnswerButton,
    HelloAwayButton,
    HelloForButton,
    HelloHourButton,
    HelloOffButton,
    HelloOthersButton,
    HelloWhomButton,
    TakeHelloButton,
    WellButton,
)
from bot.ui.cards.status import place_line
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Key, Reader, Rows, Screen

_MOST = 20


async def hello(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One's own: what it is, the hour, away, off; and the way to set it up for somebody else."""
    member = await uow.members.get(ref)
    if member.telegram_id != reader.chat_id:
        return None
    found = await uow.hellos.of(ref)
    on = found is not None and found.state is HelloState.ON
    lines = [reader.words("hello-about")]
    rows = grid(_hours(reader, lambda minute: HelloHourButton(minute), found if on else None), 4)
    if found is not None and on:
        lines = [_standing(found, reader), reader.words("hello-help")]
        rows += _away(found, reader)
        rows.append([reader.key("button-hello-off", HelloOffButton())])
    if may(member, Verb.HELLO_FOR) or await uow.kin.elders_of(ref):
        rows.append([reader.key("button-hello-others", HelloOthersButton())])
    return Screen(Markup("\n".join(lines)), rows)


async def hello_others(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For whom: one's old people, and for a coordinator who lives on the care list."""
    member = await uow.members.get(ref)
    if member.telegram_id != reader.chat_id:
        return None
    links = await uow.kin.elders_of(ref)
    people = await uow.members.many([link.elder_id for link in links if link.elder_id is not None])
    if may(member, Verb.HELLO_FOR):
        people |= {one.id or 0: one for one in await uow.hellos.could_have(_MOST)}
    rows = [[choice(one.name, HelloWhomButton(one.id or 0))] for one in list(people.values())[:_MOST]]
    return Screen(reader.words("hello-whom" if rows else "hello-nobody"), rows)


async def hello_for(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """At which hour."""
    reading = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    family = await uow.kin.family_of(member_id=ref)
    own = reading is not None and any(link.family_id == reading.id for link in family)
    if reading is None or not may(reading, Verb.HELLO_FOR, Subject(own=own)):
        return None
    person = await uow.members.get(ref)
    rows = grid(_hours(reader, lambda minute: HelloForButton(ref, minute), None), 4)
    return Screen(reader.words("hello-when", name=person.name), rows)


async def hello_offer(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To the person: somebody has set it up, do they want it?"""
    found = await uow.hellos.get(ref)
    person = await uow.members.get(found.member_id)
    if person.telegram_id != reader.chat_id:
        return None
    if found.state is HelloState.ON:
        return Screen(Markup(f"{_standing(found, reader)}\n{reader.words('hello-help')}"))
    if found.state is not HelloState.OFFERED:
        return Screen(reader.words("hello-is-off"))
    other = await uow.members.get(found.by_id)
    text = reader.words("hello-offer", name=other.name, hour=_clock(found.hour))
    rows = [
        [reader.key("button-hello-yes", HelloAnswerButton(ref, 1))],
        [reader.key("button-hello-no", HelloAnswerButton(ref, 0))],
    ]
    return Screen(Markup(f"{text}\n{reader.words('hello-help')}"), rows)


async def hello_ask(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The day's question; once they have said anything, thanks for it."""
    return await _question(uow, ref, reader, "hello-ask")


async def hello_again(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The same once more, gently."""
    return await _question(uow, ref, reader, "hello-again")


async def hello_call(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Somebody is to phone. Who says 我来打 reads name, door and number, until it is over."""
    reading = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    day = await uow.hellos.day(ref)
    person = await uow.members.get(day.member_id)
    near = reading is not None and any(one.id == reading.id for one in await helpers_of(uow, person))
    if reading is None or not may(reading, Verb.HELLO_CALL, Subject(own=near)):
        return None
    if not day.is_called:
        return Screen(reader.words("hello-call-over", state=str(day.state)))
    if day.state is DayState.CALLING:
        text = reader.words("hello-call", place=_place(person, reader), count=day.rounds)
        return Screen(text, [[reader.key("button-hello-take", TakeHelloButton(ref))]])
    if day.owner_id != reading.id:
        place = _place(person, reader)
        return Screen(reader.words("hello-call-taken", place=place, name=day.owner_name or ""))
    return _mine(day, person, reader)


def _mine(day: HelloDay, person: Member, reader: Reader) -> Screen:
    words, ref = reader.words, day.id or 0
    home = place_line(person.home, reader) or words("alarm-no-place")
    phone = words("alarm-phone", phone=dialable(person.phone)) if person.phone else words("hello-no-phone")
    lines = [words("hello-call-mine"), words("details-whom", name=person.name, place=home), phone]
    rows = [
        [reader.key("button-hello-reached", EndHelloButton(ref, 1))],
        [reader.key("button-hello-silent", EndHelloButton(ref, 0))],
        [reader.key("button-hello-cannot", EndHelloButton(ref, 2))],
    ]
    return Screen(Markup("\n".join(lines)), rows, protect=True)


async def _question(uow: UnitOfWork, ref: int, reader: Reader, key: str) -> Screen | None:
    day = await uow.hellos.day(ref)
    person = await uow.members.get(day.member_id)
    if person.telegram_id != reader.chat_id:
        return None
    if not day.is_open:
        return Screen(reader.words("hello-thanks", state=str(day.state)))
    return Screen(reader.words(key, name=person.name), [[reader.key("button-well", WellButton(ref))]])


def _hours(reader: Reader, button: Callable[[int], Button], found: Hello | None) -> list[Key]:
    return [
        choice(
            _clock(hour),
            button(hour.hour * 60 + hour.minute),
            chosen=found is not None and found.hour == hour,
        )
        for hour in reader.playbook.hellos.hours
    ]


def _standing(found: Hello, reader: Reader) -> Markup:
    today = reader.playbook.day(reader.now)
    if found.is_away(today) and found.away_until is not None:
        until = f"{found.away_until.month}/{found.away_until.day}"
        return reader.words("hello-away", until=until, hour=_clock(found.hour))
    return reader.words("hello-on", hour=_clock(found.hour))


def _away(found: Hello, reader: Reader) -> Rows:
    if found.is_away(reader.playbook.day(reader.now)):
        return [[reader.key("button-hello-back", HelloAwayButton(0))]]
    days = ((3, "button-hello-days"), (7, "button-hello-week"), (30, "button-hello-month"))
    return [[reader.key(label, HelloAwayButton(count)) for count, label in days]]


def _place(person: Member, reader: Reader) -> Markup:
    return place_line(person.home.public, reader) or reader.words("alarm-no-place")


def _clock(hour: time) -> str:
    return f"{hour.hour}:{hour.minute:02}"
