"""What a group is for, read from the words after /bind: 3号楼, 源昌鑫海湾 3号楼, 阳光姐姐."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.playbook import Building, Compound, Playbook, Team
from bot.domain.triage.numerals import NUMERAL, number_of
from bot.domain.triage.places import place_in
from bot.domain.triage.reading import read
from bot.domain.triage.writing import clean, fold

_BARE = re.compile(rf"\d+|[{NUMERAL}]+|[a-z]")


@dataclass(frozen=True, slots=True)
class Purpose:
    """A building of a compound, or a team."""

    compound: str | None = None
    building: str | None = None
    team: str | None = None

    def check(self, playbook: Playbook) -> None:
        """Raises RuleError unless the playbook has it."""
        if self.team is not None and playbook.team(self.team) is None:
            raise RuleError("no-such-team", team=self.team)
        if self.team is None and playbook.building(self.compound, self.building) is None:
            raise RuleError("no-such-place")


def purposes(text: str, playbook: Playbook) -> list[Purpose]:
    """All that the words may mean; several where a building's number does not tell the compound."""
    said = _plain(text).removesuffix("群")
    teams = [team for team in playbook.teams if said in _names(team)]
    if teams:
        return [Purpose(team=team.name) for team in teams]
    place = place_in(read(text, playbook), playbook, Place())
    named = playbook.compound(place.compound)
    mark = Building(place.building).mark if place.building else _bare(said, named)
    compounds = [named] if named else playbook.compounds
    return [Purpose(one.name, b.name) for one in compounds for b in one.buildings if b.mark == mark]


def _bare(said: str, compound: Compound | None) -> str | None:
    """A building's number or letter and nothing else: 3, 三, A."""
    for name in (compound.name, *compound.aliases) if compound else ():
        said = said.replace(_plain(name), "")
    if not _BARE.fullmatch(said):
        return None
    return said.upper() if said.isascii() and said.isalpha() else number_of(said)


def _names(team: Team) -> set[str]:
    return {_plain(name) for name in (team.name, *team.names.values())}


def _plain(text: str) -> str:
    """As compared: simplified, half-width, small letters, no spaces or quotes."""
    return re.sub(r"[\s\"',，、。·]", "", fold(clean(text)))
