"""Cards about who holds which duty of a building: for everybody, for coordinators, and one's own."""

from __future__ import annotations

from bot.domain.charge import Charge, building_number, place_numbered
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may
from bot.storage.charges import Charges
from bot.storage.work import UnitOfWork
from bot.ui.buttons.charges import (
    AddChargeButton,
    BuildingButton,
    ChargeCompoundButton,
    ChargesButton,
    EndChargeButton,
    HoursButton,
    InviteChargeButton,
    PhoneButton,
    WriteChargeButton,
)
from bot.ui.cards.status import place_line
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Screen

DUTIES = 100
"""A building's number × this + a duty's place in the playbook: both as one number."""


async def who(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """两长四员 with their hours, as everybody may read them; a number only in private, and where its owner wishes."""
    place = place_numbered(reader.playbook, ref)
    held = await Charges(uow.session).at(place)
    head = reader.words("who-head", place=place_line(place, reader))
    lines = [await _line(uow, charge, reader) for charge in _sorted(held, reader)]
    return Screen(Markup("\n".join([head, *(lines or [reader.words("who-nobody")])])), silent=reader.in_group)


async def _line(uow: UnitOfWork, charge: Charge, reader: Reader) -> Markup:
    phone = charge.phone if charge.phone_shown and not reader.in_group else None
    return reader.words(
        "who-line",
        duty=_duty(charge, reader),
        name=await holder_name(uow, charge),
        hours=charge.hours or "",
        timed="yes" if charge.hours else "no",
        phone=phone or "",
        called="yes" if phone else "no",
    )


async def holder_name(uow: UnitOfWork, charge: Charge) -> str:
    """Who holds it, as they are called."""
    member = await uow.members.find(charge.member_id)
    return member.name if member else charge.name or ""


def _duty(charge: Charge, reader: Reader) -> str:
    kind = reader.playbook.charge(charge.duty)
    return kind.name(reader.language) if kind else charge.duty


def _sorted(held: list[Charge], reader: Reader) -> list[Charge]:
    keys = [kind.key for kind in reader.playbook.charges]
    known = [charge for charge in held if charge.duty in keys]
    return sorted(known, key=lambda charge: keys.index(charge.duty))


async def charge_compounds(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which compound's duties?"""
    keys = [
        choice(one.title(reader.language), ChargeCompoundButton(number))
        for number, one in enumerate(reader.playbook.compounds)
    ]
    return Screen(reader.words("charges-which-compound"), grid(keys, 2))


async def charge_buildings(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which building's?"""
    if not 0 <= ref < len(reader.playbook.compounds):
        return None
    compound = reader.playbook.compounds[ref]
    keys = [
        choice(
            reader.words.plain("place-building", building=one.name),
            ChargesButton(building_number(reader.playbook, Place(compound.name, one.name))),
        )
        for one in compound.buildings
    ]
    whole = [
        reader.key(
            "button-whole-compound", ChargesButton(building_number(reader.playbook, Place(compound.name)))
        )
    ]
    return Screen(
        reader.words("charges-which-building", compound=compound.title(reader.language)),
        [*grid(keys, 3), whole],
    )


async def charges(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The duties of a building, to a coordinator: who holds each, to be changed."""
    place = place_numbered(reader.playbook, ref)
    if not await _may(uow, reader, Verb.CHARGE, place):
        return None
    shown = await who(uow, ref, reader)
    held = _sorted(await Charges(uow.session).at(place), reader)
    adds = [
        choice(
            reader.words.plain("charges-add", duty=kind.name(reader.language)), AddChargeButton(ref, number)
        )
        for number, kind in enumerate(reader.playbook.charges)
        if kind.fits(place.building)
    ]
    ends = [
        Key(
            reader.words.plain("charges-end", name=(await holder_name(uow, one))[:12]),
            EndChargeButton(one.id or 0, 0).pack(),
        )
        for one in held
        if one.building == place.building
    ]
    look = [[reader.key("button-see-building", BuildingButton(ref))]] if place.building else []
    return Screen(shown.text if shown else Markup(""), [*grid(adds, 2), *grid(ends, 2), *look])


async def charge_add(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Somebody for a duty: by a link, or by name where they have no Telegram."""
    number, duty = divmod(ref, DUTIES)
    place = place_numbered(reader.playbook, number)
    if not await _may(uow, reader, Verb.CHARGE, place) or duty >= len(reader.playbook.charges):
        return None
    name = reader.playbook.charges[duty].name(reader.language)
    rows = [
        [reader.key("button-charge-link", InviteChargeButton(number, duty))],
        [reader.key("button-charge-name", WriteChargeButton(number, duty))],
        [reader.key("button-not-now", ChargesButton(number))],
    ]
    return Screen(reader.words("charge-add-how", duty=name, place=place_line(place, reader)), rows)


async def charge_end(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Ends a duty: sure?"""
    charge = await Charges(uow.session).get(ref)
    if not await _may(uow, reader, Verb.CHARGE, charge.place):
        return None
    number = building_number(reader.playbook, charge.place)
    if charge.ended_at is not None:
        return await charges(uow, number, reader)
    args = {"name": await holder_name(uow, charge), "duty": _duty(charge, reader)}
    rows = [
        [reader.key("button-not-now", ChargesButton(number))],
        [reader.key("button-charge-end", EndChargeButton(ref, 1))],
    ]
    return Screen(reader.words("charge-end-sure", place=place_line(charge.place, reader), **args), rows)


async def my_charges(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """One's own duties: hours, and whether neighbours read one's number."""
    member = await uow.members.get(ref)
    held = await Charges(uow.session).of(ref)
    if member.telegram_id != reader.chat_id or not held:
        return None
    lines, rows = [reader.words("my-charges-head")], []
    for one in held:
        line = await _line(uow, one, reader)
        lines.append(Markup(f"{place_line(one.place, reader)} {line}"))
        phone = "button-phone-hide" if one.phone_shown else "button-phone-show"
        rows.append(
            [
                reader.key("button-hours", HoursButton(one.id or 0)),
                reader.key(phone, PhoneButton(one.id or 0, int(not one.phone_shown))),
            ]
        )
    return Screen(Markup("\n".join(lines)), rows)


async def _may(uow: UnitOfWork, reader: Reader, verb: Verb, place: Place) -> bool:
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return member is not None and may(member, verb, Subject(place=place))
