"""What a roster said before of a volunteer and does not say now: a coordinator is asked about it, nobody else knows."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Former:
    """Teams it named before; whether it had them as a leader; the home they were asked about last."""

    teams: tuple[str, ...] = ()
    led: bool = False
    asked: tuple[str, str] | None = None

    def after(self, was: Collection[str], led: bool, now: Collection[str], leads: bool) -> Former:
        """A new roster names other teams."""
        dropped = tuple(sorted({*self.teams, *was} - {*now}))
        return Former(dropped, (self.led or led) and not leads, self.asked)

    def written(self) -> str | None:
        """As a column keeps it."""
        told = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(told, ensure_ascii=False) if told else None


def read_former(written: str | None) -> Former:
    """From its column."""
    told = json.loads(written) if written else {}
    asked = told.get("asked")
    return Former(
        tuple(told.get("teams", ())), bool(told.get("led")), (asked[0], asked[1]) if asked else None
    )
