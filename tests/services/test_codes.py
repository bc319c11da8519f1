"""One-time codes: for a household or a listed volunteer, used once, and nothing else is told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from bot.domain.code import ALPHABET, shown, spelled
from bot.domain.errors import RuleError
from bot.domain.household import Relation
from bot.domain.marks import CERTIFIED
from bot.domain.member import Role
from bot.domain.place import Place
from bot.services.codes import (
    TRIES,
    claim_by_phone,
    code_from,
    make_household_code,
    make_volunteer_code,
    redeem_code,
)
from bot.services.households import forget_household
from bot.services.invites import make_invite, redeem_invite
from bot.storage import tables
from bot.storage.database import Database
from tests.services.cast import NOW, newcomer
from tests.services.rosters import HERE, bring, household

CODE = code_from(b"an invented number of 32 bytes!!")
LATER = NOW + timedelta(days=30, seconds=1)


async def _made(database: Database) -> None:
    await bring(database, "households", household("住户甲", "13800000001"))
    async with database.work() as uow:
        await make_household_code(uow, 1, by=None, now=NOW, code=CODE)


def test_a_code_is_short_and_looks_like_nothing_else() -> None:
    assert len(CODE) == 8
    assert set(CODE) <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)
    assert spelled(f" {shown(CODE).lower()} ") == CODE
    assert spelled("ＡＢＣＤ－２３４５") == "ABCD2345"
    assert spelled("电梯坏了") is None


async def test_only_a_hash_of_it_is_kept(database: Database) -> None:
    await _made(database)
    async with database.look() as uow:
        assert CODE not in str((await uow.session.execute(text("SELECT * FROM code"))).all())


async def test_whoever_types_it_lives_there_and_tells_nothing_else(database: Database) -> None:
    await _made(database)
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await redeem_code(uow, shown(CODE).lower(), mei, now=NOW)
    async with database.look() as uow:
        found = await uow.members.get(mei.id)
        assert found.home == Place(HERE, "3号楼", "1", "501")
        assert found.phone is None
        (link,) = await uow.households.kin_of(mei.id)
        assert (link.household_id, link.relation) == (1, Relation.LIVES_THERE)


async def test_a_used_an_old_and_a_wrong_code_are_refused_each_in_its_own_words(database: Database) -> None:
    await _made(database)
    async with database.work() as uow:
        first, second = await newcomer(uow, "梅阿姨"), await newcomer(uow, "陈姐")
        with pytest.raises(RuleError, match="no-code-expired"):
            await redeem_code(uow, CODE, first, now=LATER)
        with pytest.raises(RuleError, match="no-such-code"):
            await redeem_code(uow, "ABCD2345", first, now=NOW)
        await redeem_code(uow, CODE, first, now=NOW)
        await redeem_code(uow, CODE, first, now=NOW)
        with pytest.raises(RuleError, match="no-code-used"):
            await redeem_code(uow, CODE, second, now=NOW)


async def test_nobody_finds_a_code_by_trying(database: Database) -> None:
    await _made(database)
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
    for _ in range(TRIES):
        async with database.work() as uow:
            member = await uow.members.get(mei.id)
            with pytest.raises(RuleError, match="no-such-code"):
                await redeem_code(uow, "ABCD2345", member, now=NOW)
    async with database.work() as uow:
        member = await uow.members.get(mei.id)
        with pytest.raises(RuleError, match="no-code-tries"):
            await redeem_code(uow, CODE, member, now=NOW)
        await redeem_code(uow, CODE, member, now=NOW + timedelta(hours=1, seconds=1))


async def test_a_new_code_voids_the_one_before(database: Database) -> None:
    await _made(database)
    other = code_from(b"another number of 32 bytes, too!")
    async with database.work() as uow:
        await make_household_code(uow, 1, by=None, now=NOW, code=other)
        mei = await newcomer(uow, "梅阿姨")
        with pytest.raises(RuleError, match="no-such-code"):
            await redeem_code(uow, CODE, mei, now=NOW)
        await redeem_code(uow, other, mei, now=NOW)


async def test_of_a_hundred_who_have_one_code_one_gets_it(database: Database) -> None:
    await _made(database)
    async with database.work() as uow:
        people = [(await newcomer(uow, f"邻居{n}")).id for n in range(100)]

    async def redeem(member_id: int | None) -> None:
        async with database.work() as uow:
            await redeem_code(uow, CODE, await uow.members.get(member_id), now=NOW)

    results = await asyncio.gather(*(redeem(one) for one in people), return_exceptions=True)
    assert results.count(None) == 1
    assert {one.key for one in results if isinstance(one, RuleError)} == {"no-code-used"}
    async with database.look() as uow:
        assert len((await uow.session.execute(select(tables.kin))).all()) == 1


async def test_of_a_hundred_who_follow_one_invite_one_gets_it(database: Database) -> None:
    async with database.work() as uow:
        people = [(await newcomer(uow, f"邻居{n}")).id for n in range(100)]
        await make_invite(uow, Role.VOLUNTEER, "阳光姐姐", by=None, now=NOW, code="c" * 43)

    async def redeem(member_id: int | None) -> None:
        async with database.work() as uow:
            await redeem_invite(uow, "c" * 43, await uow.members.get(member_id), now=NOW, round_=1)

    results = await asyncio.gather(*(redeem(one) for one in people), return_exceptions=True)
    assert results.count(None) == 1
    async with database.look() as uow:
        assert len(await uow.members.in_team("阳光姐姐")) == 1


async def test_a_listed_volunteer_has_teams_and_marks_with_date_and_by_whom(database: Database) -> None:
    await bring(database, "members", ["甲志愿", "13800000001", "阳光姐姐", "是"])
    async with database.work() as uow:
        wang, chen = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "陈姐")
        await make_volunteer_code(uow, 1, by=wang, now=NOW, code=CODE)
        await redeem_code(uow, CODE, chen, now=NOW)
    async with database.look() as uow:
        place = (await uow.members.get(chen.id)).in_team("阳光姐姐")
        assert place is not None
        mark = place.mark(CERTIFIED)
        assert mark is not None
        assert (mark.at, mark.by_id) == (NOW, wang.id)


async def test_who_shares_their_own_listed_number_is_that_volunteer_once(database: Database) -> None:
    await bring(database, "members", ["甲志愿", "13800000001", "阳光姐姐", "是"])
    async with database.work() as uow:
        chen, lin = await newcomer(uow, "陈姐"), await newcomer(uow, "小林")
        with pytest.raises(RuleError, match="no-phone-listed"):
            await claim_by_phone(uow, chen, "+8613900000009", now=NOW)
        await claim_by_phone(uow, chen, "+8613800000001", now=NOW)
        with pytest.raises(RuleError, match="no-phone-listed"):
            await claim_by_phone(uow, lin, "13800000001", now=NOW)
        assert chen.in_team("阳光姐姐") is not None


async def test_only_who_has_the_right_makes_codes(database: Database) -> None:
    await bring(database, "households", household("住户甲"))
    async with database.work() as uow:
        chen = await newcomer(uow, "陈姐")
        with pytest.raises(RuleError, match="no-coordinators-only"):
            await make_household_code(uow, 1, by=chen, now=NOW, code=CODE)
        with pytest.raises(RuleError, match="no-such-household"):
            await make_household_code(uow, 99, by=None, now=NOW, code=CODE)


async def test_a_forgotten_household_cannot_be_read_or_found_and_comes_back_as_a_new_one(
    database: Database,
) -> None:
    await _made(database)
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await redeem_code(uow, CODE, mei, now=NOW)
        await forget_household(uow, 1, by=None, now=NOW)
    async with database.look() as uow:
        (home,) = await uow.households.many([1])
        assert (home.forgotten, home.dwellers, home.place.room) == (True, (), None)
        assert await uow.households.at(Place(HERE, "3号楼", "1", "501")) is None
        assert await uow.households.by_phone("dweller", "13800000001") == []
        assert await uow.households.kin_of(mei.id) == []
    again = await bring(database, "households", household("住户甲", "13800000001"))
    assert again.new == 1
