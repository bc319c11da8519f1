"""Who holds which duty of a building: 两长四员 and grid workers. With some of them go rights there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.charge import Charge, building_number
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.rights import MINE, Subject, Verb, must
from bot.domain.role import Ward
from bot.storage.charges import Charges
from bot.storage.work import UnitOfWork

_LONGEST = 60


def check_charge(book: Playbook, duty: str, places: Sequence[Place]) -> None:
    """Raises RuleError for a duty or place the playbook does not have, and for a post where there is none such."""
    kind = book.charge(duty)
    if kind is None:
        raise RuleError("no-such-duty")
    for place in places:
        whole = place.building is None
        known = book.compound(place.compound) if whole else book.building(place.compound, place.building)
        if known is None or not kind.fits(place.building):
            raise RuleError("no-such-place")


async def give_charge(
    uow: UnitOfWork, member: Member, duty: str, places: Sequence[Place], by_id: int | None, *, now: datetime
) -> None:
    """They hold that duty there from now on, with the rights that go with it; twice is once.

    Raises RuleError for a duty or place the playbook does not have.
    """
    check_charge(uow.playbook, duty, places)
    held = [(charge.duty, charge.place) for charge in await Charges(uow.session).of(member.id)]
    for place in places:
        if (duty, place) not in held:
            uow.add(
                Charge(
                    duty, place.compound or "", place.building, now, member.id, by_id=by_id, changed_at=now
                )
            )
            _changed(uow, "charge_given", place, now, by_id, duty=duty, of=member.id)
    await uow.numbered()
    await settle_wards(uow, member, now=now)


async def write_charge(
    uow: UnitOfWork, duty: str, place: Place, text: str, by: Member, *, now: datetime
) -> None:
    """Somebody without Telegram holds it: a name, and after a comma when they can be reached.

    Raises RuleError for anybody but a coordinator, no name, and an unknown duty or place.
    """
    must(by, Verb.CHARGE, Subject(place=place))
    check_charge(uow.playbook, duty, [place])
    name, _, hours = " ".join(text.split()).replace(",", "，").partition("，")
    named, when = name.strip()[:_LONGEST], hours.strip()[:_LONGEST] or None
    if not named:
        raise RuleError("no-words-please")
    uow.add(Charge(duty, place.compound or "", place.building, now, name=named, hours=when, by_id=by.id))
    _changed(uow, "charge_given", place, now, by.id, duty=duty)


async def end_charge(uow: UnitOfWork, charge_id: int, by: Member, *, now: datetime) -> Charge:
    """They hold it no longer, and the rights go with it. Raises RuleError for anybody but a coordinator, and twice."""
    charge = await Charges(uow.session).get(charge_id)
    must(by, Verb.CHARGE, Subject(place=charge.place))
    charge.end(now)
    await uow.numbered()
    member = await uow.members.find(charge.member_id)
    if member is not None:
        await settle_wards(uow, member, now=now)
    _changed(uow, "charge_ended", charge.place, now, by.id, duty=charge.duty, of=charge.member_id)
    return charge


async def settle_wards(uow: UnitOfWork, member: Member, *, now: datetime) -> None:
    """What they head and look after, and the hats for it, are exactly what their charges say."""
    wards = []
    for charge in await Charges(uow.session).of(member.id):
        role = uow.playbook.duty_role(charge.duty)
        if role is not None:
            wards.append(Ward(role, charge.compound, charge.building))
    member.look_after(tuple(wards), now)
    uow.touch(f"member:{member.id}")


async def say_hours(uow: UnitOfWork, charge_id: int, by: Member, text: str, *, now: datetime) -> None:
    """When they can be reached, said by who holds it or a coordinator. Raises RuleError for anybody else."""
    charge = await _changeable(uow, charge_id, by)
    hours = " ".join(text.split())[:_LONGEST]
    if not hours:
        raise RuleError("no-words-please")
    charge.say_hours(hours, now)
    _changed(uow, "charge_hours", charge.place, now, by.id)


async def show_phone(
    uow: UnitOfWork, charge_id: int, by: Member, phone: str | None, *, now: datetime
) -> None:
    """Neighbours may read this number from now on, or (None) none: nobody decides that but who holds it.

    Raises RuleError for anybody else.
    """
    charge = await Charges(uow.session).get(charge_id)
    must(by, Verb.SELF, MINE if charge.member_id == by.id else Subject())
    charge.show_phone(phone, now)
    _changed(uow, "charge_phone", charge.place, now, by.id, shown=phone is not None)


async def _changeable(uow: UnitOfWork, charge_id: int, by: Member) -> Charge:
    charge = await Charges(uow.session).get(charge_id)
    if charge.member_id != by.id:
        must(by, Verb.CHARGE, Subject(place=charge.place))
    else:
        must(by, Verb.SELF, MINE)
    return charge


def _changed(
    uow: UnitOfWork, kind: str, place: Place, now: datetime, by: int | None, **detail: object
) -> None:
    for one in _shown_in(uow.playbook, place):
        uow.touch(charges_of(uow.playbook, one))
    uow.record(kind, charges_of(uow.playbook, place), now=now, by=by, **detail)


def _shown_in(book: Playbook, place: Place) -> list[Place]:
    """Where it is read: a compound's post in every building of it too."""
    compound = book.compound(place.compound) if place.building is None else None
    return [place, *(Place(place.compound, one.name) for one in (compound.buildings if compound else ()))]


def charges_of(book: Playbook, place: Place) -> str:
    """The subject of cards about who is in charge in a place."""
    return f"charges:{building_number(book, place)}"
