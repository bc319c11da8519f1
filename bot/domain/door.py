"""The link on a building's door: what a poster's QR carries, good for as long as the names stay.

A poster hangs for years, while compounds and buildings come and go in the playbook. So its payload is no position
but a short fingerprint of the names: `d_` and thirteen of a-z2-7, made of compound, building and perhaps unit. A
compound that is renamed keeps its posters if its old name stays among its aliases.
"""

from __future__ import annotations

import base64
import binascii
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from weakref import WeakKeyDictionary

from bot.domain.place import Place
from bot.domain.playbook import Playbook

PREFIX = "d"
_BYTES = 8
_MOST = 2**63 - 1
_known: WeakKeyDictionary[Playbook, dict[int, Place]] = WeakKeyDictionary()


def door_number(place: Place) -> int:
    """The fingerprint as a number below 2**63; a room does not count."""
    names = "\n".join(_plain(name) for name in (place.compound, place.building, place.unit) if name)
    return int.from_bytes(blake2b(names.encode(), digest_size=_BYTES).digest()) & _MOST


def door_payload(place: Place) -> str:
    """What follows `?start=` on the poster of that building, or of that unit if one is named."""
    code = base64.b32encode(door_number(place).to_bytes(_BYTES)).decode()
    return f"{PREFIX}_{code.rstrip('=').lower()}"


def place_of_payload(playbook: Playbook, rest: str) -> Place | None:
    """The place of a payload's end (after `d_`), in the playbook's names; None for one that is not there (any more)."""
    try:
        number = int.from_bytes(base64.b32decode(rest.upper() + "==="))
    except (binascii.Error, ValueError):
        return None
    return place_of_door(playbook, number)


def place_of_door(playbook: Playbook, number: int) -> Place | None:
    """The place whose fingerprint that is."""
    known = _known.get(playbook)
    if known is None:
        known = _known[playbook] = dict(_doors(playbook))
    return known.get(number)


def _doors(playbook: Playbook) -> Iterator[tuple[int, Place]]:
    """Every building and unit; by present names last, so that they win over what was once called the same."""
    for old in (True, False):
        for compound in playbook.compounds:
            for name in compound.aliases if old else (compound.name,):
                for building in compound.buildings:
                    for unit in (None, *building.units):
                        place = Place(compound.name, building.name, unit)
                        yield door_number(Place(name, building.name, unit)), place


def _plain(name: str) -> str:
    """３号楼 and 3号楼 are one name."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
