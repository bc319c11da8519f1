"""The call to the coordinators: what, where, when; and for who takes it, whom to reach."""

from __future__ import annotations

from bot.domain.alarm import Alarm, AlarmState, Word
from bot.domain.case import Case, CaseState
from bot.domain.place import Place
from bot.domain.rights import Verb, may
from bot.storage.nearby import may_answer
from bot.storage.work import UnitOfWork
from bot.ui.buttons.alarms import (
    BackToAlarmButton,
    DismissAlarmButton,
    FalseAlarmButton,
    FinishAlarmButton,
    ReleaseAlarmButton,
    TakeAlarmButton,
)
from bot.ui.cards.cases import shorten
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Reader, Rows, Screen

_QUOTED = 300


async def alarm(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The call: what, where, when. Who takes it also reads who said it, where they live and their number."""
    found = await uow.alarms.get(ref)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not await may_answer(uow, found, member):
        return None
    if found.state is AlarmState.MISTAKEN and not found.paged:
        return None
    case = await uow.cases.find(found.case_id)
    mine = found.state is AlarmState.TAKEN and found.taken_by == member.id
    lines = [_headline(found, case, reader)]
    if case is not None and (mine or not found.private_only):
        lines += [reader.words("alarm-said", text=shorten(text, _QUOTED)) for text in _said(case)]
    lines += _voices(found, reader, named=mine or not found.private_only)
    if case is not None and found.is_open and case.state is CaseState.WITHDRAWN:
        lines.append(reader.words("alarm-withdrawn"))
    if mine:
        lines += await _contact(uow, found, case, reader)
    lines.append(_taken(found, reader, mine=mine))
    return Screen(
        Markup("\n".join(filter(None, lines))),
        _rows(found, reader, mine=mine, office=may(member, Verb.DISMISS_ALARM)),
    )


def _headline(found: Alarm, case: Case | None, reader: Reader) -> Markup:
    kind = reader.playbook.danger(found.danger)
    what = kind.names if kind else found.danger
    known = Place(found.compound) if found.private_only else found.place
    place = place_line(known, reader) or reader.words("alarm-no-place")
    key = "alarm-head-group" if found.in_group else "alarm-head"
    head = reader.words(key, what=what, place=place, at=found.raised_at)
    return Markup(f"{head} {reader.words('alarm-case', no=case.number)}") if case else head


def _said(case: Case) -> list[str]:
    return [case.text, *(addition.text for addition in case.additions[-3:])]


def _voices(found: Alarm, reader: Reader, *, named: bool) -> list[Markup]:
    """What people there told us. `named`: the reader may know who they are."""
    lines = []
    if (heard := len(found.said(Word.HEARD))) > 1:
        lines.append(reader.words("alarm-heard", count=heard))
    if found.said(Word.CALL_ME):
        lines.append(reader.words("alarm-voice-call-me"))
    if found.said(Word.UNSAFE):
        lines.append(reader.words("alarm-voice-unsafe"))
    for word, key in ((Word.CALLED, "alarm-voice-called"), (Word.ON_SITE, "alarm-voice-on-site")):
        if named and (said := found.said(word)):
            lines.append(reader.words(key, names=[voice.name for voice in said[:10]]))
    return lines


async def _contact(uow: UnitOfWork, found: Alarm, case: Case | None, reader: Reader) -> list[Markup]:
    """Who said it and how to reach them: for who has taken it alone."""
    person = await uow.members.find(found.member_id)
    if person is None:
        return [reader.words("alarm-nameless")]
    place = case.place if case else person.home
    home = place_line(place, reader) or place_line(person.home, reader)
    words = reader.words
    phone = words("alarm-phone", phone=dialable(person.phone)) if person.phone else words("alarm-no-phone")
    return [
        words("alarm-contact", name=person.name, place=home or words("alarm-no-place")),
        phone,
    ]


def _taken(found: Alarm, reader: Reader, *, mine: bool) -> Markup:
    words = reader.words
    if found.state is AlarmState.MISTAKEN:
        return words("alarm-mistaken")
    if found.state is AlarmState.FALSE:
        return words("alarm-false", name=found.ended_name or "")
    if found.state is AlarmState.OVER:
        return words("alarm-over", name=found.ended_name or "")
    if found.state is not AlarmState.TAKEN:
        return words("alarm-round", count=found.paged) if found.paged > 1 else Markup("")
    if mine:
        return words("alarm-mine")
    return words("alarm-taken", name=found.taken_name or "", at=found.taken_at)


def _rows(found: Alarm, reader: Reader, *, mine: bool, office: bool) -> Rows:
    ref = found.id or 0
    if not found.is_open:
        return []
    rows: Rows = []
    if found.state is not AlarmState.TAKEN:
        label = "button-take-sos" if found.is_sos else "button-take-alarm"
        rows.append([reader.key(label, TakeAlarmButton(ref))])
    elif mine:
        rows.append([reader.key("button-finish-alarm", FinishAlarmButton(ref))])
        rows.append([reader.key("button-release-alarm", ReleaseAlarmButton(ref))])
    if office:
        rows.append([reader.key("button-false-alarm", FalseAlarmButton(ref))])
    return rows


async def alarm_false(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """误报: sure? Over already, or no coordinator: the call as it stands."""
    found = await uow.alarms.get(ref)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if not found.is_open or member is None or not may(member, Verb.TAKE_ALARM):
        return await alarm(uow, ref, reader)
    rows = [
        [reader.key("button-back-to-alarm", BackToAlarmButton(ref))],
        [reader.key("button-dismiss-alarm", DismissAlarmButton(ref))],
    ]
    case = await uow.cases.find(found.case_id)
    return Screen(Markup(f"{_headline(found, case, reader)}\n{reader.words('alarm-sure')}"), rows)
