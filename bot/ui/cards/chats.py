"""Cards in a group: what it is for, asked step by step, and then said for everybody."""

from __future__ import annotations

from bot.domain.chat import Chat, ChatKind
from bot.storage.work import UnitOfWork
from bot.ui.buttons.chats import (
    BindBuildingButton,
    BindTeamButton,
    BuildingGroupButton,
    GroupCompoundButton,
    GroupLanguageButton,
    TeamGroupButton,
)
from bot.ui.cards.status import place_line, team_name
from bot.ui.grid import choice, grid
from bot.ui.i18n import LANGUAGES, words_for
from bot.ui.screen import Reader, Screen

HELLO = "hello"
"""Start payload of a link that only opens the private chat."""


async def group(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What the group is for; asked while nobody has said."""
    chat = await uow.chats.find(reader.chat_id)
    if chat is None or chat.kind is ChatKind.UNBOUND:
        rows = [
            [
                reader.key("button-building", BuildingGroupButton()),
                reader.key("button-team", TeamGroupButton()),
            ]
        ]
        return Screen(reader.words("group-ask"), rows)
    talk = reader.start_key("button-talk", HELLO)
    if chat.kind is ChatKind.TEAM:
        return Screen(reader.words("group-of-team", team=team_name(chat.team, reader)), [[talk]])
    place = place_line(chat.place, reader)
    key = "group-of-building-all" if chat.hears_all else "group-of-building"
    return Screen(reader.words(key, place=place, username=reader.username), [[talk]])


async def group_help(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """To somebody who asked for help in a group."""
    return Screen(reader.words("group-help"), [[reader.start_key("button-talk", HELLO)]])


async def group_compounds(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which compound? Gone once the group is bound, like the steps below."""
    if not await _asked(uow, reader):
        return None
    keys = [
        choice(compound.title(reader.language), GroupCompoundButton(compound.name))
        for compound in reader.playbook.compounds
    ]
    return Screen(reader.words("group-compound-ask"), grid(keys, 2))


async def group_buildings(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which building of the compound of that number in the playbook?"""
    if not await _asked(uow, reader) or not 0 <= ref < len(reader.playbook.compounds):
        return None
    compound = reader.playbook.compounds[ref]
    keys = [
        choice(
            reader.words.plain("place-building", building=building.name),
            BindBuildingButton(compound.name, building.name),
        )
        for building in compound.buildings
    ]
    title = compound.title(reader.language)
    return Screen(reader.words("group-building-ask", compound=title), grid(keys, 3))


async def group_teams(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which team?"""
    if not await _asked(uow, reader):
        return None
    keys = [choice(team.title(reader.language), BindTeamButton(team.name)) for team in reader.playbook.teams]
    return Screen(reader.words("group-team-ask"), grid(keys, 2))


async def group_which(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Several compounds have such a building. `ref`: a compound's number × 1000 + the building's.

    Gone once the group is bound to one of them.
    """
    number, position = divmod(ref, 1000)
    compounds = reader.playbook.compounds
    if not 0 <= number < len(compounds) or not position < len(compounds[number].buildings):
        return None
    asked = compounds[number].buildings[position]
    alike = [(one, same) for one in compounds for same in one.buildings if same.mark == asked.mark]
    chat = await uow.chats.find(reader.chat_id)
    if chat is not None and any(
        (chat.compound, chat.building) == (one.name, same.name) for one, same in alike
    ):
        return None
    keys = [
        choice(one.title(reader.language), BindBuildingButton(one.name, same.name)) for one, same in alike
    ]
    building = reader.words("place-building", building=asked.name)
    return Screen(reader.words("group-which-ask", building=building), grid(keys, 2))


async def _asked(uow: UnitOfWork, reader: Reader) -> bool:
    chat: Chat | None = await uow.chats.find(reader.chat_id)
    return chat is None or chat.kind is ChatKind.UNBOUND


async def group_language(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which language do its people read?"""
    rows = [
        [
            choice(
                words_for(one, reader.playbook.zone).plain("language-name"),
                GroupLanguageButton(one),
                chosen=one == reader.language,
            )
        ]
        for one in LANGUAGES
    ]
    return Screen(reader.words("group-language-ask"), rows)
