"""Invites: one link, one person, one day."""

from __future__ import annotations

import asyncio
import secrets
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.errors import RuleError
from bot.domain.invite import Invite
from bot.domain.member import Role
from bot.services.invites import make_invite, redeem_invite
from bot.storage.database import Database
from tests.services.cast import NOW, OTHER_TEAM, TEAM, cards_in, newcomer, said_to

CODE = secrets.token_urlsafe(32)


async def _made(database: Database, role: Role, team: str | None = None, code: str = CODE) -> str:
    async with database.work() as uow:
        return await make_invite(uow, role, team, by=None, now=NOW, code=code)


async def _redeemed(
    database: Database, member_id: int | None, code: str = CODE, after: timedelta = timedelta()
) -> Invite:
    async with database.work() as uow:
        member = await uow.members.get(member_id)
        return await redeem_invite(uow, code, member, now=NOW + after, round_=7)


async def test_the_payload_fits_into_a_link_and_only_a_hash_of_the_code_is_kept(database: Database) -> None:
    payload = await _made(database, Role.COORDINATOR)
    assert payload == f"inv_{CODE}"
    assert len(payload) <= 64
    async with database.look() as uow:
        rows = (await uow.session.execute(text("SELECT * FROM invite"))).all()
        assert len(rows) == 1
        assert CODE not in str(rows)


async def test_who_first_follows_one_to_the_office_of_coordinator_has_it_at_once(database: Database) -> None:
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐")
    await _made(database, Role.COORDINATOR)
    await _redeemed(database, chen.id)
    async with database.look() as uow:
        assert (await uow.members.get(chen.id)).coordinates
    assert await said_to(database, chen.telegram_id) == []


@pytest.mark.parametrize(("role", "leads"), [(Role.VOLUNTEER, False), (Role.LEADER, True)])
async def test_an_invite_for_a_team_opens_that_team_and_no_other(
    database: Database, role: Role, leads: bool
) -> None:
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐")
    await _made(database, role, TEAM)
    await _redeemed(database, chen.id)
    async with database.look() as uow:
        member = await uow.members.get(chen.id)
        place = member.in_team(TEAM)
        assert place is not None
        assert place.leads is leads
        assert member.in_team(OTHER_TEAM) is None
        assert not member.coordinates


async def test_a_member_of_a_team_can_be_made_its_leader(database: Database) -> None:
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐", team=TEAM)
    await _made(database, Role.LEADER, TEAM)
    await _redeemed(database, chen.id)
    async with database.look() as uow:
        place = (await uow.members.get(chen.id)).in_team(TEAM)
        assert place is not None
        assert place.leads


async def test_a_used_an_expired_and_an_unknown_link_are_refused_each_in_its_own_words(
    database: Database,
) -> None:
    async with database.work() as uow:
        first, second = await newcomer(uow, "陈姐"), await newcomer(uow, "小林")
    await _made(database, Role.COORDINATOR)
    await _made(database, Role.COORDINATOR, code="another-code")
    await _redeemed(database, first.id)
    for code, after, key in (
        (CODE, timedelta(), "no-invite-used"),
        ("another-code", timedelta(hours=24, seconds=1), "no-invite-expired"),
        ("made-up", timedelta(), "no-such-invite"),
        ("", timedelta(), "no-such-invite"),
    ):
        with pytest.raises(RuleError) as refusal:
            await _redeemed(database, second.id, code, after)
        assert refusal.value.key == key
    async with database.look() as uow:
        assert not (await uow.members.get(second.id)).coordinates


async def test_pressing_start_twice_is_welcomed_twice(database: Database) -> None:
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐")
    await _made(database, Role.COORDINATOR)
    first, again = await _redeemed(database, chen.id), await _redeemed(database, chen.id)
    assert first.id == again.id


async def test_a_coordinator_who_tries_the_link_out_does_not_use_it_up(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "陈姐")
    await _made(database, Role.COORDINATOR)
    with pytest.raises(RuleError) as refusal:
        await _redeemed(database, wang.id)
    assert refusal.value.key == "no-already-role"
    await _redeemed(database, chen.id)


async def test_of_ten_who_follow_one_link_at_once_one_gets_in(database: Database) -> None:
    async with database.work() as uow:
        people = [await newcomer(uow, f"甲{n}") for n in range(10)]
    await _made(database, Role.COORDINATOR)
    results = await asyncio.gather(*(_redeemed(database, one.id) for one in people), return_exceptions=True)
    assert len([one for one in results if isinstance(one, Invite)]) == 1
    async with database.look() as uow:
        assert len(await uow.members.coordinators()) == 1


async def test_only_coordinators_invite_and_only_an_admin_invites_an_admin(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        leader = await newcomer(uow, "陈姐", team=TEAM, leads=True)
        for by, role, team, key in (
            (leader, Role.VOLUNTEER, TEAM, "no-coordinators-only"),
            (wang, Role.ADMIN, None, "no-admins-only"),
            (wang, Role.VOLUNTEER, "没有这支队", "no-such-team"),
            (wang, Role.LEADER, None, "no-such-team"),
        ):
            with pytest.raises(RuleError) as refusal:
                await make_invite(uow, role, team, by=by, now=NOW, code=CODE)
            assert refusal.value.key == key


async def test_a_new_leader_is_shown_who_has_been_waiting(database: Database) -> None:
    async with database.work() as uow:
        asking, leader = await newcomer(uow, "小林"), await newcomer(uow, "陈姐")
        asking.ask_to_join(TEAM, NOW)
    await _made(database, Role.LEADER, TEAM)
    await _redeemed(database, leader.id)
    assert await cards_in(database, leader.telegram_id) == ["teammate"]
