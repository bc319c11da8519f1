"""Cases that came of a notice, on either database: help that was asked for is not what was replied in the group."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.case import Case
from bot.domain.chat import Chat
from bot.domain.member import Member, Role
from bot.domain.notice import Notice, NoticeState, Target, To, worded
from bot.domain.place import Place
from bot.services.notices import helping, replies
from bot.services.reports import Report, file_report
from bot.services.retention import let_go_now
from bot.storage.database import Database
from bot.storage.notice_cases import NoticeCases
from bot.storage.reached import ReachedQueries
from bot.storage.replies import Replies
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, newcomer
from tests.services.test_notice_rules import a_door
from tests.town import BUILDING, COMPOUND

HERE = Place(COMPOUND, BUILDING)
GROUP = -1003


async def sent(uow: UnitOfWork, writer: Member) -> int:
    """The number of a notice that is out in the group of a building."""
    chat = Chat(GROUP, "3号楼群")
    chat.bind_building(COMPOUND, BUILDING, None, NOW)
    uow.add(chat)
    notice = Notice(writer.id or 0, NOW, texts={"zh-CN": worded("停水")}, state=NoticeState.SENT, sent_at=NOW)
    notice.audience = (Target(To.BUILDING, COMPOUND, BUILDING),)
    uow.add(notice)
    await uow.numbered()
    return notice.id or 0


async def neighbour(uow: UnitOfWork, name: str) -> Member:
    """Somebody of that building."""
    person = await newcomer(uow, name)
    person.settle_at(HERE, NOW)
    return person


async def replied(uow: UnitOfWork, number: int, by: Member, text: str, wang: Member) -> Case:
    """What they replied in the group, made a case."""
    await replies.hear_reply(uow, number, by, text, (GROUP, 77), now=NOW)
    await uow.numbered()
    [reply] = await Replies(uow.session).to(number)
    return await replies.file_reply(uow, reply.id or 0, wang, now=NOW)


async def test_a_case_made_of_a_reply_is_no_home_that_needs_help_also_when_the_reply_is_kept_no_more(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        mei, lin = await neighbour(uow, "梅阿姨"), await neighbour(uow, "林伯")
        number = await sent(uow, wang)
        await helping.ask_help(uow, number, GROUP, "我家需要帮忙", mei, now=NOW)
        await replied(uow, number, lin, "那天我孙子刚好要回来洗澡呢", wang)
    for days in (0, 60):
        async with database.work() as uow:
            await let_go_now(uow, now=NOW + timedelta(days=days))
        async with database.work() as uow:
            assert len(await Replies(uow.session).to(number)) == (0 if days else 1)
            reached = await ReachedQueries(uow.session, number).by_building(())
            assert {place: one.help for place, one in reached.items()} == {HERE: 1}


async def test_the_one_somebody_has_open_is_their_own_call_for_help_and_no_other_case_of_the_notice(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        mei, lin = await neighbour(uow, "梅阿姨"), await neighbour(uow, "林伯")
        number = await sent(uow, wang)
        cases = NoticeCases(uow.session)
        said = await replied(uow, number, wang, "那天我孙子刚好要回来洗澡呢", wang)
        said.sensitive, said.reporter_id = True, wang.id  # as when its writer sent it themselves
        assert await cases.open_of(number, wang.id) is None, "said in the group, not asked for at home"
        first = await helping.ask_help(uow, number, GROUP, "我家需要帮忙", mei, now=NOW)
        assert await cases.open_of(number, mei.id) is first
        assert await cases.open_of(number, lin.id) is None
        assert await cases.open_of(number + 1, mei.id) is None
        assert await helping.ask_help(uow, number, GROUP, "又按了一次", mei, now=NOW) is first
        first.withdraw(NOW)
        assert await cases.open_of(number, mei.id) is None
        second = await helping.ask_help(uow, number, GROUP, "还是要帮忙", mei, now=NOW)
        assert second is not first
        assert await cases.open_of(number, mei.id) is second
        assert await cases.numbers(number, 9) == [said.id, second.id]
        await a_door(uow, 5, ",alone,", None)
        told = await file_report(uow, Report("上门时说要帮忙", HERE, None, sensitive=True), lin, now=NOW)
        await cases.link(number, told.id or 0, 5, NOW)
        assert await cases.open_of(number, lin.id) is None, "that is the home where they knocked"
        assert await cases.open_of(number, lin.id, 5) is told
        assert await cases.open_of_home(number, 5) is told
