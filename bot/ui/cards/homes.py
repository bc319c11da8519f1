"""Where do you live? A compound, then a building; one's present home is marked."""

from __future__ import annotations

from bot.domain.door import PREFIX, door_payload, place_of_door
from bot.domain.member import lives_at
from bot.domain.playbook import Compound
from bot.storage.work import UnitOfWork
from bot.ui.buttons.people import CompoundButton, HomeButton, MoveButton, OpenButton, StayButton
from bot.ui.cards.status import place_line
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen


async def home(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Asks once; then says what was answered."""
    member = await uow.members.get(ref)
    if member.building is None:
        return _compounds(reader.words("home-ask"), reader, member.compound)
    change = reader.key("button-move", OpenButton("compounds"))
    return Screen(reader.words("home-known", place=place_line(member.home, reader)), [[change]])


async def compounds(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The list again, for somebody who moved."""
    member = await uow.members.get(ref)
    return _compounds(reader.words("home-ask-again"), reader, member.compound)


async def move(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The poster of another door was scanned: moved there? `ref`: that door's number."""
    return await _moved(uow, ref, reader, "home-move-ask")


async def listed_home(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The volunteers' list has them in another building: moved there? `ref`: that door's number."""
    return await _moved(uow, ref, reader, "listed-home-ask")


async def _moved(uow: UnitOfWork, ref: int, reader: Reader, key: str) -> Screen | None:
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    place = place_of_door(reader.playbook, ref)
    if member is None or place is None:
        return None
    if lives_at(member, place):
        return await home(uow, member.id or 0, reader)
    there = door_payload(place).removeprefix(f"{PREFIX}_")
    text = reader.words(key, home=place_line(member.home, reader), door=place_line(place, reader))
    rows = [[reader.key("button-move-here", MoveButton(there))], [reader.key("button-stay", StayButton())]]
    return Screen(text, rows)


async def buildings(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The buildings of the compound of that number in the playbook."""
    if not 0 <= ref < len(reader.playbook.compounds):
        return None
    compound = reader.playbook.compounds[ref]
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    own = member.building if member and member.compound == compound.name else None
    keys = [
        choice(
            reader.words.plain("place-building", building=building.name),
            HomeButton(compound.name, building.name),
            chosen=building.name == own,
        )
        for building in compound.buildings
    ]
    return Screen(_question(compound, own, reader), grid(keys, 3))


def _question(compound: Compound, own: str | None, reader: Reader) -> Markup:
    if own is None:
        return reader.words("home-building-ask", compound=compound.title(reader.language))
    building = reader.words("place-building", building=own)
    return reader.words("home-building-known", compound=compound.title(reader.language), building=building)


def _compounds(text: Markup, reader: Reader, own: str | None) -> Screen:
    keys = [
        choice(compound.title(reader.language), CompoundButton(compound.name), chosen=compound.name == own)
        for compound in reader.playbook.compounds
    ]
    return Screen(text, grid(keys, 2))
