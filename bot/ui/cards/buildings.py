"""我的楼: what is open in a building, which notices are not read there yet, who helps today."""

from __future__ import annotations

from bot.domain.case import Case, CaseState
from bot.domain.charge import building_number, place_numbered, places_of
from bot.domain.rights import Subject, Verb, may
from bot.storage.work import UnitOfWork
from bot.ui.buttons.charges import (
    BuildingButton,
    ChaseButton,
    MyChargesButton,
    PostButton,
    ReplyButton,
)
from bot.ui.buttons.events import ArriveButton
from bot.ui.cards.reach import knock_rows_here, unread_lines
from bot.ui.cards.status import category_name, party_name, place_line, team_name
from bot.ui.grid import choice, grid
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

MOST = 12
_CHASED = 4


async def my_buildings(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Which of the buildings somebody looks after?"""
    member = await uow.members.get(ref)
    if member.telegram_id != reader.chat_id:
        return None
    keys = [
        choice(
            reader.words.plain("place-building", building=place.building or ""),
            BuildingButton(building_number(reader.playbook, place)),
        )
        for place in places_of(member.wards, reader.playbook)
    ]
    rows = [*grid(keys[:90], 3), [reader.key("button-my-charges", MyChargesButton())]]
    return Screen(reader.words("my-buildings-which"), rows)


async def building(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Public facts alone: what is sensitive has no line here."""
    place = place_numbered(reader.playbook, ref)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not may(member, Verb.BUILDING, Subject(place=place)):
        return None
    cases = [one for one in await uow.cases.open_in(place.compound, place.building) if not one.sensitive][
        -MOST:
    ]
    lines = [reader.words("building-head", place=place_line(place, reader), count=len(cases))]
    helpers: dict[str, None] = {}
    for one in cases:
        for task in await uow.tasks.live_of_case(one.id):
            helpers |= dict.fromkeys(hold.name for hold in task.active)
        lines.append(_line(one, reader))
    if helpers:
        lines.append(reader.words("building-helpers", names=list(helpers)))
    lines += await unread_lines(uow, place, reader)
    rows: Rows = [[reader.key("button-post", PostButton(ref))], *await knock_rows_here(uow, place, reader)]
    if may(member, Verb.SEND_VISIT, Subject(place=place)) and reader.playbook.visits.arrivals:
        rows.append([reader.key("button-arrive", ArriveButton(ref))])
    referred = [one for one in cases if one.state is CaseState.REFERRED]
    for one in referred[-_CHASED:]:
        rows.append(
            [
                reader.key("button-chase", ChaseButton(one.id or 0), no=one.number),
                reader.key("button-party-reply", ReplyButton(one.id or 0), no=one.number),
            ]
        )
    if member.wards:
        rows.append([reader.key("button-my-charges", MyChargesButton())])
    return Screen(Markup("\n".join(lines)), rows)


def _line(case: Case, reader: Reader) -> Markup:
    """As the neighbours' card says it: what, and where it stands; no words, no flat, no name of who reported it."""
    who = party_name(case, reader) if case.party else team_name(case.team, reader)
    return reader.words(
        "building-line",
        no=case.number,
        category=category_name(case.category, reader),
        state=str(case.state),
        who=who,
        by=case.promised_at or case.claim_due_at,
    )
