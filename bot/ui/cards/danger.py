"""Danger and 求助, for who said it: what to dial, what to do and not to do, and who has heard."""

from __future__ import annotations

from bot.domain.alarm import Alarm, AlarmState, Word
from bot.domain.dialing import dial_line
from bot.domain.playbook import Danger
from bot.storage.nearby import called_by
from bot.storage.work import UnitOfWork
from bot.ui.buttons.alarms import MistakenButton, WordButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen


async def danger(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What to dial, to say, to do and not to do; below it, who has heard. A private-only one in no group."""
    alarm = await uow.alarms.get(ref)
    kind = reader.playbook.danger(alarm.danger)
    if alarm.private_only and reader.in_group:
        return None
    if alarm.state is AlarmState.MISTAKEN:
        return Screen(reader.words("danger-mistaken"))
    if alarm.state is AlarmState.FALSE:
        return Screen(reader.words("danger-false", dial=dial_line(kind, reader.playbook)))
    if alarm.state is AlarmState.OVER:
        return Screen(reader.words("danger-over", dial=dial_line(kind, reader.playbook)))
    if kind is not None and alarm.private_only:
        return _private(alarm, kind, reader)
    case = await uow.cases.find(alarm.case_id)
    lines = [reader.words("danger-dial", dial=dial_line(kind, reader.playbook))]
    whole = case.place if case and not reader.in_group else alarm.place
    place = place_line(whole, reader)
    lines.append(reader.words("danger-where", place=place) if place else reader.words("danger-nowhere"))
    if kind is not None:
        lines.append(reader.words("danger-advice", text=kind.advice_in(reader.language)))
        party = reader.playbook.party(kind.party, alarm.compound)
        if party is not None:
            lines.append(reader.words("danger-party", party=party.name(reader.language), phone=party.phone))
    if dialled := len(alarm.said(Word.CALLED)):
        lines.append(reader.words("danger-dialled", count=dialled))
    lines.append(_standing(alarm, reader))
    rows = [
        [
            reader.key("button-dialled", WordButton(ref, Word.CALLED)),
            reader.key("button-on-site", WordButton(ref, Word.ON_SITE)),
        ]
    ]
    said = case.origin_message_id if case and case.origin_chat_id == reader.chat_id else None
    return Screen(Markup("\n".join(lines)), rows, reply_to=said)


def _private(alarm: Alarm, kind: Danger, reader: Reader) -> Screen:
    ref = alarm.id or 0
    lines = [
        reader.words("danger-private", dial=dial_line(kind, reader.playbook)),
        reader.words("danger-advice", text=kind.advice_in(reader.language)),
        _standing(alarm, reader),
    ]
    rows = [
        [reader.key("button-call-me", WordButton(ref, Word.CALL_ME))],
        [reader.key("button-unsafe", WordButton(ref, Word.UNSAFE))],
    ]
    return Screen(Markup("\n".join(lines)), rows)


def _standing(alarm: Alarm, reader: Reader) -> Markup:
    """Who has heard, and never a promise that nobody can keep. A group reads no name."""
    words = reader.words
    if alarm.state is AlarmState.TAKEN:
        if reader.in_group:
            return words("danger-taken-group")
        return words("danger-taken", name=alarm.taken_name or "")
    if alarm.state is AlarmState.CALLING and not alarm.called:
        return words("danger-nobody")
    return words("danger-called-private" if alarm.private_only else "danger-called")


async def sos(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The ten seconds in which 按错了 keeps it from everybody; then `sos_called` stands in its place."""
    found = await uow.alarms.get(ref)
    if found.state is AlarmState.MISTAKEN:
        return Screen(reader.words("sos-mistaken-told" if found.paged else "sos-mistaken"))
    if found.state is not AlarmState.PAUSING or found.is_calling(reader.now):
        return None
    people = await called_by(uow, found)
    names = "、".join(person.name for person in people[:6])
    text = (
        reader.words("sos-pausing", names=names) if names else reader.words("sos-nobody", dial=_dial(reader))
    )
    return Screen(text, [[reader.key("button-mistaken", MistakenButton(ref))]])


async def sos_called(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """已经叫人了, and then who comes."""
    found = await uow.alarms.get(ref)
    if found.state is AlarmState.MISTAKEN:
        return None
    if not found.is_open:
        return Screen(reader.words("sos-over", dial=_dial(reader)))
    if found.state is AlarmState.TAKEN:
        return Screen(reader.words("sos-taken", name=found.taken_name or "", dial=_dial(reader)))
    reached = found.called or (not found.paged and await called_by(uow, found))
    text = reader.words("sos-called" if reached else "sos-nobody", dial=_dial(reader))
    return Screen(text, [[reader.key("button-mistaken", MistakenButton(ref))]])


def _dial(reader: Reader) -> object:
    return dial_line(None, reader.playbook)
