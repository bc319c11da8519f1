"""家属: nobody is linked without the old person's word, and who may write that word down."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.kinship import Consent, Kinship
from bot.domain.member import Member
from bot.domain.place import Place
from bot.domain.role import Role
from bot.services.access import revoke
from bot.services.charges import give_charge
from bot.services.codes import code_from, make_household_code, redeem_code
from bot.services.kinship import answer, end_link, make_code, record_answer, set_sharing, take_elder
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW
from tests.services.doing import coordinator, resident
from tests.services.rosters import bring, household, undo
from tests.town import BUILDING, COMPOUND, PLAYBOOK

DOOR = f"{COMPOUND}{BUILDING}502李奶奶"
LATER = NOW + timedelta(hours=25)


async def asked(uow: UnitOfWork, family: Member, elder: Member) -> Kinship:
    """A link that waits for the old person's answer."""
    await make_code(uow, elder, "123456789", now=NOW)
    await uow.numbered()
    link = await take_elder(uow, family, "child", "123 456 789", now=NOW)
    assert link is not None
    return link


async def test_only_the_old_person_answers_and_shares(database: Database) -> None:
    async with database.work() as uow:
        li, min_, wang = await resident(uow, "李奶奶"), await resident(uow, "小敏"), await coordinator(uow)
        link = await asked(uow, min_, li)
        assert await uow.kin.family_of(member_id=li.id) == []
        for person in (min_, wang):
            with pytest.raises(RuleError, match="no-kin-not-yours-to-say"):
                await answer(uow, link.id or 0, person, agree=True, now=NOW)
        await answer(uow, link.id or 0, li, agree=True, now=NOW)
        assert await uow.kin.family_of(member_id=li.id) == [link]
        assert Role.FAMILY in min_.roles
        with pytest.raises(RuleError, match="no-kin-not-yours-to-say"):
            await set_sharing(uow, link.id or 0, min_, shares=True, now=NOW)
        with pytest.raises(RuleError, match="no-kin-answered"):
            await answer(uow, link.id or 0, li, agree=False, now=NOW)
        with pytest.raises(RuleError, match="no-kin-already"):
            await asked_again(uow, min_, li)
        await revoke(uow, min_.id or 0, Role.FAMILY, wang, now=NOW)
        assert (link.state, Role.FAMILY in min_.roles) == (Consent.ENDED, False)
        with pytest.raises(RuleError, match="no-kin-over"):
            await end_link(uow, link.id or 0, li, now=NOW)


async def asked_again(uow: UnitOfWork, family: Member, elder: Member) -> None:
    """With a new code of the same person's."""
    await make_code(uow, elder, "987654321", now=NOW)
    await uow.numbered()
    await take_elder(uow, family, "child", "987654321", now=NOW)


async def test_a_code_is_good_for_a_day_and_not_for_oneself(database: Database) -> None:
    async with database.work() as uow:
        li, min_ = await resident(uow, "李奶奶"), await resident(uow, "小敏")
        await make_code(uow, li, "123456789", now=NOW)
        await uow.numbered()
        with pytest.raises(RuleError, match="no-kin-not-oneself"):
            await take_elder(uow, li, "child", "123456789", now=NOW)
        assert await take_elder(uow, min_, "child", "123456789", now=LATER) is None
        assert await take_elder(uow, min_, "child", "111111111", now=NOW) is None


async def test_what_is_said_at_the_door_is_written_down_by_who_may(database: Database) -> None:
    async with database.work() as uow:
        min_, wu, qiang = (
            await resident(uow, "小敏"),
            await resident(uow, "吴师傅"),
            await resident(uow, "阿强"),
        )
        duty = next(one.key for one in PLAYBOOK.charges if one.role == "building_head")
        await give_charge(uow, wu, duty, [Place(COMPOUND, BUILDING)], None, now=NOW)
        link = await take_elder(uow, min_, "child", DOOR, now=NOW)
        assert link is not None
        assert (link.name, link.room, link.asker_id) == ("李奶奶", "502", wu.id)
        assert await uow.kin.for_coordinators(NOW) == []
        assert await uow.kin.for_coordinators(NOW + timedelta(days=2)) == [link]
        for person in (qiang, min_):
            with pytest.raises(RuleError, match="no-kin-not-yours-to-say"):
                await record_answer(uow, link.id or 0, person, agree=True, shares=False, now=NOW)
        await record_answer(uow, link.id or 0, wu, agree=True, shares=True, now=NOW)
        assert (link.state, link.recorded_by, link.shares) == (Consent.GIVEN, wu.id, True)
        await end_link(uow, link.id or 0, min_, now=NOW)
        assert Role.FAMILY not in min_.roles


