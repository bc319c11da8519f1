"""加看一轮: its questions, one after the other on one card, and then its board, edited in place."""

from __future__ import annotations

from datetime import date

from bot.domain.holiday import holiday_from
from bot.domain.rights import Verb, may
from bot.domain.visit import VisitState
from bot.domain.visit.surge import CHANGED_WITHIN, Surge, SurgeReason
from bot.storage.surges import Surges
from bot.storage.work import UnitOfWork
from bot.ui.buttons.surge import (
    ChangedButton,
    HolidayRoundButton,
    SoonButton,
    SurgeEndButton,
    SurgeKindButton,
    SurgeNextButton,
    SurgePlaceButton,
    SurgeReasonButton,
    SurgeStartButton,
)
from bot.ui.i18n import Markup
from bot.ui.screen import Key, Reader, Rows, Screen

_MOST_PLACES, _MOST_LINES = 60, 60
_DAYS = (0, 1, 3, 7)


async def surge(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """What is still to be chosen; once it runs, how it stands."""
    if not await _coordinates(uow, reader):
        return None
    found = await Surges(uow.session).get(ref)
    if found.started_at is not None:
        return await _board(uow, found, reader)
    if found.chosen == 0:
        return _reasons(ref, reader)
    if found.chosen == 1:
        return _kinds(found, reader)
    if found.chosen == 2:
        return await _places(uow, found, reader)
    keys = [reader.key("button-surge-until", SurgeStartButton(ref, days), days=days) for days in _DAYS]
    return Screen(reader.words("surge-until"), [keys[:2], keys[2:]])


async def holiday(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """A long holiday is coming: an extra round?"""
    if not await _coordinates(uow, reader):
        return None
    found = holiday_from(date.fromordinal(ref))
    said = {"first": found.first, "last": found.last, "days": found.days}
    if reader.playbook.day(reader.now) > found.last:
        return Screen(reader.words("holiday-over", **said))
    return Screen(
        reader.words("holiday-coming", **said), [[reader.key("button-holiday", HolidayRoundButton(ref))]]
    )


async def changed(uow: UnitOfWork, ref: int, reader: Reader) -> Screen | None:
    """Households whose situation changed these days, each with its own press."""
    if not await _coordinates(uow, reader):
        return None
    found = await Surges(uow.session).changed_since(reader.now - CHANGED_WITHIN)
    homes = await uow.households.many(found)
    if not homes:
        return Screen(reader.words("changed-none"))
    rows = []
    for home in homes[:20]:
        who = reader.words.listed(one.name for one in home.present).plain[:12]
        label = " ".join(filter(None, (home.place.building, home.place.room, who)))
        rows.append([Key(label, SoonButton(home.id).pack())])
    return Screen(reader.words("changed-head"), rows, protect=True)


def _reasons(ref: int, reader: Reader) -> Screen:
    keys = [
        reader.key("button-surge-reason", SurgeReasonButton(ref, reason), reason=str(reason))
        for reason in SurgeReason
    ]
    return Screen(
        reader.words("surge-why"), [keys[:2], keys[2:], [reader.key("button-changed", ChangedButton())]]
    )


def _kinds(found: Surge, reader: Reader) -> Screen:
    ref, rows = found.id or 0, []
    keys = []
    for one in reader.playbook.household_categories:
        if not one.hidden_from_volunteers:
            label = _ticked(one.name(reader.language), one.key in found.categories)
            keys.append(Key(label, SurgeKindButton(ref, one.key).pack()))
    rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
    if found.categories:
        rows.append([reader.key("button-next", SurgeNextButton(ref))])
    return Screen(reader.words("surge-whom"), rows)


async def _places(uow: UnitOfWork, found: Surge, reader: Reader) -> Screen:
    ref = found.id or 0
    titles = {one.name: one.title(reader.language) for one in reader.playbook.compounds}
    keys = []
    for n, (compound, building) in enumerate((await Surges(uow.session).buildings())[:_MOST_PLACES]):
        label = f"{titles.get(compound, compound)} {building}"
        keys.append(
            Key(_ticked(label, f"{compound}|{building}" in found.places), SurgePlaceButton(ref, n).pack())
        )
    label = "button-next" if found.places else "button-everywhere"
    rows = [keys[i : i + 2] for i in range(0, len(keys), 2)]
    return Screen(reader.words("surge-where"), [*rows, [reader.key(label, SurgeNextButton(ref))]])


async def _board(uow: UnitOfWork, found: Surge, reader: Reader) -> Screen:
    board = await Surges(uow.session).board(found)
    titles = {one.name: one.title(reader.language) for one in reader.playbook.compounds}
    key = "surge-board" if found.runs else "surge-ended"
    lines = [reader.words(key, reason=str(found.reason), until=found.until_at or "")]
    whole = _numbers(list(board.values()))
    lines.append(reader.words("surge-all", **whole))
    for (compound, building), states in list(board.items())[:_MOST_LINES]:
        place = f"{titles.get(compound, compound)} {building}"
        lines.append(reader.words("surge-line", place=place, **_numbers([states])))
    rows: Rows = [[reader.key("button-surge-end", SurgeEndButton(found.id or 0))]] if found.runs else []
    return Screen(Markup("\n".join(lines)), rows)


def _numbers(each: list[dict[VisitState, int]]) -> dict[str, int]:
    def count(*states: VisitState) -> int:
        return sum(one.get(state, 0) for one in each for state in states)

    return {
        "done": count(VisitState.DONE),
        "open": count(VisitState.OPEN, VisitState.OFFERED, VisitState.CLAIMED),
        "silent": count(VisitState.NO_ANSWER),
        "missed": count(VisitState.MISSED),
        "paused": count(VisitState.PAUSED, VisitState.AWAITING),
    }


def _ticked(label: str, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


async def _coordinates(uow: UnitOfWork, reader: Reader) -> bool:
    person = (await uow.members.by_telegram([reader.chat_id])).get(reader.chat_id)
    return person is not None and may(person, Verb.PLAN_VISITS)
