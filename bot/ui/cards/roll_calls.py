"""点名: a live board of who is safe, who needs help and where nobody has answered; households on the care list first."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.member import Member
from bot.domain.notice import Notice
from bot.domain.notice.emergency import Roll, RollCall, Safety, rolls
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may
from bot.domain.visit.knock import PROGRAMME
from bot.storage.knocks import Knocks
from bot.storage.notices import Notices
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from bot.ui.buttons.emergencies import RollButton, RollCareButton
from bot.ui.buttons.receiving import KnockButton
from bot.ui.cards.notices import short_of
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_MOST = 40


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
    rows = _rows(ref, roll, member, reader)
    if roll.ended_at is None:
        if care := await _unheard(found, notice, said, mine):
            lines.insert(2, reader.words("roll-care", count=len(care)))
        rows = [*await knock_row(uow, notice, member, mine, reader), *rows]
    return Screen(Markup("\n".join(lines)), rows)


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
    by: dict[str | None, list[Markup]] = {}
    for place, one in order[:_MOST]:
        args = {"safe": one.safe, "help": one.help, "unheard": one.unheard}
        line = reader.words("roll-line", building=place.building or "", **args)
        by.setdefault(place.compound, []).append(line)
    for name, there in by.items():
        compound = reader.playbook.compound(name)
        title = compound.title(reader.language) if compound else name or ""
        lines += [reader.words("reach-compound", compound=title), *there]
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
        rows.append([reader.key("button-roll-care", RollCareButton(ref, 0))])
    if roll.ended_at is None and may(member, Verb.EMERGENCY):
        rows.append([reader.key("button-roll-lift", RollButton(ref, "ask"))])
    return rows


async def knock_row(
    uow: UnitOfWork, notice: Notice, member: Member, there: Iterable[Place], reader: Reader
) -> Rows:
    """请人敲门, where somebody on the care list has not answered and nobody is on their way; of those buildings."""
    places = [place for place in there if may(member, Verb.KNOCK, Subject(place=place))]
    if not places or not notice.valid(reader.now) or reader.playbook.visits.programme(PROGRAMME) is None:
        return []
    silent = await Knocks(uow.session, notice.id or 0).count(notice.audience, places, reader.playbook.visits)
    return [[reader.key("button-knock", KnockButton(notice.id or 0))]] if silent else []


async def roll_lift(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """解除: sure? Once it is, that it is."""
    roll = await RollCalls(uow.session).get(ref)
    if roll.ended_at is not None:
        return Screen(_head(await Notices(uow.session).get(ref), roll, reader))
    rows: Rows = [
        [reader.key("button-notice-back", RollButton(ref, "board"))],
        [reader.key("button-roll-lift", RollButton(ref, "lift"))],
    ]
    return Screen(reader.words("roll-lift-ask"), rows)
