"""停用, /logout and 恢复: what is in hand goes back first; and an office takes two people."""

from __future__ import annotations

import pytest

from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.role import Access
from bot.domain.task import TaskState
from bot.services.access import log_out, restore, revoke, suspend
from bot.services.appointing import decide_proposal, expire_proposals
from bot.services.claims import claim_task
from bot.services.invites import make_invite, redeem_invite
from bot.storage.database import Database
from bot.storage.proposals import Proposals
from tests.services.cast import NOW, cards_in, newcomer, said_to
from tests.services.doing import coordinator, helper, reported, resident

LATER = NOW.replace(day=NOW.day + 4)


async def invited(
    database: Database, role: Role, by: int | None, guest: int | None, code: str = "code"
) -> None:
    """Somebody follows a link to an office made by `by` (None: the command line)."""
    async with database.work() as uow:
        maker = await uow.members.get(by) if by else None
        await make_invite(uow, role, None, by=maker, now=NOW, code=code)
    async with database.work() as uow:
        await redeem_invite(uow, code, await uow.members.get(guest), now=NOW, round_=1)


async def roles_of(database: Database, member_id: int | None) -> frozenset[Role]:
    async with database.look() as uow:
        return (await uow.members.get(member_id)).roles


async def test_what_somebody_holds_goes_back_before_they_are_suspended(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await helper(uow)
        _, task = await reported(uow, await resident(uow))
        await claim_task(uow, task.id or 0, chen, now=NOW)
    async with database.work() as uow:
        by = await uow.members.get(wang.id)
        member = await suspend(uow, chen.id or 0, by, now=NOW)
        assert member.access is Access.SUSPENDED
        found = await uow.tasks.get(task.id)
        assert found.state is TaskState.OPEN
        with pytest.raises(RuleError, match="no-suspended"):
            await claim_task(uow, task.id or 0, member, now=NOW)
    async with database.work() as uow:
        await restore(uow, chen.id or 0, await uow.members.get(wang.id), now=NOW)
        await claim_task(uow, task.id or 0, await uow.members.get(chen.id), now=NOW)


async def test_whoever_is_suspended_is_called_for_nothing(database: Database) -> None:
    async with database.work() as uow:
        wang, li = await coordinator(uow), await coordinator(uow, "李社工")
        await suspend(uow, li.id or 0, wang, now=NOW)
    async with database.look() as uow:
        assert [m.id for m in await uow.members.coordinators()] == [wang.id]


async def test_nobody_suspends_themselves_and_no_coordinator_an_admin(database: Database) -> None:
    async with database.work() as uow:
        wang, boss = await coordinator(uow), await newcomer(uow, "张主任", Role.ADMIN)
        other = await newcomer(uow, "赵主任", Role.ADMIN)
        for who, by, key in ((wang, wang, "no-not-yourself"), (boss, wang, "no-admins-only")):
            with pytest.raises(RuleError, match=key):
                await suspend(uow, who.id or 0, by, now=NOW)
        await suspend(uow, other.id or 0, boss, now=NOW)
        with pytest.raises(RuleError, match="no-last-admin"):
            await log_out(uow, boss, now=NOW)


async def test_who_logged_out_comes_back_only_by_a_coordinator(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await helper(uow)
        await log_out(uow, chen, now=NOW)
        with pytest.raises(RuleError, match="no-logged-out"):
            await log_out(uow, chen, now=NOW)
        await restore(uow, chen.id or 0, wang, now=NOW)
        assert chen.active
        assert chen.volunteers


async def test_a_role_taken_away_takes_along_what_it_opened(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await helper(uow, leads=True)
        await revoke(uow, chen.id or 0, Role.VOLUNTEER, wang, now=NOW)
        assert not chen.volunteers
        assert chen.roles == {Role.RESIDENT}
        with pytest.raises(RuleError, match="no-such-role"):
            await revoke(uow, chen.id or 0, Role.RESIDENT, wang, now=NOW)


async def test_the_first_office_is_given_by_the_command_line_at_once(database: Database) -> None:
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐")
    await invited(database, Role.COORDINATOR, None, chen.id)
    assert Role.COORDINATOR in await roles_of(database, chen.id)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMIN])
async def test_a_later_one_by_the_command_line_needs_the_coordinators_yes(
    database: Database, role: Role
) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await newcomer(uow, "陈姐")
    await invited(database, role, None, chen.id)
    assert role not in await roles_of(database, chen.id)
    assert "proposal" in await cards_in(database, wang.telegram_id)
    async with database.work() as uow:
        [proposal] = await Proposals(uow.session).waiting(NOW)
        with pytest.raises(RuleError, match="no-not-a-second"):
            await decide_proposal(
                uow, proposal.id or 0, await uow.members.get(chen.id), agree=True, now=NOW, round_=1
            )
        with pytest.raises(RuleError, match="no-second-yourself"):
            await decide_proposal(uow, proposal.id or 0, None, agree=True, now=NOW, round_=1)
    async with database.work() as uow:
        await decide_proposal(
            uow, proposal.id or 0, await uow.members.get(wang.id), agree=True, now=NOW, round_=1
        )
    assert role in await roles_of(database, chen.id)
    assert ("office-agreed", {"role": str(role)}) in await said_to(database, chen.telegram_id)


async def test_one_coordinator_and_the_command_line_are_two(database: Database) -> None:
    async with database.work() as uow:
        wang, chen = await coordinator(uow), await newcomer(uow, "陈姐")
    await invited(database, Role.COORDINATOR, wang.id, chen.id)
    async with database.work() as uow:
        [proposal] = await Proposals(uow.session).waiting(NOW)
        with pytest.raises(RuleError, match="no-second-yourself"):
            await decide_proposal(
                uow, proposal.id or 0, await uow.members.get(wang.id), agree=True, now=NOW, round_=1
            )
        await decide_proposal(uow, proposal.id or 0, None, agree=True, now=NOW, round_=1)
    assert Role.COORDINATOR in await roles_of(database, chen.id)
    assert ("proposal-agreed", {"name": "陈姐"}) in await said_to(database, wang.telegram_id)


async def test_a_refusal_and_silence_end_it_and_both_sides_hear(database: Database) -> None:
    async with database.work() as uow:
        wang, li = await coordinator(uow), await coordinator(uow, "李社工")
        chen, lin = await newcomer(uow, "陈姐"), await newcomer(uow, "小林")
    await invited(database, Role.COORDINATOR, wang.id, chen.id, "one")
    await invited(database, Role.COORDINATOR, wang.id, lin.id, "two")
    async with database.work() as uow:
        first, _ = await Proposals(uow.session).waiting(NOW)
        await decide_proposal(
            uow, first.id or 0, await uow.members.get(li.id), agree=False, now=NOW, round_=1
        )
    async with database.work() as uow:
        await expire_proposals(uow, now=LATER)
        with pytest.raises(RuleError, match="no-proposal-over"):
            await decide_proposal(uow, 2, await uow.members.get(li.id), agree=True, now=LATER, round_=1)
    for person, key in ((chen, "office-refused"), (lin, "office-expired")):
        assert key in [said for said, _ in await said_to(database, person.telegram_id)]
        assert Role.COORDINATOR not in await roles_of(database, person.id)
    told = [said for said, _ in await said_to(database, wang.telegram_id)]
    assert {"proposal-refused", "proposal-expired"} <= set(told)


async def test_a_link_is_worth_nothing_once_its_maker_may_make_none(database: Database) -> None:
    async with database.work() as uow:
        wang, li = await coordinator(uow), await coordinator(uow, "李社工")
        chen = await newcomer(uow, "陈姐")
        await make_invite(uow, Role.VOLUNTEER, "阳光姐姐", by=li, now=NOW, code="code")
        await suspend(uow, li.id or 0, wang, now=NOW)
        with pytest.raises(RuleError, match="no-such-invite"):
            await redeem_invite(uow, "code", chen, now=NOW, round_=1)
