"""点名: a live board of who is safe, who needs help and where nobody has answered; households on the care list first."""

from __future__ import annotations

from bot.domain.member import Member
from bot.domain.notice import Notice
from bot.domain.notice.emergency import Roll, RollCall, Safety, Word, rolls
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may
from bot.storage.notices import Notices
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import RollButton
from bot.ui.cards.notices import short_of
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_MOST, _HOMES = 40, 30


async def roll_call(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """By building, as far as it is theirs to see: where help is needed first, then where most have not answered."""
    notice, found = await Notices(uow.session).get(ref), RollCalls(uow.session)
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    roll = await found.of(ref)
    if roll is None or member is None or not member.active:
        return None
    said = await found.said(ref)
    each = rolls(said, await found.homes(notice.audience), await found.people(notice.audience))
    mine = {place: one for place, one in each.items() if may(member, Verb.ROLL_CALL, Subject(place=place))}
    office = may(member, Verb.EMERGENCY)
    if not mine and not office:
        return None
    lines = [_head(notice, roll, reader), *_buildings(mine, reader)]
    care = await _unheard(found, notice, said, mine)
    if care:
        lines.insert(2, reader.words("roll-care", count=len(care)))
    return Screen(Markup("\n".join(lines)), _rows(ref, roll, member, reader))


def _head(notice: Notice, roll: RollCall, reader: Reader) -> Markup:
    text, at = short_of(notice, reader, 40), roll.ended_at or roll.called_at or roll.made_at
    return reader.words("roll-head", text=text, over=roll.ended_at is not None, at=at)


def _buildings(mine: dict[Place, Roll], reader: Reader) -> list[Markup]:
    every = list(mine.values())
    total = Roll(
        sum(one.known for one in every),
        0,
        sum(one.safe for one in every),
        sum(one.help for one in every),
    )
    unheard = sum(one.unheard for one in every)
    lines = [reader.words("roll-total", safe=total.safe, help=total.help, unheard=unheard)]
    order = sorted(mine.items(), key=lambda one: (-one[1].help, -one[1].unheard, str(one[0])))
    for place, one in order[:_MOST]:
        name = reader.words("roll-place", compound=place.compound or "", building=place.building or "")
        args = {"safe": one.safe, "help": one.help, "unheard": one.unheard}
        lines.append(reader.words("roll-line", place=name, **args))
    return lines


async def _unheard(
    found: RollCalls, notice: Notice, said: list[Safety], mine: dict[Place, Roll]
) -> list[int]:
    """Households on the care list of which nobody has heard."""
    heard = {one.household_id for one in said}
    homes = await found.cared_for(notice.audience)
    return [number for number, place in homes.items() if place in mine and number not in heard]


def _rows(ref: int, roll: RollCall, member: Member, reader: Reader) -> Rows:
    rows: Rows = []
    if may(member, Verb.PLAN_VISITS):
        rows.append([reader.key("button-roll-care", RollButton(ref, "care"))])
    if roll.ended_at is None and may(member, Verb.EMERGENCY):
        rows.append([reader.key("button-roll-lift", RollButton(ref, "ask"))])
    return rows


async def roll_lift(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """解除: sure?"""
    rows: Rows = [
        [reader.key("button-notice-back", RollButton(ref, "board"))],
        [reader.key("button-roll-lift", RollButton(ref, "lift"))],
    ]
    return Screen(reader.words("roll-lift-ask"), rows)


async def roll_care(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Household by household of the care list, for coordinators: who needs help first, then where nobody has answered."""
    member = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if member is None or not may(member, Verb.PLAN_VISITS):
        return None
    notice, found = await Notices(uow.session).get(ref), RollCalls(uow.session)
    words: dict[int | None, Word] = {}
    for one in await found.said(ref):
        if words.get(one.household_id) is not Word.HELP:
            words[one.household_id] = one.word
    order = {Word.HELP: 0, None: 1, Word.SAFE: 2}
    numbers = sorted(await found.cared_for(notice.audience), key=lambda number: order[words.get(number)])
    homes = {one.id: one for one in await uow.households.many(numbers[:_HOMES])}
    lines = [reader.words("roll-care-head", count=len(numbers))]
    for number in numbers[:_HOMES]:
        home, word = homes[number], words.get(number)
        names = "、".join(one.name for one in home.present)
        door = "-".join(filter(None, (home.place.building, home.place.unit, home.place.room)))
        how = str(word) if word else "unheard"
        lines.append(reader.words("roll-home", place=f"{home.place.compound} {door}", name=names, how=how))
    rows: Rows = [[reader.key("button-notice-back", RollButton(ref, "board"))]]
    return Screen(Markup("\n".join(lines)), rows, protect=True)
