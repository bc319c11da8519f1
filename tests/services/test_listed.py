"""A roster gives nobody a right and takes none away: what differs from it waits for a coordinator's press."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.domain.errors import RuleError
from bot.domain.household import Relation
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.role import Role
from bot.domain.waiting import WaitKind
from bot.services.codes import claim_by_phone, code_from, make_household_code, redeem_code
from bot.services.homes import keep_home, settle_home
from bot.services.listed import follow_list, keep_as_is, settle_door
from bot.storage.database import Database
from bot.storage.machinery import placement
from bot.storage.waits import waits
from bot.storage.work import UnitOfWork
from tests.services import rosters
from tests.services.cast import NOW, cards_in, said_to
from tests.services.doing import coordinator, resident
from tests.services.rosters import household
from tests.town import COMPOUND

TEAM, OTHER = "阳光姐姐", "水上救援队"


def volunteer(name: str, phone: str, teams: str, post: str = "队员") -> list[str]:
    """A line of a volunteers' roster."""
    return [name, phone, teams, "", post]


async def linked(uow: UnitOfWork) -> tuple[Member, Member]:
    """陈姐, who shared her number, and a coordinator."""
    chen, wang = await resident(uow, "陈姐"), await coordinator(uow)
    await claim_by_phone(uow, chen, "13800000001", now=NOW)
    return chen, wang


async def waiting(uow: UnitOfWork) -> list[int]:
    """What a coordinator is to look at."""
    await uow.numbered()
    kinds = (WaitKind.LISTED, WaitKind.MOVED)
    return [one.ref for one in await waits(uow, NOW) if one.kind in kinds]


async def test_a_leader_of_the_roster_leads_when_a_coordinator_says_so(database: Database) -> None:
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM, "队长"))
    async with database.work() as uow:
        chen, wang = await linked(uow)
        assert Role.LEADER not in chen.roles
        [number] = await waiting(uow)
        with pytest.raises(RuleError, match="no-roster-right"):
            await follow_list(uow, number, "leads", TEAM, chen, now=NOW)
        with pytest.raises(RuleError, match="no-listed-over"):
            await follow_list(uow, number, "leads", OTHER, wang, now=NOW)
        await follow_list(uow, number, "leads", TEAM, wang, now=NOW)
        place = chen.in_team(TEAM)
        assert place is not None
        assert (place.leads, Role.LEADER in chen.roles) == (True, True)
        assert await waiting(uow) == []
        with pytest.raises(RuleError, match="no-listed-over"):
            await follow_list(uow, number, "leads", TEAM, wang, now=NOW)


async def test_a_later_roster_changes_nothing_of_who_is_linked_until_somebody_presses(
    database: Database,
) -> None:
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM))
    async with database.work() as uow:
        chen, _ = await linked(uow)
        assert await waiting(uow) == []
        member_id = chen.id or 0
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", f"{TEAM}、{OTHER}"))
    async with database.work() as uow:
        chen, wang = await uow.members.get(member_id), await coordinator(uow, "林社工")
        assert chen.in_team(OTHER) is None
        [number] = await waiting(uow)
        await follow_list(uow, number, "joins", OTHER, wang, now=NOW)
        assert chen.in_team(OTHER) is not None
        assert await waiting(uow) == []
    await rosters.bring(database, "members", volunteer("郑大哥", "13800000002", f"{TEAM}、{OTHER}"))
    async with database.work() as uow:
        chen = await uow.members.get(member_id)
        [number] = await waiting(uow)
        await follow_list(uow, number, "leaves", TEAM, wang, now=NOW)
        assert (chen.in_team(TEAM), await waiting(uow)) == (None, [number])
        await follow_list(uow, number, "leaves", OTHER, wang, now=NOW)
        assert (Role.VOLUNTEER in chen.roles, await waiting(uow)) == (False, [])


async def test_a_team_a_line_names_no_more_waits_for_a_press_and_one_it_never_named_does_not(
    database: Database,
) -> None:
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", f"{TEAM}、{OTHER}"))
    async with database.work() as uow:
        chen, wang = await linked(uow)
        chen.join("百人净滩团", NOW)
        member_id = chen.id
    second = await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM))
    async with database.look() as uow:
        assert len(await waiting(uow)) == 1
    await rosters.undo(database, second)
    async with database.look() as uow:
        assert await waiting(uow) == [], "what was taken back is asked about no more"
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM))
    async with database.work() as uow:
        chen = await uow.members.get(member_id)
        [number] = await waiting(uow)
        with pytest.raises(RuleError, match="no-listed-over"):
            await follow_list(uow, number, "drops", "百人净滩团", wang, now=NOW)
        await follow_list(uow, number, "drops", OTHER, wang, now=NOW)
        assert [one.team for one in chen.teams if chen.in_team(one.team)] == [TEAM, "百人净滩团"]
        assert await waiting(uow) == []


