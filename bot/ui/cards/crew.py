"""The members of a team, to somebody who leads it: by name, never as a ranking."""

from __future__ import annotations

from datetime import UTC, datetime, time

from bot.domain.member import Member, TeamPlace
from bot.domain.pages import page_ref, row_and_page
from bot.domain.rights import Subject, Verb, may
from bot.domain.service_time import month_of
from bot.storage.loads import Loads
from bot.storage.offers import Offers
from bot.storage.service_times import ServiceTimes
from bot.storage.work import UnitOfWork
from bot.ui.buttons.service_time import TimesButton
from bot.ui.buttons.teams import CrewButton, TeammateButton
from bot.ui.cards.marks import mark_name
from bot.ui.cards.service_time import spoken
from bot.ui.grid import choice, grid, turning
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

PAGE = 12
"""Members at one time: what is said of each must fit into one message."""


async def crew(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A page of the team of that number in the playbook: marks, rest, what they have in hand, when last asked."""
    number, page = row_and_page(ref)
    if not 0 <= number < len(reader.playbook.teams):
        return None
    team = reader.playbook.teams[number]
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    if person is None or not may(person, Verb.SEE_TEAM, Subject(team=team.name)):
        return None
    people = sorted(await uow.members.in_team(team.name), key=_by_name)
    here = people[page * PAGE : (page + 1) * PAGE]
    lines = [reader.words("crew", team=team.title(reader.language), count=len(people))]
    lines += await _lines(uow, here, team.name, reader)
    keys = [_key(one, place) for one in here if (place := one.in_team(team.name))]
    waiting = [
        one for one in await ServiceTimes(uow.session).waiting([team.name]) if one.member_id != person.id
    ]
    rows: Rows = [*grid(keys, 2), _turning(team.name, page, len(people), reader)]
    if waiting and may(person, Verb.CONFIRM_TIME, Subject(team=team.name)):
        rows.append([reader.key("button-times", TimesButton(), n=len(waiting))])
    return Screen(Markup("\n".join(lines)), rows)


def crew_ref(number: int, page: int) -> int:
    """A page of the team of that number."""
    return page_ref(number, page)


async def _lines(uow: UnitOfWork, people: list[Member], team: str, reader: Reader) -> list[Markup]:
    ids = [one.id for one in people if one.id is not None]
    first, _ = month_of(reader.playbook.day(reader.now))
    since = datetime.combine(first, time(), reader.playbook.zone).astimezone(UTC)
    loads, asked = await Loads(uow.session).of(ids), await Offers(uow.session).last_asked(ids)
    given = await ServiceTimes(uow.session).minutes_of(ids, team, since)
    lines = []
    for one in people:
        number = one.id or 0
        parts = [reader.words("crew-name", name=one.name), *_state(one, team, reader)]
        if loads.get(number):
            parts.append(reader.words("crew-busy", count=loads[number]))
        if number in asked and asked[number] <= reader.now:
            parts.append(reader.words("crew-asked", at=asked[number]))
        if given.get(number):
            parts.append(reader.words("crew-time", time=spoken(given[number], reader)))
        lines.append(Markup(" · ".join(parts)))
    return lines


def _state(one: Member, team: str, reader: Reader) -> list[Markup]:
    place, today = one.in_team(team), reader.playbook.day(reader.now)
    marks = [mark_name(mark.kind, reader) for mark in (place.marks if place else ()) if mark.holds(today)]
    parts = [reader.words("crew-mark", what=what) for what in marks]
    if one.resting and one.rest_until is not None:
        parts.append(reader.words("crew-rests-until", until=one.rest_until))
    elif one.resting:
        parts.append(reader.words("crew-rests"))
    if not one.reachable:
        parts.append(reader.words("crew-unreachable"))
    return parts


def _turning(team: str, page: int, count: int, reader: Reader) -> list[Key]:
    return turning(reader, page, PAGE, count, lambda to: CrewButton(team, to))


def _key(person: Member, place: TeamPlace) -> Key:
    return choice(person.name, TeammateButton(place.id or 0), chosen=place.leads, mark="★")


def _by_name(person: Member) -> tuple[bytes, int]:
    """As a Chinese dictionary goes: the national code has common characters in the order of their sounds."""
    return person.name.encode("gb18030", "replace"), person.id or 0
