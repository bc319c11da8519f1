"""对象: whom a notice is for, chosen by buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.charge import building_number
from bot.domain.chat import Chat
from bot.domain.notice import Audience, Notice, Target, To, may_reach
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.role import Role
from bot.storage.notices import Notices
from bot.storage.reach import Reach
from bot.storage.work import UnitOfWork
from bot.ui.bundles import LANGUAGES
from bot.ui.buttons.notices import (
    NoticeButton,
    NoticeCompoundButton,
    NoticeTargetButton,
)
from bot.ui.cards.status import team_name
from bot.ui.grid import choice, grid
from bot.ui.i18n import words_for
from bot.ui.screen import Key, Reader, Rows, Screen

COMPOUNDS = 100
"""A card of buildings has the notice's number times this, and the compound's in the playbook, as its own."""
HATS = (Role.VOLUNTEER, Role.LEADER, Role.BUILDING_HEAD, Role.GRID_WORKER)


def name_of(target: Target, reader: Reader) -> str:
    """As its reader calls it."""
    match target.to:
        case To.ALL:
            return reader.words.plain("notice-all")
        case To.COMPOUND | To.BUILDING:
            compound = reader.playbook.compound(target.name)
            name = compound.names.get(reader.language, target.name) if compound else target.name
            return f"{name} {target.building}" if target.building else name
        case To.TEAM:
            return str(team_name(target.name, reader))
        case To.LANGUAGE:
            spoken = words_for(target.name, reader.playbook.zone).plain("language-name")
            return reader.words.plain("notice-readers", language=spoken)
        case To.TAG:
            kind = reader.playbook.household_category(target.name)
            return kind.name(reader.language) if kind else target.name
    return reader.words.plain("role-name", role=target.name)


def names_of(audience: Audience, reader: Reader) -> list[str]:
    """All of them."""
    return [name_of(one, reader) for one in audience]


def missing_buildings(audience: Audience, chats: Sequence[Chat], reader: Reader) -> list[str]:
    """Buildings it is for that have no group, or none we can speak in; the compound is said with its first."""
    there = {(one.compound, one.building) for one in chats}
    names = []
    for compound in reader.playbook.compounds:
        missing = [
            one.name
            for one in compound.buildings
            if (compound.name, one.name) not in there
            and any(target.holds(Place(compound.name, one.name)) for target in audience)
        ]
        if missing:
            names += [f"{compound.title(reader.language)} {missing[0]}", *missing[1:]]
    return names


def choices(to: To, book: Playbook) -> list[Target]:
    """All of one kind, in the order of their numbers."""
    match to:
        case To.COMPOUND:
            return [Target(to, one.name) for one in book.compounds]
        case To.TEAM:
            return [Target(to, one.name) for one in book.teams]
        case To.LANGUAGE:
            return [Target(to, one) for one in LANGUAGES]
        case To.HAT:
            return [Target(to, str(one)) for one in HATS]
        case To.TAG:
            return [Target(to, one.key) for one in book.household_categories]
    return [Target(To.ALL)]


def _key(found: Notice, target: Target, number: int, reader: Reader) -> Key:
    button = NoticeTargetButton(found.id or 0, str(target.to), number)
    return choice(name_of(target, reader), button, chosen=target in found.audience)


async def notice_to(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """对象: all, compounds (and from there buildings), teams, people; only what is theirs to tell."""
    found = await Notices(uow.session).get(ref)
    writer = await uow.members.get(found.member_id)
    rows: Rows = []
    if may_reach(writer, (Target(To.ALL),)):
        rows.append([_key(found, Target(To.ALL), 0, reader)])
        for number, target in enumerate(choices(To.COMPOUND, reader.playbook)):
            opener = reader.key("button-notice-buildings", NoticeCompoundButton(ref, number))
            rows.append([_key(found, target, number, reader), opener])
        rows.append([reader.key("button-notice-teams", NoticeButton(ref, "teams"))])
        rows.append([reader.key("button-notice-people", NoticeButton(ref, "people"))])
    else:
        rows += [
            [_key(found, target, building_number(reader.playbook, target.place), reader)]
            for compound in reader.playbook.compounds
            for building in compound.buildings
            if may_reach(writer, ((target := Target(To.BUILDING, compound.name, building.name)),))
        ]
    rows.append([reader.key("button-notice-done", NoticeButton(ref, "back"))])
    return Screen(
        reader.words("notice-to", groups=len(await Reach(uow.session).groups(found.audience))), rows
    )


async def notice_buildings(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The buildings of one compound."""
    notice_id, number = divmod(ref, COMPOUNDS)
    found, compound = await Notices(uow.session).get(notice_id), reader.playbook.compounds[number]
    keys = []
    for building in compound.buildings:
        target = Target(To.BUILDING, compound.name, building.name)
        button = NoticeTargetButton(
            notice_id, str(To.BUILDING), building_number(reader.playbook, target.place)
        )
        keys.append(choice(building.name, button, chosen=target in found.audience))
    rows = [*grid(keys[:90], 3), [reader.key("button-notice-back", NoticeButton(notice_id, "to"))]]
    return Screen(
        reader.words("notice-which-building", compound=name_of(Target(To.COMPOUND, compound.name), reader)),
        rows,
    )


async def notice_teams(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Teams with a group."""
    found = await Notices(uow.session).get(ref)
    keys = [
        _key(found, target, number, reader) for number, target in enumerate(choices(To.TEAM, reader.playbook))
    ]
    rows = [*grid(keys, 2), [reader.key("button-notice-back", NoticeButton(ref, "to"))]]
    return Screen(reader.words("notice-which-team"), rows)


async def notice_people(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Who gets it in private: by the language they read, or what they do."""
    found = await Notices(uow.session).get(ref)

    def keys(to: To) -> list[Key]:
        return [_key(found, one, number, reader) for number, one in enumerate(choices(to, reader.playbook))]

    rows = [row for to in (To.LANGUAGE, To.HAT, To.TAG) for row in grid(keys(to), 2)]
    rows = [*rows, [reader.key("button-notice-back", NoticeButton(ref, "to"))]]
    return Screen(reader.words("notice-which-people"), rows)