async def test_a_head_does_not_write_down_their_own_familys_word(database: Database) -> None:
    async with database.work() as uow:
        wu, wang = await resident(uow, "吴师傅"), await coordinator(uow)
        duty = next(one.key for one in PLAYBOOK.charges if one.role == "building_head")
        await give_charge(uow, wu, duty, [Place(COMPOUND, BUILDING)], None, now=NOW)
        link = await take_elder(uow, wu, "child", DOOR, now=NOW)
        assert link is not None
        assert link.asker_id is None
        with pytest.raises(RuleError, match="no-kin-not-yours-to-say"):
            await record_answer(uow, link.id or 0, wu, agree=True, shares=True, now=NOW)
        await record_answer(uow, link.id or 0, wang, agree=False, shares=False, now=NOW)
        assert link.state is Consent.REFUSED


async def test_a_link_is_joined_to_the_household_a_roster_tells_of_later_and_parted_again(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, min_ = await coordinator(uow), await resident(uow, "小敏")
        link = await take_elder(uow, min_, "child", DOOR, now=NOW)
        assert link is not None
        await record_answer(uow, link.id or 0, wang, agree=True, shares=False, now=NOW)
        number = link.id
    doors = [
        household("李秀英", room="502"),
        household("陈秀英", room="502"),
        household("李秀英", room="503"),
    ]
    roster = await bring(database, "households", *doors)
    async with database.look() as uow:
        link = await uow.kin.get(number)
        assert link.household_id == await uow.households.at(Place(COMPOUND, BUILDING, "1", "502"))
        assert await uow.kin.family_of(household_id=link.household_id) == [link]
    await undo(database, roster)
    async with database.look() as uow:
        assert (await uow.kin.get(number)).household_id is None


async def test_a_link_is_joined_when_consent_comes_after_the_roster(database: Database) -> None:
    await bring(database, "households", household("李秀英", room="502"))
    async with database.work() as uow:
        wang, min_ = await coordinator(uow), await resident(uow, "小敏")
        link = await take_elder(uow, min_, "child", DOOR, now=NOW)
        assert link is not None
        await record_answer(uow, link.id or 0, wang, agree=True, shares=False, now=NOW)
        assert link.household_id is not None


async def test_where_two_households_may_be_meant_neither_is_taken(database: Database) -> None:
    twice = [household("李秀英", room="502"), household("李桂花", room="502")]
    twice[1][4] = "2"
    await bring(database, "households", *twice)
    async with database.work() as uow:
        wang, min_ = await coordinator(uow), await resident(uow, "小敏")
        link = await take_elder(uow, min_, "child", DOOR, now=NOW)
        assert link is not None
        await record_answer(uow, link.id or 0, wang, agree=True, shares=False, now=NOW)
        assert link.household_id is None


async def test_a_household_code_says_where_an_old_person_with_telegram_lives(database: Database) -> None:
    await bring(database, "households", household("李秀英", room="502"))
    async with database.work() as uow:
        li, min_, wang = await resident(uow, "阿英"), await resident(uow, "小敏"), await coordinator(uow)
        link = await asked(uow, min_, li)
        await answer(uow, link.id or 0, li, agree=True, now=NOW)
        assert link.household_id is None, "阿英 may be anybody"
        home = await uow.households.at(Place(COMPOUND, BUILDING, "1", "502"))
        code = code_from(b"1" * 16)
        await make_household_code(uow, home or 0, by=wang, now=NOW, code=code)
        await uow.numbered()
        await redeem_code(uow, code, li, now=NOW)
        assert link.household_id == home
