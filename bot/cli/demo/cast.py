"""Who is in the demo, read from cast.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cast:
    """The invented community by name. `residents`: name → has pressed Start before."""

    compound: str
    building: str
    residents: dict[str, bool]
    volunteers: tuple[str, ...]
    coordinator: str
    team: str
    team_group: str
    building_group: str


def read_cast() -> Cast:
    """As it is shipped."""
    sheet = tomllib.loads((Path(__file__).parent / "cast.toml").read_text("utf-8"))
    team = sheet["team"]
    return Cast(
        compound=sheet["compound"],
        building=sheet["building"],
        residents={one["name"]: one["started"] for one in sheet["resident"]},
        volunteers=tuple(team["volunteers"]),
        coordinator=sheet["coordinator"],
        team=team["name"],
        team_group=team["group"],
        building_group=sheet["building_group"]["title"],
    )
