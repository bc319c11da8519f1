"""Who is in the demo, read from cast.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cast:
    """The invented community. `residents`: name → has pressed Start; `teams`: name → title of its group."""

    compound: str
    building: str
    building_group: str
    residents: dict[str, bool]
    volunteers: tuple[str, ...]
    coordinator: str
    teams: dict[str, str]

    @property
    def everybody(self) -> tuple[str, ...]:
        """In the order in which the page shows them."""
        return (*self.residents, *self.volunteers, self.coordinator)


def read_cast() -> Cast:
    """As it is shipped."""
    sheet = tomllib.loads((Path(__file__).parent / "cast.toml").read_text("utf-8"))
    home = sheet["home"]
    return Cast(
        compound=home["compound"],
        building=home["building"],
        building_group=home["group"],
        residents={one["name"]: one["started"] for one in sheet["resident"]},
        volunteers=tuple(sheet["volunteers"]),
        coordinator=sheet["coordinator"],
        teams={one["name"]: one["group"] for one in sheet["team"]},
    )
