"""敲门没人应, for who stands at the door and for her family: one step at a time, with its buttons."""

from __future__ import annotations

from bot.domain.household import Household
from bot.domain.member import Member
from bot.domain.visit import Found, Press, Sign, Stage, Unanswered
from bot.storage.searchers import Part, contacts_of, parts_of
from bot.storage.searches import Searches
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import (
    FoundButton,
    FoundMenuButton,
    NobodyOpensButton,
    NotNobodyButton,
    SearchPressButton,
    SignButton,
)
from bot.ui.cards.doors_over import over
from bot.ui.cards.doors_wording import police_words, rescue_words
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.phones import dialable
from bot.ui.screen import Key, Reader, Rows, Screen


async def door(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Whom, where, which number, and what to do now. The words for 110 and 120 stand here and nowhere else."""
    state, person, parts = await standing(uow, ref, reader)
    if Part.DOOR not in parts or person is None:
        return over(state, Part.DOOR, person, reader) if state.is_over else None
    if state.is_over:
        return over(state, Part.DOOR, person, reader)
    home = await uow.households.get(state.household_id)
    lines = [reader.words("search-head", at=state.started_at), *whom(home, reader)]
    if state.odd:
        lines.append(rescue_words(state, home, person, reader))
    lines += await _step(uow, state, reader)
    if state.stage >= Stage.POLICE:
        lines.append(police_words(state, home, person, reader))
    if who := await going(uow, state):
        lines.append(reader.words("search-going", name=who))
    undo = state.started_at + reader.playbook.limits.undo
    fresh = state.holder_id == person.id and reader.now <= undo
    rows = _door_rows(state, reader)
    if fresh:
        rows.append([reader.key("button-mistaken", NotNobodyButton(ref))])
    return Screen(Markup("\n".join(lines)), rows, protect=True, until=undo if fresh else None)


async def door_kin(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """For the family: does anybody know where she is?"""
    state, person, parts = await standing(uow, ref, reader)
    if Part.KIN not in parts:
        return None
    if state.is_over:
        return over(state, Part.KIN, person, reader)
    holder = await uow.members.find(state.holder_id)
    if holder is None:
        lines = [reader.words("search-kin-phone", at=state.started_at)]
    else:
        lines = [reader.words("search-kin", name=holder.name, at=state.started_at)]
    lines.append(_office(state, reader))
    if who := await going(uow, state):
        lines.append(reader.words("search-going", name=who))
    rows = [
        [reader.key("button-search-well", FoundButton(ref, Found.ELSEWHERE))],
        [reader.key("button-search-found", FoundMenuButton(ref))],
    ]
    if state.stage <= Stage.FAMILY:
        rows.append([press_key("button-search-unknown", state, Press.NOT_FOUND, reader)])
    return Screen(Markup("\n".join(filter(None, lines))), rows, protect=True)


async def door_which(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """敲门没人应, written by who has several visits: at whose door?"""
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or person.id != ref:
        return None
    rows: Rows = []
    for visit in (await uow.visits.held_by(ref))[:10]:
        if visit.held_by(ref) is not None:
            home = await uow.households.get(visit.household_id)
            names = "、".join(one.name for one in home.present)
            rows.append([reader.key("search-door", NobodyOpensButton(visit.id or 0), who=names)])
    return Screen(reader.words("search-which" if rows else "visits-none"), rows, protect=True)


async def standing(
    uow: UnitOfWork, ref: int, reader: Reader
) -> tuple[Unanswered, Member | None, frozenset[Part]]:
    """The search, who reads, and what they are to it."""
    state = await Searches(uow.session).get(ref)
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return state, person, await parts_of(uow, state, person)


def whom(home: Household, reader: Reader) -> list[Markup]:
    """Name, door and her own numbers."""
    names = "、".join(one.name for one in home.present)
    lines = [reader.words("details-whom", name=names, place=place_line(home.place, reader))]
    phones = ((one.name, phone) for one in home.present for phone in one.phones)
    return lines + [reader.words("visit-phone", name=name, phone=dialable(phone)) for name, phone in phones]


async def family_lines(uow: UnitOfWork, state: Unanswered, reader: Reader) -> list[Markup]:
    """The household's emergency contacts."""
    lines = []
    for one in await contacts_of(uow, state.household_id):
        name = " ".join(filter(None, (one.relation, one.name)))
        lines += [reader.words("visit-phone", name=name, phone=dialable(phone)) for phone in one.phones]
    return lines


async def going(uow: UnitOfWork, state: Unanswered) -> str | None:
    """Who is on the way."""
    person = await uow.members.find(state.going_id)
    return person.name if person else None


def press_key(label: str, state: Unanswered, press: Press, reader: Reader) -> Key:
    """A key that does not end it."""
    return reader.key(label, SearchPressButton(state.id or 0, press, state.stage))


async def _step(uow: UnitOfWork, state: Unanswered, reader: Reader) -> list[Markup]:
    words, lines = reader.words, []
    if state.stage is Stage.DOOR and not state.odd:
        return [words("search-phone-and-listen")]
    if state.stage is Stage.NEIGHBOUR and not state.odd:
        lines.append(words("search-neighbour"))
    elif state.stage is Stage.FAMILY and not state.odd:
        lines.append(words("search-family"))
    contacts = await family_lines(uow, state, reader)
    if contacts:
        lines += [words("search-contacts"), *contacts]
    lines.append(_office(state, reader))
    return [line for line in lines if line]


def _office(state: Unanswered, reader: Reader) -> Markup:
    if state.taken_by is not None:
        return reader.words("search-taken", name=state.taken_name)
    called = state.odd or state.stage >= Stage.OFFICE
    return reader.words("search-called") if called else Markup("")


def _door_rows(state: Unanswered, reader: Reader) -> Rows:
    ref = state.id or 0
    found = [reader.key("button-search-found", FoundMenuButton(ref))]
    if state.odd:
        keys = [_sign_key(state, sign, reader) for sign in Sign]
        return [keys[:2], keys[2:], found]
    odd = [press_key("button-search-odd", state, Press.ODD, reader)]
    if state.stage is Stage.DOOR:
        nothing = [press_key("button-search-nothing", state, Press.NOTHING_ODD, reader)]
        phoned = [reader.key("button-search-phoned", FoundButton(ref, Found.PHONED))]
        return [odd, nothing, phoned, found]
    rows = [found, odd]
    if state.stage <= Stage.FAMILY:
        rows.insert(1, [press_key("button-search-not-yet", state, Press.NOT_FOUND, reader)])
    return rows


def _sign_key(state: Unanswered, sign: Sign, reader: Reader) -> Key:
    key = "button-sign-on" if sign in state.signs else "button-sign"
    return reader.key(key, SignButton(state.id or 0, sign), sign=sign)
