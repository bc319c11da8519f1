"""请人去问: whom can be sent to an old person's door?"""

from __future__ import annotations

from bot.domain.kinship import Consent
from bot.domain.marks import MAY_ENTER
from bot.domain.pages import row_and_page
from bot.domain.rights import Subject, Verb, may
from bot.storage.work import UnitOfWork
from bot.ui.buttons.kinship import KinBackButton, KinGoButton, KinSendButton, KinSendListButton
from bot.ui.cards.status import place_line
from bot.ui.grid import turning
from bot.ui.screen import Key, Reader, Rows, Screen

PAGE = 8
"""Names at one time."""


async def kin_send(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Who may enter homes and lives nearest first; a page of them."""
    number, page = row_and_page(ref)
    link = await uow.kin.get(number)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.KIN_SEND, Subject(place=link.place.public)):
        return None
    able = await uow.members.marked(MAY_ENTER, reader.playbook.day(reader.now))
    people = [one for one in able if one.id not in (person.id, link.family_id, link.asker_id)]
    if not people:
        return Screen(reader.words("care-nobody"))
    near = (link.compound, link.building)
    people.sort(key=lambda one: ((one.compound, one.building) != near, one.compound != near[0], one.name))
    rows: Rows = [
        [Key(one.name[:24], KinSendButton(number, one.id or 0).pack())]
        for one in people[page * PAGE : (page + 1) * PAGE]
    ]
    turn = turning(reader, page, PAGE, len(people), lambda to: KinSendListButton(number, to))
    return Screen(reader.words("kin-send-whom"), [*rows, turn])


async def kin_ask(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To who is sent: which building, no name and no door; 好 or 我去不了."""
    link = await uow.kin.get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or link.asker_id != person.id or link.state is not Consent.ASKED:
        return Screen(reader.words("kin-ask-over"))
    rows: Rows = [
        [reader.key("button-agree", KinGoButton(ref))],
        [reader.key("button-refuse", KinBackButton(ref))],
    ]
    return Screen(reader.words("kin-ask", place=place_line(link.place.public, reader)), rows)
