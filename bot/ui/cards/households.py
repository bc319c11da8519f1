"""A household, for a coordinator in private."""

from __future__ import annotations

from bot.domain.rights import Verb, may
from bot.storage.work import UnitOfWork
from bot.ui.buttons.households import HouseholdCodeButton
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Screen


async def household(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The door, who lives there, and why the community looks after them."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not may(member, Verb.HOUSEHOLD):
        return None
    home = await uow.households.get(ref)
    lines = [reader.words("household-door", place=place_line(home.place, reader))]
    for one in home.present:
        kinds = one.kinds(reader.playbook, to_volunteers=False)
        named = [kind.name(reader.language) for kind in kinds]
        lines.append(reader.words("household-dweller", name=one.name, kinds=named or "none"))
    rows = [[reader.key("button-household-code", HouseholdCodeButton(home.id))]]
    return Screen(Markup("\n".join(lines)), rows, protect=True)
