"""The phone calls after missed visits, for coordinators: the list, and one call for who makes it."""

from __future__ import annotations

from bot.domain.rights import Verb, may
from bot.domain.visit import CallState
from bot.storage.calls import Calls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import NobodyPhonesButton
from bot.ui.buttons.visits import EndCallButton, TakeCallButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Reader, Screen

_MOST = 8


async def calls(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Who was not visited in time and is to be phoned today."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.CALL_AFTER):
        return None
    found = await Calls(uow.session).open(_MOST)
    if not found:
        return Screen(reader.words("calls-none"))
    homes = {one.id: one for one in await uow.households.many([call.household_id for call in found])}
    lines, rows = [reader.words("calls-head")], []
    for n, call in enumerate(found, 1):
        place = place_line(homes[call.household_id].place.public, reader)
        if call.state is CallState.TAKEN:
            lines.append(reader.words("calls-taken", n=n, place=place, name=call.owner_name))
        else:
            lines.append(reader.words("calls-line", n=n, place=place, by=call.due_at))
            rows.append([reader.key("button-take-call", TakeCallButton(call.id or 0), n=n)])
    return Screen(Markup("\n".join(lines)), rows)


async def call(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Name, door and numbers, for who said 我来打, until it is over."""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    found = await Calls(uow.session).get(ref)
    if person is None or found.state is not CallState.TAKEN or found.owner_id != person.id:
        return Screen(reader.words("call-over"))
    home = await uow.households.get(found.household_id)
    names = "、".join(one.name for one in home.present)
    lines = [reader.words("call-head")]
    lines.append(reader.words("details-whom", name=names, place=place_line(home.place, reader)))
    for one in home.present:
        known = [(one.name, phone) for phone in one.phones]
        known += [(other.name or "", phone) for other in one.contacts for phone in other.phones]
        lines += [reader.words("visit-phone", name=name, phone=dialable(phone)) for name, phone in known]
    rows = [
        [reader.key("button-call-reached", EndCallButton(ref, 1))],
        [reader.key("button-call-silent", NobodyPhonesButton(ref))],
        [reader.key("button-call-back", EndCallButton(ref, 0))],
    ]
    return Screen(Markup("\n".join(lines)), rows, protect=True)
