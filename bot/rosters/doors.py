"""Where a row says somebody lives, as a door the playbook knows."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from bot.domain.place import Place
from bot.domain.playbook import Compound, Playbook
from bot.domain.triage.numerals import NUMERAL, number_of
from bot.domain.triage.places import building_called, door_in
from bot.domain.triage.writing import fold
from bot.rosters.cells import WrongCell

_N = rf"(?:\d{{1,4}}|[{NUMERAL}]{{1,4}}|[a-z])"
_ROOM = rf"(?:[a-z]?-?\d{{1,5}}[a-z]?|[{NUMERAL}]{{1,5}})"
_HOUSE = r"(?:号楼|#楼?|号院|栋楼?|幢楼?|座楼?|号|楼)"
_DIVIDED = r"[-~/_,.\s]"
_BUILDING = re.compile(rf"第?(?P<building>{_N}){_HOUSE}?(?:{_DIVIDED}*第?(?P<unit>{_N})(?:单元|梯))?")
_UNIT = re.compile(rf"第?(?P<unit>{_N})(?:单元|梯|门)?")
_DOOR = re.compile(
    rf"(?:第?(?P<building>{_N})(?:{_HOUSE}{_DIVIDED}*|{_DIVIDED}+))?"
    rf"(?:第?(?P<unit>{_N})(?:(?:单元|梯){_DIVIDED}*|{_DIVIDED}+))?"
    rf"(?:\d{{1,2}}[层楼]{_DIVIDED}*)?(?P<room>{_ROOM})(?:室|号房?|房)?"
)


class Said(NamedTuple):
    """A place as a row writes it, column by column."""

    compound: str | None = None
    building: str | None = None
    unit: str | None = None
    room: str | None = None
    address: str | None = None


class Doors:
    """Reads places; `around` is what the sheet's name or title says of all its rows."""

    def __init__(self, playbook: Playbook, around: Place = Place()) -> None:  # noqa: B008 - immutable
        self._playbook = playbook
        self._around = around
        self.door = lru_cache(maxsize=20_000)(self._door)
        self.home = lru_cache(maxsize=20_000)(self._home)

    def _door(self, said: Said) -> Place:
        """The door of a household. Raises WrongCell with what is missing or not in the playbook."""
        place = self._home(said)
        if place.compound is None:
            raise WrongCell("row-compound-missing")
        if place.building is None:
            raise WrongCell("row-building-missing")
        if place.room is None:
            raise WrongCell("row-room-missing", value=said.room or said.address or "none")
        known = self._playbook.building(place.compound, place.building)
        units = known.units if known else ()
        if not units or place.unit in units:
            return place
        if place.unit is None and len(units) == 1:
            return replace(place, unit=units[0])
        if place.unit is None:
            raise WrongCell("row-unit-missing", building=place.building)
        raise WrongCell("row-unit-unknown", building=place.building, unit=place.unit)

    def _home(self, said: Said) -> Place:
        """As much of a place as the row tells, as far as the playbook knows it. Raises WrongCell if it does not."""
        written = _merged(
            self._written(said.compound, None),
            self._written(said.building, _BUILDING),
            self._written(said.unit, _UNIT),
            self._in_room(said),
            self._written(said.address, _DOOR),
        )
        compound = self._compound(said, written)
        building = building_called(written.building, compound, self._playbook) or self._around.building
        known = self._playbook.compound(compound)
        if building and known and known.buildings and known.building(building) is None:
            raise WrongCell("row-building-unknown", compound=compound, building=building)
        return Place(compound, building, _number(written.unit), _number(written.room))

    def _compound(self, said: Said, written: Place) -> str | None:
        if said.compound and written.compound is None:
            raise WrongCell("row-compound-unknown", value=said.compound)
        only = self._playbook.compounds[0].name if len(self._playbook.compounds) == 1 else None
        return written.compound or self._around.compound or only

    def _in_room(self, said: Said) -> Place:
        """The column of the room may hold the whole door; 1-101 beside a building is unit and room."""
        place = self._written(said.room, _DOOR)
        known = said.building or self._around.building
        if place.building and not place.unit and known and not _houses(said.room or ""):
            return replace(place, building=None, unit=place.building)
        return place

    def _written(self, text: str | None, form: re.Pattern[str] | None) -> Place:
        """What one cell tells of a place, building, unit and room as it writes them."""
        if text is None:
            return Place()
        plain = fold(text).strip()
        compound, start, end = _compound_in(plain, self._playbook)
        rest = plain[end:].strip(" ,-·") or plain[:start]
        if form is None:
            return Place(compound)
        if found := form.fullmatch(rest.strip()):
            parts = found.groupdict()
            return Place(compound, parts.get("building"), parts.get("unit"), parts.get("room"))
        if named := self._named(rest, compound):
            return Place(compound, named)
        place = door_in(rest)
        if rest and place == Place() and form is not _DOOR:
            raise WrongCell("row-place-unclear", value=text)
        return replace(place, compound=compound)

    def _named(self, rest: str, compound: str | None) -> str | None:
        """The mark of a building that has a name of its own (梅楼)."""
        known = self._playbook.compound(compound) if compound else None
        every = known.buildings if known else [b for c in self._playbook.compounds for b in c.buildings]
        return next((one.mark for one in every if fold(one.name) == rest.strip()), None)


def _houses(text: str) -> bool:
    return any(mark in fold(text) for mark in "楼栋幢座#")


def _merged(*places: Place) -> Place:
    """All parts in one; raises WrongCell where two columns say different things."""
    told: dict[str, str] = {}
    for place in places:
        for part in ("compound", "building", "unit", "room"):
            value = getattr(place, part)
            if value is not None and not _same(told.setdefault(part, value), value):
                raise WrongCell("row-place-disagrees", first=told[part], second=value)
    return Place(**told)


def _same(first: str, second: str) -> bool:
    return first == second or _number(first) == _number(second)


def _number(written: str | None) -> str | None:
    """501 of 0501 and 五零一; letters large."""
    if written is None:
        return None
    plain = written.replace("-", "")
    if plain.isdigit() or all(char in NUMERAL for char in plain):
        return number_of(plain)
    return plain.upper()


@lru_cache(maxsize=8)
def _names(playbook: Playbook) -> tuple[tuple[str, str], ...]:
    """Every name of a compound, folded, the longest first, with the name it stands for."""
    names = {fold(name): one.name for one in playbook.compounds for name in _all_names(one)}
    return tuple(sorted(names.items(), key=lambda pair: -len(pair[0])))


def _all_names(compound: Compound) -> tuple[str, ...]:
    return (compound.name, *compound.aliases, *compound.names.values())


def _compound_in(plain: str, playbook: Playbook) -> tuple[str | None, int, int]:
    """The compound a folded text names, and where."""
    for name, meant in _names(playbook):
        if (start := plain.find(name)) >= 0:
            return meant, start, start + len(name)
    return None, 0, 0
