"""An old person without Telegram is asked at the door about their family: who goes is said by who looks after them."""

from __future__ import annotations

from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.kinship import Kinship
from bot.domain.marks import MAY_ENTER
from bot.domain.member import Member
from bot.domain.priority import Priority
from bot.domain.rights import Subject, Verb, must
from bot.services.telling import heads_of
from bot.storage.waits import WAITING
from bot.storage.work import UnitOfWork


async def ask_in_person(uow: UnitOfWork, link: Kinship, *, now: datetime) -> None:
    """The building's head or grid worker asks at the door; where there is none, a coordinator, or whom they send."""
    heads = await heads_of(uow, link.place)
    asker = next((one for one in heads if one.reachable and one.active and one.id != link.family_id), None)
    link.asker_id = asker.id if asker else None
    await _show(uow, link, [asker] if asker else await uow.members.reachable_coordinators(), now)


async def send_asker(uow: UnitOfWork, link_id: int, member_id: int, *, by: Member, now: datetime) -> Member:
    """请人去问: this person, who may enter homes, is asked; name and door come once they say 好.

    Raises RuleError for who does not look after that building, once it is answered, for the family member themselves,
    and for who may not enter homes or cannot be reached.
    """
    link = await uow.kin.get(link_id)
    must(by, Verb.KIN_SEND, Subject(place=link.place.public))
    person = await uow.members.get(member_id)
    if not person.marked(MAY_ENTER, uow.playbook.day(now)):
        raise RuleError("no-needs-entry")
    if not person.reachable:
        raise RuleError("no-cannot-reach", name=person.name)
    link.send(person.id, now)
    uow.place(
        "kin_ask", link.id, person.telegram_id, subject=f"kin:{link.id}", now=now,
        priority=Priority.ANSWER, round_=int(now.timestamp()),
    )  # fmt: skip
    _changed(uow, link)
    uow.record("kin_sent", f"kin:{link.id}", now=now, by=by.id, of=person.id)
    return person


async def agree_to_ask(uow: UnitOfWork, link_id: int, *, by: Member, now: datetime) -> None:
    """好, by who was sent: they may see whom and where. Raises RuleError for anybody else, and once answered."""
    link = await _sent(uow, link_id, by)
    link.send(by.id, now)
    uow.looked("kin_visit", f"kin:{link.id}", by=by.id, now=now)


async def hand_back_asking(uow: UnitOfWork, link_id: int, *, by: Member, now: datetime) -> None:
    """我去不了, by who was sent: the coordinators have it again. Raises RuleError as `agree_to_ask`."""
    link = await _sent(uow, link_id, by)
    link.send(None, now)
    await _show(uow, link, await uow.members.reachable_coordinators(), now)
    uow.record("kin_handed_back", f"kin:{link.id}", now=now, by=by.id)


async def _sent(uow: UnitOfWork, link_id: int, by: Member) -> Kinship:
    link = await uow.kin.get(link_id)
    own = link.asker_id is not None and link.asker_id == by.id
    must(by, Verb.KIN_RECORD, Subject(own=own, place=link.place.public))
    if not own:
        raise RuleError("no-kin-not-yours-to-say")
    return link


async def _show(uow: UnitOfWork, link: Kinship, people: list[Member], now: datetime) -> None:
    """The card at the bottom of their chats; whoever had it before has it no longer, unless they may."""
    for person in people:
        round_ = int(now.timestamp())
        uow.place("kin_visit", link.id, person.telegram_id, subject=f"kin:{link.id}", now=now, round_=round_)
        uow.looked("kin_visit", f"kin:{link.id}", by=person.id, now=now)
    _changed(uow, link)


def _changed(uow: UnitOfWork, link: Kinship) -> None:
    uow.touch(f"kin:{link.id}")
    uow.touch(WAITING)
