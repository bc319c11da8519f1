"""Emergencies on either database: family answers for each of their old people, homes are counted by the list, and who is
forgotten leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import RuleError
from bot.domain.kinship import Consent, Kinship, Tie
from bot.domain.member import Member, Role
from bot.domain.notice import Again, Notice, NoticeState, Target, To, worded
from bot.domain.notice.emergency import RollCall, Word
from bot.domain.place import Place
from bot.services.emergencies import answering, calling, family
from bot.services.leaving import forget
from bot.services.notices import composing, releasing, repeating
from bot.storage.database import Database
from bot.storage.notice_cases import NoticeCases
from bot.storage.reached import ReachedQueries
from bot.storage.roll_calls import RollCalls
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, newcomer
from tests.services.test_notice_rules import groups, written
from tests.town import BUILDING, COMPOUND

DOOR = Place(COMPOUND, BUILDING, "1", "501")


async def called(uow: UnitOfWork, writer: Member) -> int:
    """The number of an emergency notice that is out."""
    notice = Notice(writer.id or 0, NOW, texts={"zh-CN": worded("台风")}, state=NoticeState.SENT)
    notice.audience = (Target(To.BUILDING, COMPOUND, BUILDING),)
    uow.add(notice)
    await uow.numbered()
    uow.add(RollCall(notice.id or 0, NOW, called_at=NOW))
    await uow.session.flush()
    return notice.id or 0


async def a_family(uow: UnitOfWork) -> tuple[Member, Member, Kinship]:
    """A daughter, her mother who is here, and her father of whom we know the door alone."""
    [daughter, mother] = [await newcomer(uow, name) for name in ("小敏", "郑奶奶")]
    mother.settle_at(DOOR, NOW)
    father = Kinship(daughter.id or 0, Tie.CHILD, NOW, Consent.GIVEN, name="郑爷爷", phone="+8613800000009")
    father.compound, father.building, father.unit, father.room = COMPOUND, BUILDING, "2", "302"
    uow.add(Kinship(daughter.id or 0, Tie.CHILD, NOW, Consent.GIVEN, elder_id=mother.id))
    uow.add(father)
    await uow.numbered()
    return daughter, mother, father


async def test_family_says_of_each_old_person_how_they_are_and_help_goes_to_that_door(
    database: Database,
) -> None:
    async with database.work() as uow:
        daughter, mother, father = await a_family(uow)
        number = await called(uow, await newcomer(uow, "王社工"))
        his, hers = f"kin:{father.id}", f"member:{mother.id}"
        for _ in range(2):
            await family.need_help_for(uow, number, his, "要人帮忙", daughter, now=NOW)
        assert await family.say_safe_for(uow, number, daughter, now=NOW, whom=hers) == 1
        said = {one.whom: one for one in await RollCalls(uow.session).said(number)}
        assert {whom: one.word for whom, one in said.items()} == {his: Word.HELP, hers: Word.SAFE}
        alarm = await uow.alarms.get(said[his].alarm_id)
        case = await uow.cases.get(alarm.case_id)
        assert case.urgent
        assert (case.building, case.unit, case.room) == (BUILDING, "2", "302")
        proxy = await uow.proxies.find(case.proxy_id)
        assert proxy is not None
        assert (proxy.name, proxy.phone) == ("郑爷爷", "+8613800000009")
        assert await NoticeCases(uow.session).behind(case.id) == number
        await answering.say_safe(uow, number, 0, mother, now=NOW)
        homes = {one.home for one in await RollCalls(uow.session).said(number) if one.word is Word.SAFE}
        assert len(homes) == 1, "her own word and her daughter's are of one home"
        assert await family.say_safe_for(uow, number, daughter, now=NOW) == 2
        reached = (await ReachedQueries(uow.session, number).by_building(()))[DOOR.public]
        assert (reached.read, reached.family) == (1, 2)
        with pytest.raises(RuleError, match="no-roll-family"):
            await family.say_safe_for(uow, number, mother, now=NOW, whom=his)
        (await RollCalls(uow.session).get(number)).end(NOW)
        with pytest.raises(RuleError, match="no-roll-over"):
            await family.say_safe_for(uow, number, daughter, now=NOW)


async def test_an_emergency_goes_out_at_once_and_rings_and_neither_later_nor_again_and_again(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await groups(uow, 1)
        number = (await written(uow, wang, text="台风")).id or 0
        await composing.set_notice(uow, number, wang, "silent", now=NOW)
        await calling.make_emergency(uow, number, wang, now=NOW)
        await repeating.repeat_notice(uow, number, wang, Again.DAY, now=NOW)
        with pytest.raises(RuleError, match="no-emergency-later"):
            await releasing.send_notice(uow, number, wang, now=NOW)
        await repeating.repeat_notice(uow, number, wang, None, now=NOW)
        with pytest.raises(RuleError, match="no-emergency-later"):
            await releasing.send_notice(uow, number, wang, now=NOW, at=NOW + timedelta(hours=1))
        for switch in ("silent", "pin", "urgent"):
            await composing.set_notice(uow, number, wang, switch, now=NOW)
        sent = await releasing.send_notice(uow, number, wang, now=NOW)
        assert (sent.state, sent.urgent, sent.pin, sent.silent) == (NoticeState.SENDING, True, True, False)
        with pytest.raises(RuleError, match="no-notice-sent-already"):
            await repeating.repeat_notice(uow, number, wang, Again.DAY, now=NOW)


async def test_what_family_said_of_somebody_goes_with_them(database: Database) -> None:
    async with database.work() as uow:
        daughter, mother, _ = await a_family(uow)
        number = await called(uow, await newcomer(uow, "王社工"))
        await family.say_safe_for(uow, number, daughter, now=NOW, whom=f"member:{mother.id}")
    async with database.work() as uow:
        await forget(uow, await uow.members.get(mother.id), "某人", keep_open=True, now=NOW)
    async with database.look() as uow:
        assert await RollCalls(uow.session).said(number) == []
