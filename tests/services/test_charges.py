"""Duties of a building: rights come and go with them, and unclaimed work climbs by them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.charge import building_number, place_numbered
from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.rights import Subject, Verb, may
from bot.domain.role import Ward
from bot.services.access import revoke
from bot.services.charges import end_charge, give_charge, say_hours, show_phone, write_charge
from bot.services.climbing import climb_tasks
from bot.storage.charges import Charges
from bot.storage.database import Database
from tests.services.cast import NOW, newcomer
from tests.services.doing import coordinator, helper, reported, resident, rounds_of
from tests.town import BUILDING, COMPOUND, PLAYBOOK

HERE, NEXT = Place(COMPOUND, BUILDING), Place(COMPOUND, "4号楼")
HOUR, DUE = timedelta(hours=1), NOW + timedelta(hours=4)


async def in_charge(database: Database, duty: str, *places: Place, name: str = "吴师傅") -> Member:
    async with database.work() as uow:
        wu = await newcomer(uow, name)
        await give_charge(uow, wu, duty, places, None, now=NOW)
        return wu


async def test_with_a_duty_come_the_rights_in_that_building_and_with_its_end_they_go(
    database: Database,
) -> None:
    wu = await in_charge(database, "head", HERE)
    async with database.work() as uow:
        wang, member = await coordinator(uow), await uow.members.get(wu.id)
        assert member.wards == (Ward(Role.BUILDING_HEAD, COMPOUND, BUILDING),)
        assert may(member, Verb.POST, Subject(place=HERE))
        assert not may(member, Verb.POST, Subject(place=NEXT))
        [charge] = await Charges(uow.session).of(wu.id)
        await end_charge(uow, charge.id or 0, wang, now=NOW)
        assert not (await uow.members.get(wu.id)).wards
        assert Role.BUILDING_HEAD not in member.roles
        with pytest.raises(RuleError, match="no-charge-over"):
            await end_charge(uow, charge.id or 0, wang, now=NOW)


async def test_the_same_duty_twice_is_once_and_a_second_building_is_one_more(database: Database) -> None:
    wu = await in_charge(database, "grid", HERE)
    async with database.work() as uow:
        member = await uow.members.get(wu.id)
        await give_charge(uow, member, "grid", [HERE, NEXT], None, now=NOW)
        assert [ward.building for ward in member.wards] == [BUILDING, "4号楼"]
        await give_charge(uow, member, "party", [HERE], None, now=NOW)
        assert len(member.wards) == 2, "a duty without a role opens nothing"
        assert member.roles == {Role.RESIDENT, Role.GRID_WORKER}


async def test_a_role_taken_away_ends_its_duties(database: Database) -> None:
    wu = await in_charge(database, "head", HERE)
    async with database.work() as uow:
        wang = await coordinator(uow)
        await revoke(uow, wu.id or 0, Role.BUILDING_HEAD, wang, now=NOW)
    async with database.look() as uow:
        assert await Charges(uow.session).at(HERE) == []
        assert (await uow.members.get(wu.id)).wards == ()


@pytest.mark.parametrize(
    ("duty", "place", "key"),
    [
        ("king", HERE, "no-such-duty"),
        ("head", Place(COMPOUND), "no-such-place"),
        ("head", Place(COMPOUND, "99号楼"), "no-such-place"),
        ("grid", Place("火星"), "no-such-place"),
    ],
)
async def test_a_duty_or_place_the_playbook_does_not_have_is_refused(
    database: Database, duty: str, place: Place, key: str
) -> None:
    async with database.work() as uow:
        wu = await newcomer(uow, "吴师傅")
        with pytest.raises(RuleError, match=key):
            await give_charge(uow, wu, duty, [place], None, now=NOW)


async def test_only_its_holder_decides_about_a_number_and_a_coordinator_about_hours_too(
    database: Database,
) -> None:
    wu = await in_charge(database, "head", HERE)
    async with database.work() as uow:
        wang, mei = await coordinator(uow), await resident(uow)
        [charge] = await Charges(uow.session).of(wu.id)
        for who in (wang, mei):
            with pytest.raises(RuleError):
                await show_phone(uow, charge.id or 0, who, "110", now=NOW)
        with pytest.raises(RuleError):
            await say_hours(uow, charge.id or 0, mei, "never", now=NOW)
        await say_hours(uow, charge.id or 0, wang, "每天 18:00–20:00", now=NOW)
        assert charge.hours == "每天 18:00–20:00"
        assert not charge.phone_shown


async def test_a_name_and_hours_are_read_from_one_line(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await coordinator(uow), await resident(uow)
        await write_charge(uow, "safety", HERE, " 赵伯 , 周末 上午 ", wang, now=NOW)
        with pytest.raises(RuleError, match="no-coordinators-only"):
            await write_charge(uow, "safety", HERE, "我", mei, now=NOW)
        with pytest.raises(RuleError, match="no-words-please"):
            await write_charge(uow, "safety", HERE, "，", wang, now=NOW)
    async with database.look() as uow:
        [charge] = await Charges(uow.session).at(HERE)
        assert (charge.name, charge.hours) == ("赵伯", "周末 上午")


async def test_the_head_of_the_building_is_told_before_all_coordinators(database: Database) -> None:
    wu = await in_charge(database, "head", HERE)
    async with database.work() as uow:
        wang, boss = await coordinator(uow), await helper(uow, "黄队长", leads=True)
        await reported(uow, await resident(uow))
    for moment, leader, head, everybody in (
        (DUE, 2, 0, 0),
        (DUE + 2 * HOUR, 2, 1, 0),
        (DUE + 4 * HOUR, 2, 1, 1),
    ):
        async with database.work() as uow:
            await climb_tasks(uow, now=moment)
        assert await rounds_of(database, "task", boss.telegram_id) == leader
        assert await rounds_of(database, "task", wu.telegram_id) == head
        assert await rounds_of(database, "task", wang.telegram_id) == everybody


async def test_where_the_head_rests_the_grid_worker_stands_in(database: Database) -> None:
    wu = await in_charge(database, "head", HERE)
    grid = await in_charge(database, "grid", Place(COMPOUND), name="网格小吴")
    async with database.work() as uow:
        (await uow.members.get(wu.id)).resting = True
        await coordinator(uow)
        await helper(uow)
        await reported(uow, await resident(uow))
    async with database.work() as uow:
        await climb_tasks(uow, now=DUE)
    assert await rounds_of(database, "task", wu.telegram_id) == 0
    assert await rounds_of(database, "task", grid.telegram_id) == 1


def test_every_building_has_a_number_that_leads_back_to_it() -> None:
    for compound in PLAYBOOK.compounds:
        for building in compound.buildings:
            place = Place(compound.name, building.name)
            assert place_numbered(PLAYBOOK, building_number(PLAYBOOK, place)) == place
    for wrong in (-1, 999, 99_000, 10**9):
        with pytest.raises(RuleError):
            place_numbered(PLAYBOOK, wrong)
