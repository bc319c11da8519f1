"""时长: how long a task took, what waits to be confirmed, and the person's own sums."""

from __future__ import annotations

from datetime import UTC, datetime, time

from bot.domain.member import Member
from bot.domain.proof import ProofState, may_decide
from bot.domain.rights import Subject, Verb, may
from bot.domain.service_time import CHOICES, Stint, confirmed_minutes, days_of, month_of, within
from bot.domain.task import HoldState
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork
from bot.ui.buttons.service_time import (
    AskProofButton,
    CorrectButton,
    GiveProofButton,
    MinutesButton,
    OtherMinutesButton,
    RefuseProofButton,
    UndoMinutesButton,
)
from bot.ui.cards.status import category_name
from bot.ui.grid import choice
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

MOST = 8
"""Lines at one time."""


async def spent(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the holder, when it is done: a word or a photo may follow, and how long it took."""
    task, hold = await ServiceTimes(uow.session).hold(ref)
    person = await _reader(uow, reader)
    if (
        person is None
        or person.id != hold.member_id
        or hold.state is not HoldState.DONE
        or hold.minutes is None
    ):
        return None
    words = reader.words
    if hold.confirmed_at is not None:
        who = await uow.members.find(hold.confirmed_by)
        by = who.name if who else ""
        known = who is not None
        return Screen(words("spent-confirmed", no=task.number, minutes=hold.minutes, by=by, known=known))
    lines = [words("remark-offer", no=task.number), words("spent-ask", minutes=hold.minutes)]
    return Screen(Markup("\n".join(lines)), _choices(ref, hold.minutes, reader))


async def time_card(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For who confirms: one person's time, to be corrected."""
    task, hold = await ServiceTimes(uow.session).hold(ref)
    person = await _reader(uow, reader)
    about = Subject(team=task.team)
    if person is None or person.id == hold.member_id or not may(person, Verb.CONFIRM_TIME, about):
        return None
    if hold.state is not HoldState.DONE or hold.minutes is None:
        return None
    if hold.confirmed_at is not None:
        text = reader.words("time-is", no=task.number, name=hold.name, minutes=hold.minutes)
        return Screen(text, _undo_rows(ref, hold.confirmed_by == person.id, hold.confirmed_at, reader))
    text = reader.words("time-correct", no=task.number, name=hold.name, minutes=hold.minutes)
    return Screen(text, _choices(ref, None, reader))


async def times(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What waits for this leader or coordinator to be confirmed, and what they have confirmed this minute."""
    person = await _reader(uow, reader)
    if person is None or person.id != ref:
        return None
    undo = reader.playbook.limits.undo
    led = [t.name for t in reader.playbook.teams if may(person, Verb.CONFIRM_TIME, Subject(team=t.name))]
    found = ServiceTimes(uow.session)
    waiting = [one for one in await found.waiting(led) if one.member_id != person.id]
    fresh = await found.just_confirmed(person.id, reader.now - undo)
    if not waiting and not fresh:
        return Screen(reader.words("times-none"))
    lines = [reader.words("times-head", count=len(waiting))] if waiting else [reader.words("times-none")]
    rows: Rows = []
    for one in waiting[:MOST]:
        lines.append(_line("times-line", one, reader))
        label = reader.words.plain("times-right", no=str(one.task_id), name=one.name[:8], minutes=one.minutes)
        rows.append([Key(label, MinutesButton(one.hold_id, one.minutes).pack())])
        rows[-1].append(reader.key("button-correct", CorrectButton(one.hold_id)))
    lines += [_line("times-just", one, reader) for one in fresh]
    rows += [
        [reader.key("button-undo-no", UndoMinutesButton(one.hold_id), no=str(one.task_id))] for one in fresh
    ]
    until = min((one.confirmed_at + undo for one in fresh if one.confirmed_at), default=None)
    return Screen(Markup("\n".join(lines)), rows, until=until)


async def hours(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """/hours: what this person has given this month and year, and what still waits; nobody else reads it."""
    person = await _reader(uow, reader)
    if person is None or person.id != ref:
        return None
    zone, today = reader.playbook.zone, reader.playbook.day(reader.now)
    found = ServiceTimes(uow.session)
    since = datetime.combine(days_of(today.year - 1)[0], time(), zone).astimezone(UTC)
    stints = await found.of(person.id, since)
    this_year = within(stints, days_of(today.year), zone)
    month = confirmed_minutes(within(stints, month_of(today), zone))
    year = confirmed_minutes(this_year)
    waiting = [one for one in stints if not one.confirmed]
    lines = [reader.words("hours-sum", month=spoken(month, reader), year=spoken(year, reader))]
    if waiting:
        minutes = sum(one.minutes for one in waiting)
        lines.append(reader.words("hours-waiting", count=len(waiting), time=spoken(minutes, reader)))
        lines += [_line("hours-line", one, reader) for one in waiting[:MOST]]
    rows: Rows = []
    for one_year in (today.year, today.year - 1):
        if not confirmed_minutes(within(stints, days_of(one_year), zone)):
            continue
        if await found.asked_proof(person.id, one_year):
            lines.append(reader.words("hours-proof-asked", year=one_year))
        else:
            rows.append([reader.key("button-ask-proof", AskProofButton(one_year), no=str(one_year))])
    return Screen(Markup("\n".join(lines)), rows)


async def proof(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For a leader or coordinator: somebody wants a proof; then what became of it."""
    found = ServiceTimes(uow.session)
    asked = await found.proof(ref)
    person, reading = await uow.members.get(asked.member_id), await _reader(uow, reader)
    if reading is None or not may_decide(reading, person):
        return None
    if asked.state is not ProofState.ASKED:
        who = await uow.members.find(asked.decided_by)
        key = "proof-given" if asked.state is ProofState.GIVEN else "proof-not-given"
        return Screen(reader.words(key, name=person.name, year=asked.year, by=who.name if who else ""))
    days, zone = days_of(asked.year), reader.playbook.zone
    since = datetime.combine(days[0], time(), zone).astimezone(UTC)
    done = within(await found.of(person.id, since), days, zone)
    args = {"year": asked.year, "time": spoken(confirmed_minutes(done), reader)}
    count = sum(one.confirmed and one.minutes > 0 for one in done)
    text = reader.words("proof-asks", name=person.name, count=count, **args)
    give, refuse = GiveProofButton(ref), RefuseProofButton(ref)
    return Screen(text, [[reader.key("button-give-proof", give)], [reader.key("button-no-proof", refuse)]])


def spoken(minutes: int, reader: Reader) -> Markup:
    """ "1 小时 30 分钟"."""
    return reader.words("proof-span", hours=minutes // 60, minutes=minutes % 60)


def _line(key: str, one: Stint, reader: Reader) -> Markup:
    return reader.words(
        key,
        no=str(one.task_id),
        name=one.name,
        what=category_name(one.category, reader),
        start=one.claimed_at,
        end=one.done_at,
        minutes=one.minutes,
    )


def _choices(ref: int, now_said: int | None, reader: Reader) -> Rows:
    keys = [
        choice(reader.words.plain("minutes-choice", minutes=n), MinutesButton(ref, n), chosen=n == now_said)
        for n in CHOICES
    ]
    return [keys, [reader.key("button-other-time", OtherMinutesButton(ref))]]


def _undo_rows(ref: int, own: bool, confirmed_at: datetime, reader: Reader) -> Rows:
    if not own or reader.now - confirmed_at > reader.playbook.limits.undo:
        return []
    return [[reader.key("button-undo", UndoMinutesButton(ref))]]


async def _reader(uow: UnitOfWork, reader: Reader) -> Member | None:
    return (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
