"""What a poster's QR carries is good for as long as the names stay, wherever they stand in the playbook."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.domain.door import door_number, door_payload, place_of_payload
from bot.domain.place import Place
from bot.domain.playbook import Building, Playbook
from bot.playbooks.load import load_playbook

HEYUAN = load_playbook("heyuan")
PLACES = [
    Place(compound.name, building.name, unit)
    for compound in HEYUAN.compounds
    for building in compound.buildings
    for unit in (None, *building.units)
]
DOOR = Place("源昌鑫海湾", "3号楼", "2")


def place_of(playbook: Playbook, payload: str) -> Place | None:
    prefix, _, rest = payload.partition("_")
    assert prefix == "d"
    return place_of_payload(playbook, rest)


def test_every_door_has_a_payload_of_its_own_that_telegram_takes() -> None:
    payloads = {door_payload(place) for place in PLACES}
    assert len(payloads) == len(PLACES)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload) for payload in payloads)
    assert [place_of(HEYUAN, door_payload(place)) for place in PLACES] == PLACES


def test_posters_that_hang_already_never_change() -> None:
    assert door_payload(DOOR) == "d_ckkqbepwkk7po"
    assert door_payload(replace(DOOR, unit=None)) == "d_ao4ehntdrbhiq"


def test_order_and_new_neighbours_in_the_playbook_change_nothing() -> None:
    first = HEYUAN.compounds[0]
    more = replace(first, buildings=(Building("0号楼"), *reversed(first.buildings)))
    turned = replace(HEYUAN, compounds=(*reversed(HEYUAN.compounds[1:]), more))
    assert place_of(turned, door_payload(DOOR)) == DOOR


def test_a_compound_that_is_renamed_keeps_its_posters_by_its_old_name_among_the_aliases() -> None:
    first = HEYUAN.compounds[0]
    renamed = replace(first, name="新海湾", aliases=(*first.aliases, first.name))
    playbook = replace(HEYUAN, compounds=(renamed, *HEYUAN.compounds[1:]))
    assert place_of(playbook, door_payload(DOOR)) == Place("新海湾", "3号楼", "2")


def test_a_building_that_is_gone_is_no_place() -> None:
    first = HEYUAN.compounds[0]
    playbook = replace(HEYUAN, compounds=(replace(first, buildings=()),))
    assert place_of(playbook, door_payload(DOOR)) is None


def test_full_width_digits_and_a_room_make_no_other_door() -> None:
    assert door_number(Place("源昌鑫海湾", "３号楼", "２", "501")) == door_number(DOOR)


@pytest.mark.parametrize(
    "rest", ["", "x", "²", "a" * 13, "A" * 62, "0" * 13, "=" * 13, "\x00", "a_b", "aaaaaaaa"]
)
def test_what_nobody_printed_is_no_place(rest: str) -> None:
    assert place_of_payload(HEYUAN, rest) is None