async def test_who_is_a_leader_no_more_on_the_list_stays_one_until_somebody_presses(
    database: Database,
) -> None:
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM, "队长"))
    async with database.work() as uow:
        chen, wang = await linked(uow)
        await follow_list(uow, 1, "leads", TEAM, wang, now=NOW)
        member_id = chen.id
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM))
    async with database.work() as uow:
        chen = await uow.members.get(member_id)
        [number] = await waiting(uow)
        assert Role.LEADER in chen.roles
        await follow_list(uow, number, "steps", TEAM, wang, now=NOW)
        assert (Role.LEADER in chen.roles, chen.in_team(TEAM) is not None) == (False, True)
        assert await waiting(uow) == []


@pytest.mark.parametrize("moved", [True, False])
async def test_who_lives_elsewhere_than_the_list_says_is_asked_once_themselves(
    database: Database, moved: bool
) -> None:
    line = volunteer("陈大姐", "13800000001", TEAM)
    await rosters.bring(database, "members", [*line, COMPOUND, "3号楼"])
    async with database.work() as uow:
        chen, wang = await linked(uow)
        member_id, chat, office = chen.id, chen.telegram_id, wang.telegram_id
        assert chen.home.public == Place(COMPOUND, "3号楼"), (
            "who had said nothing yet lives where the list says"
        )
    for more in ("13900000001", "13900000002"):
        changed = [line[0], f"{line[1]}、{more}", *line[2:], COMPOUND, "4号楼"]
        await rosters.bring(database, "members", changed)
    assert await cards_in(database, chat) == ["listed_home"]
    async with database.work() as uow:
        chen = await uow.members.get(member_id)
        assert chen.building == "3号楼", "nobody moves them but themselves"
        if moved:
            await settle_home(uow, chen, Place(COMPOUND, "4号楼"), now=NOW)
            return
        await uow.session.execute(update(placement).values(message_id=77))
        await keep_home(uow, chen, 77, now=NOW)
    assert [key for key, _ in await said_to(database, office)] == ["listed-home-stays"]


async def test_what_is_left_as_it_is_is_not_asked_again(database: Database) -> None:
    await rosters.bring(database, "members", volunteer("陈大姐", "13800000001", TEAM, "队长"))
    async with database.work() as uow:
        _, wang = await linked(uow)
        [number] = await waiting(uow)
        await keep_as_is(uow, number, wang, now=NOW)
        assert await waiting(uow) == []
    again = volunteer("陈大姐", "13800000001", TEAM, "队长")
    await rosters.bring(database, "members", again, volunteer("郑大哥", "13800000002", TEAM))
    async with database.look() as uow:
        assert await waiting(uow) == []


@pytest.mark.parametrize("moved", [True, False])
async def test_who_is_linked_to_a_door_where_nobody_is_left_is_asked_about(
    database: Database, moved: bool
) -> None:
    roster = await rosters.bring(database, "households", household("住户甲"), household("住户乙", room="502"))
    async with database.work() as uow:
        mei, wang = await resident(uow), await coordinator(uow)
        code = code_from(b"2" * 16)
        await make_household_code(uow, 1, by=wang, now=NOW, code=code)
        await uow.numbered()
        await redeem_code(uow, code, mei, now=NOW)
        member_id = mei.id
    assert roster.new == 2
    await rosters.bring(database, "households", household("住户乙", room="502"))
    async with database.work() as uow:
        mei, wang = await uow.members.get(member_id), await coordinator(uow, "林社工")
        assert mei.room == "501", "nothing happens before somebody says so"
        [number] = await waiting(uow)
        with pytest.raises(RuleError, match="no-coordinators-only"):
            await settle_door(uow, number, mei, moved=moved, now=NOW)
        await settle_door(uow, number, wang, moved=moved, now=NOW)
        links = await uow.households.kin_of(mei.id)
        assert [one.relation for one in links] == ([] if moved else [Relation.LIVES_THERE])
        assert (mei.room, await waiting(uow)) == (None if moved else "501", [])
        with pytest.raises(RuleError, match="no-listed-over"):
            await settle_door(uow, number, wang, moved=moved, now=NOW)


async def test_a_roster_taken_back_asks_nothing_any_more(database: Database) -> None:
    await rosters.bring(database, "households", household("住户甲"), household("住户乙", room="502"))
    async with database.work() as uow:
        mei, wang = await resident(uow), await coordinator(uow)
        code = code_from(b"3" * 16)
        await make_household_code(uow, 1, by=wang, now=NOW, code=code)
        await uow.numbered()
        await redeem_code(uow, code, mei, now=NOW)
    second = await rosters.bring(database, "households", household("住户乙", room="502"))
    await rosters.undo(database, second)
    async with database.look() as uow:
        assert await waiting(uow) == []
