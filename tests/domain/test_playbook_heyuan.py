"""The playbook that comes with Linli: ten teams, eight compounds, and a way for every case."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from bot.domain.playbook import Playbook
from bot.playbooks.load import load_playbook, shipped_playbooks

LANGUAGES = ("zh-CN", "zh-TW", "en")


@pytest.fixture(scope="module")
def heyuan() -> Playbook:
    return load_playbook("heyuan")


def test_it_has_ten_teams_and_eight_compounds_with_buildings(heyuan: Playbook) -> None:
    assert len(heyuan.teams) == 10
    assert len(heyuan.compounds) == 8
    assert all(len(compound.buildings) >= 3 for compound in heyuan.compounds)
    assert shipped_playbooks() == ("heyuan",)


def test_every_category_goes_to_a_team_or_to_a_party_that_a_team_follows_up(heyuan: Playbook) -> None:
    for category in heyuan.categories:
        for compound in heyuan.compounds:
            route = heyuan.route(category.key, compound.name)
            assert (route.team is None) != (route.party is None)
            assert (route.follow_up is None) == (route.party is None)


def test_a_party_is_known_by_kind_before_the_compound_is(heyuan: Playbook) -> None:
    assert heyuan.route("lift").kind == "物业"
    assert heyuan.route("lift").party is None
    city = heyuan.route("street").party
    assert city is not None
    assert city.kind == "城管"


def test_an_unclear_category_goes_nowhere_yet(heyuan: Playbook) -> None:
    route = heyuan.route(None, "万科")
    assert (route.team, route.kind, route.party) == (None, None, None)


def test_a_team_lists_its_own_categories_and_every_team_has_something_to_do(heyuan: Playbook) -> None:
    for team in heyuan.teams:
        assert team.categories or team.follow_up
        for key in team.categories:
            category = heyuan.category(key)
            assert category is not None
            assert category.team == team.name


def test_everything_that_is_shown_has_a_name_in_every_language(heyuan: Playbook) -> None:
    named = [
        heyuan.community,
        *heyuan.kinds.values(),
        *(team.names for team in heyuan.teams),
        *(category.names for category in heyuan.categories),
        *(danger.names for danger in heyuan.dangers),
        *(danger.advice for danger in heyuan.dangers),
        *(dial.names for dial in heyuan.dial),
        *(compound.names for compound in heyuan.compounds),
        *(party.names for compound in heyuan.compounds for party in compound.parties.values()),
    ]
    for names in named:
        assert set(names) == set(LANGUAGES), names
        assert all(text.strip() for text in names.values())


def test_every_danger_says_what_to_dial_and_only_numbers_of_the_playbook(heyuan: Playbook) -> None:
    numbers = {dial.number for dial in heyuan.dial}
    assert numbers == {"119", "120", "110", "12356"}
    for danger in heyuan.dangers:
        assert danger.dial
        assert {dial.number for dial in danger.dial} <= numbers


def test_what_is_answered_in_private_goes_to_no_team_by_itself(heyuan: Playbook) -> None:
    private = [danger for danger in heyuan.dangers if danger.private_only]
    assert {danger.key for danger in private} == {"self_harm", "domestic"}
    assert all(danger.sensitive and danger.category is None for danger in private)


def test_compounds_buildings_and_teams_are_found_by_name(heyuan: Playbook) -> None:
    compound = heyuan.compound("鑫海湾")
    assert compound is not None
    assert compound.name == "源昌鑫海湾"
    building = heyuan.building("源昌鑫海湾", "3号楼")
    assert building is not None
    assert (building.mark, building.units) == ("3", ("1", "2"))
    assert heyuan.building("源昌鑫海湾", "99号楼") is None
    assert heyuan.team("阳光姐姐") is not None
    assert heyuan.team(None) is None
    assert heyuan.category("nothing") is None
    assert heyuan.danger("nothing") is None
    assert heyuan.compound("") is None


def test_its_numbers_are_the_ones_the_community_agreed_on(heyuan: Playbook) -> None:
    assert (heyuan.hours.start, heyuan.hours.end) == (time(8, 30), time(20))
    assert heyuan.deadlines.urgent_claim == timedelta(minutes=30)
    assert heyuan.limits.open_tasks == 3
    assert heyuan.limits.confirm_reminder_days == (3, 6)
    assert heyuan.duty.lists_at == (time(8, 30), time(16, 30))


def test_households_it_looks_after_are_named_and_some_are_for_coordinators_alone(heyuan: Playbook) -> None:
    assert {one.key for one in heyuan.household_categories if one.hidden_from_volunteers} == {
        "mental",
        "resettled",
        "correction",
    }
    for one in heyuan.household_categories:
        assert set(one.names) == set(LANGUAGES)
    alone = heyuan.household_category("alone")
    assert alone is not None
    assert alone.name("zh-CN") == "独居老人"
    assert heyuan.household_category("none") is None
