"""To a coordinator: what a new roster says of somebody who is linked, with a press for each."""

from __future__ import annotations

from bot.domain.errors import RuleError
from bot.domain.listed import Differs, differences
from bot.domain.rights import Verb, may
from bot.storage.listed import ListedPeople
from bot.storage.work import UnitOfWork
from bot.ui.buttons.listed import FollowListButton, KeepListedButton, MovedButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_BUTTONS = {
    Differs.LEADS: "button-listed-leads",
    Differs.JOINS: "button-listed-joins",
    Differs.LEAVES: "button-listed-leaves",
    Differs.DROPS: "button-listed-leaves",
    Differs.STEPS_DOWN: "button-listed-steps",
}


async def listed(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A volunteer: 队长 there and not here, in another team, or not there any more, or no longer 队长."""
    if not await _may(uow, reader, Verb.IMPORT):
        return None
    people = ListedPeople(uow.session, uow.keychain)
    try:
        told = await people.get(ref)
    except RuleError:
        return Screen(reader.words("listed-over"))
    waiting = {number for number, _, _ in await people.asking()}
    member = await uow.members.get(told.member_id)
    lines, rows = [reader.words("listed-head", name=member.name, listed=told.name)], Rows()
    for differs, team in differences(member, told) if ref in waiting else ():
        found = reader.playbook.team(team)
        if found is None:
            continue
        lines.append(reader.words("listed-differs", differs=str(differs), team=found.title(reader.language)))
        press = FollowListButton(ref, differs, reader.playbook.teams.index(found))
        rows.append([reader.key(_BUTTONS[differs], press, n=len(rows) + 1)])
    if not rows:
        return Screen(reader.words("listed-over"))
    rows.append([reader.key("button-listed-keep", KeepListedButton(ref))])
    return Screen(Markup("\n".join(lines)), rows)


async def moved_out(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Somebody linked to a door behind which the roster has nobody any more."""
    if not await _may(uow, reader, Verb.HOUSEHOLD):
        return None
    waiting = {one.id: one for one in await ListedPeople(uow.session, uow.keychain).at_empty_doors()}
    link = waiting.get(ref)
    if link is None:
        return Screen(reader.words("listed-over"))
    member, home = await uow.members.get(link.member_id), await uow.households.get(link.household_id)
    text = reader.words("moved-out", name=member.name, place=place_line(home.place, reader))
    moved, stays = (
        reader.key("button-moved-out", MovedButton(ref, 1)),
        reader.key("button-lives-there", MovedButton(ref, 0)),
    )
    return Screen(text, [[moved], [stays]], protect=True)


async def _may(uow: UnitOfWork, reader: Reader, verb: Verb) -> bool:
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return person is not None and may(person, verb)
