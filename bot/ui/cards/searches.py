"""敲门没人应, for who is sent to look and for the coordinators: what was tried, who has it, what is to be done."""

from __future__ import annotations

from bot.domain.place import Place
from bot.domain.visit import Press, Stage, Unanswered
from bot.storage.searchers import Part
from bot.storage.work import UnitOfWork
from bot.ui.buttons.doors import FoundMenuButton
from bot.ui.cards.doors import family_lines, going, press_key, standing, whom
from bot.ui.cards.doors_over import over
from bot.ui.cards.doors_wording import police_words, rescue_words
from bot.ui.cards.status import place_line
from bot.ui.i18n import Markup
from bot.ui.screen import Reader, Rows, Screen

_TRIED = 8


async def door_look(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """请您现在去看一下: the building only; the door and the number for who says 我马上去."""
    state, person, parts = await standing(uow, ref, reader)
    if person is None:
        return None
    if state.is_over:
        return over(state, Part.LOOK, person, reader)
    if Part.LOOK not in parts:
        return Screen(reader.words("search-look-off"))
    [home] = await uow.households.many([state.household_id])
    mine = state.going_id == person.id
    if not mine:
        if who := await going(uow, state):
            return Screen(reader.words("search-going", name=who))
        key = "search-look-again" if state.stage >= Stage.SECOND_KNOCK else "search-look"
        rows = [
            [press_key("button-search-coming", state, Press.COMING, reader)],
            [press_key("button-release", state, Press.CANNOT, reader)],
        ]
        return Screen(reader.words(key, place=place_line(home.place.public, reader)), rows)
    lines = [reader.words("search-look-yours"), *whom(home, reader)]
    if state.odd:
        lines.append(rescue_words(state, home, person, reader))
    if state.stage >= Stage.POLICE:
        lines.append(police_words(state, home, person, reader))
    rows = [[reader.key("button-search-found", FoundMenuButton(ref))]]
    if not state.odd:
        rows.append([press_key("button-search-odd", state, Press.ODD, reader)])
    rows.append([press_key("button-search-not-yet", state, Press.NOT_FOUND, reader)])
    rows.append([press_key("button-release", state, Press.CANNOT, reader)])
    return Screen(Markup("\n".join(lines)), rows, protect=True)


async def door_call(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """The call to the coordinators: where and since when; whom and every number for who takes it."""
    state, person, parts = await standing(uow, ref, reader)
    if person is None or Part.OFFICE not in parts:
        return None
    if state.is_over:
        return over(state, Part.OFFICE, person, reader)
    [home] = await uow.households.many([state.household_id])
    mine = state.taken_by == person.id
    lines = [_head(state, home.place, reader), *_tried(state, reader)]
    if state.odd:
        lines.append(reader.words("search-is-odd"))
    if who := await going(uow, state):
        lines.append(reader.words("search-going", name=who))
    if mine:
        lines += [reader.words("search-yours"), *whom(home, reader)]
        lines += await family_lines(uow, state, reader)
        if state.stage >= Stage.POLICE:
            lines.append(police_words(state, home, person, reader))
        lines.append(reader.words("details-rule"))
    elif state.taken_by is not None:
        lines.append(reader.words("search-taken", name=state.taken_name))
    elif state.stage >= Stage.POLICE:
        lines.append(reader.words("search-police-soon"))
    return Screen(Markup("\n".join(lines)), _office_rows(state, mine, reader), protect=True)


def _head(state: Unanswered, place: Place, reader: Reader) -> Markup:
    key = "search-call" if state.holder_id is not None else "search-call-phone"
    return reader.words(key, place=place_line(place.public, reader), at=state.started_at)


def _tried(state: Unanswered, reader: Reader) -> list[Markup]:
    """What was tried, for who comes next."""
    told = [one for one in state.tried if one.press is not Press.TAKE][-_TRIED:]
    return [reader.words("search-tried", at=one.at, name=one.by_name, press=one.press) for one in told]


def _office_rows(state: Unanswered, mine: bool, reader: Reader) -> Rows:
    found = [reader.key("button-search-found", FoundMenuButton(state.id or 0))]
    if state.taken_by is None:
        return [[press_key("button-search-take", state, Press.TAKE, reader)], found]
    if not mine:
        return [found]
    not_yet = [press_key("button-search-not-yet", state, Press.NOT_FOUND, reader)]
    return [found, not_yet, [press_key("button-release", state, Press.CANNOT, reader)]]
