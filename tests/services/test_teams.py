"""Joining a team, what a leader vouches for, and resting."""

from __future__ import annotations

import pytest

from bot.domain.errors import RuleError
from bot.domain.marks import CERTIFIED, STRONG, Mark
from bot.domain.member import Role, Standing
from bot.services.marks import vouch
from bot.services.resting import rest
from bot.services.teams import ask_to_join, decide_join, offer_requests
from bot.storage.database import Database
from tests.services.cast import NOW, OTHER_TEAM, TEAM, cards_in, newcomer, said_to


async def test_leaders_of_that_team_and_coordinators_are_asked_and_nobody_else(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        leader = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        other = await newcomer(uow, "老李", team=OTHER_TEAM, leads=True)
        mate = await newcomer(uow, "小吴", team=TEAM)
        far = await newcomer(uow, "远社工", Role.COORDINATOR, started=False)
        lin = await newcomer(uow, "小林")
        assert await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
    for person, cards in ((wang, ["teammate"]), (leader, ["teammate"]), (other, []), (mate, []), (far, [])):
        assert await cards_in(database, person.telegram_id) == cards


async def test_nobody_to_answer_is_said_and_a_later_coordinator_sees_the_question(database: Database) -> None:
    async with database.work() as uow:
        lin = await newcomer(uow, "小林")
        assert not await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await offer_requests(uow, wang, now=NOW, round_=2)
    assert await cards_in(database, wang.telegram_id) == ["teammate"]


async def test_asking_twice_or_for_a_team_one_is_in_is_refused(database: Database) -> None:
    async with database.work() as uow:
        lin = await newcomer(uow, "小林", team=OTHER_TEAM)
        await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
        for team, key in (
            (TEAM, "no-already-asked"),
            (OTHER_TEAM, "no-already-in-team"),
            ("没有", "no-such-team"),
        ):
            with pytest.raises(RuleError) as refusal:
                await ask_to_join(uow, lin, team, now=NOW, round_=2)
            assert refusal.value.key == key


@pytest.mark.parametrize(("accept", "told"), [(True, "join-accepted"), (False, "join-refused")])
async def test_the_first_answer_holds_and_the_second_hears_whose_it_was(
    database: Database, accept: bool, told: str
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        leader = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        lin = await newcomer(uow, "小林")
        await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
        place_id = lin.teams[0].id or 0
    async with database.work() as uow:
        leader = await uow.members.get(leader.id)
        await decide_join(uow, place_id, accept=accept, by=leader, now=NOW)
    async with database.work() as uow:
        with pytest.raises(RuleError) as refusal:
            await decide_join(uow, place_id, accept=not accept, by=await uow.members.get(wang.id), now=NOW)
        assert refusal.value.key == "no-already-answered"
        assert refusal.value.args_ == {"by": "陈姐", "known": True}
        lin = await uow.members.get(lin.id)
        assert lin.volunteers is accept
    assert [key for key, _ in await said_to(database, lin.telegram_id)] == [told]


async def test_who_was_turned_away_may_ask_again(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        lin = await newcomer(uow, "小林")
        await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
        await decide_join(uow, lin.teams[0].id or 0, accept=False, by=wang, now=NOW)
        assert await ask_to_join(uow, lin, TEAM, now=NOW, round_=2)
    async with database.work() as uow:
        lin, wang = await uow.members.get(lin.id), await uow.members.get(wang.id)
        await decide_join(uow, lin.teams[0].id or 0, accept=True, by=wang, now=NOW)
        assert lin.in_team(TEAM)
    assert [key for key, _ in await said_to(database, lin.telegram_id)] == ["join-refused", "join-accepted"]


async def test_a_leader_decides_and_vouches_for_their_own_team_only(database: Database) -> None:
    async with database.work() as uow:
        leader = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        other = await newcomer(uow, "老李", team=OTHER_TEAM, leads=True)
        lin = await newcomer(uow, "小林")
        await ask_to_join(uow, lin, TEAM, now=NOW, round_=1)
        place_id = lin.teams[0].id or 0
        for act in (
            decide_join(uow, place_id, accept=True, by=other, now=NOW),
            decide_join(uow, place_id, accept=True, by=lin, now=NOW),
            vouch(uow, place_id, CERTIFIED, True, by=other, now=NOW),
        ):
            with pytest.raises(RuleError) as refusal:
                await act
            assert refusal.value.key == "no-leaders-only"
        with pytest.raises(RuleError) as refusal:
            await vouch(uow, place_id, CERTIFIED, True, by=leader, now=NOW)
        assert refusal.value.key == "no-not-in-team"
        await decide_join(uow, place_id, accept=True, by=leader, now=NOW)
        await vouch(uow, place_id, CERTIFIED, True, by=leader, now=NOW)
        await vouch(uow, place_id, STRONG, True, by=leader, now=NOW)
        await vouch(uow, place_id, CERTIFIED, False, by=leader, now=NOW)
    async with database.look() as uow:
        place = (await uow.members.get(lin.id)).in_team(TEAM)
        assert place is not None
        assert place.marks == (Mark(STRONG, NOW, leader.id),)


async def test_a_place_in_a_team_that_nobody_has_is_refused(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        with pytest.raises(RuleError) as refusal:
            await decide_join(uow, 999, accept=True, by=wang, now=NOW)
        assert refusal.value.key == "no-such-member"


async def test_only_who_is_in_a_team_can_rest_from_it(database: Database) -> None:
    async with database.work() as uow:
        lin, mei = await newcomer(uow, "小林", team=TEAM), await newcomer(uow, "梅阿姨")
        await rest(uow, lin, True, now=NOW)
        assert lin.resting
        assert lin.in_team(TEAM)
        assert await uow.members.in_team(TEAM, Standing.ACTIVE) == [lin]
        with pytest.raises(RuleError) as refusal:
            await rest(uow, mei, True, now=NOW)
        assert refusal.value.key == "no-volunteers-only"
