"""A batch asks once for what its updates are about, and sees what it has done itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from bot.domain.case import Case
from bot.domain.chat import Chat
from bot.domain.member import Member
from bot.domain.task import Task
from bot.storage import tables
from bot.storage.database import Database
from tests.storage.stores import NOW

GROUP, ELSEWHERE, TEAM = -100, -200, -300
HOUR = timedelta(hours=1)


def said_at(number: int, chat: int = GROUP) -> Case:
    """A case out of a message in a group."""
    return Case(None, "电梯坏了", NOW, origin_chat_id=chat, origin_message_id=number)


async def filed(database: Database, *cases: Case) -> list[int]:
    """Cases from before, by number."""
    async with database.work() as uow:
        for case in cases:
            uow.add(case)
        await uow.numbered()
        return [case.id or 0 for case in cases]


async def test_new_rows_have_their_numbers_at_once_and_keep_them(database: Database) -> None:
    before = await filed(database, said_at(1), said_at(2))
    async with database.work() as uow:
        case = said_at(3)
        uow.add(case)
        await uow.numbered()
        task = Task("物业", None, NOW, case_id=case.id)
        uow.add(task)
        uow.add(said_at(4))
        assert await uow.cases.from_message(GROUP, 4) is not None, "what is asked for is written first"
        last = said_at(5)
        uow.add(last)
        await uow.numbered()
        assert before[-1] < (case.id or 0) < (last.id or 0) - 1
        numbers = case.id, task.id, last.id
    async with database.look() as uow:
        assert (await uow.cases.get(numbers[0])).origin_message_id == 3
        assert (await uow.tasks.get(numbers[1])).case_id == numbers[0]
        assert (await uow.cases.get(numbers[2])).origin_message_id == 5


async def test_a_number_that_a_statement_has_taken_since_is_not_given_to_a_row(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Task("物业", None, NOW))
        await uow.numbered()
        await uow.session.flush()
        rest = [column for column in tables.task.c if column.name != "id"]
        copied = insert(tables.task).from_select([column.name for column in rest], select(*rest))
        await (await uow.session.connection()).execute(copied)
        uow.add(Task("电工", None, NOW))
        await uow.numbered()
    async with database.look() as uow:
        assert sorted(await uow.session.scalars(select(tables.task.c.team))) == ["物业", "物业", "电工"]


async def test_a_row_of_a_case_that_is_not_there_is_refused_at_the_latest_with_the_commit(
    database: Database,
) -> None:
    with pytest.raises(IntegrityError):
        async with database.work() as uow:
            uow.add(Task("物业", None, NOW, case_id=999))
    assert await filed(database, said_at(1))


async def test_a_message_of_the_batch_that_becomes_a_case_is_found_when_asked_for_again(
    database: Database,
) -> None:
    await filed(database, said_at(1), said_at(2, ELSEWHERE))
    async with database.work() as uow:
        uow.expected.messages |= {(GROUP, 1), (GROUP, 2), (ELSEWHERE, 1)}
        assert await uow.cases.from_message(GROUP, 1) is not None
        assert await uow.cases.from_message(GROUP, 2) is None
        uow.add(said_at(2))
        assert await uow.cases.from_message(GROUP, 2) is not None
        assert await uow.cases.from_message(ELSEWHERE, 1) is None


async def test_a_group_bound_or_lost_in_the_batch_counts_at_once(database: Database) -> None:
    async with database.work() as uow:
        for number, building in ((GROUP, "3号楼"), (ELSEWHERE, "4号楼")):
            chat = Chat(number)
            chat.bind_building("源昌鑫海湾", building, None, NOW)
            uow.add(chat)
    async with database.work() as uow:
        uow.expected.groups |= {GROUP, -999}
        assert await uow.chats.find(GROUP) is not None
        assert await uow.chats.find(-999) is None
        fresh = Chat(TEAM)
        fresh.bind_team("志愿队", None, NOW)
        uow.add(fresh)
        assert [chat.chat_id for chat in await uow.chats.of_team("志愿队")] == [TEAM]
        other = await uow.chats.find(ELSEWHERE)
        assert other is not None
        other.bind_building("源昌鑫海湾", "3号楼", None, NOW)
        await uow.chats.lose(GROUP, NOW)
        here = await uow.chats.of_building("源昌鑫海湾", "3号楼")
        assert [chat.chat_id for chat in here] == [ELSEWHERE]


async def test_who_follows_in_the_batch_follows_once(database: Database) -> None:
    first, second = await filed(database, said_at(1), said_at(2))
    async with database.work() as uow:
        mei = Member(1, "梅阿姨")
        uow.add(mei)
        await uow.numbered()
        uow.expected.cases |= {first, second, 999}
        case = await uow.cases.get(first)
        assert await uow.cases.follow(case, mei.id or 0, NOW)
        assert not await uow.cases.follow(case, mei.id or 0, NOW)
        assert await uow.cases.find(999) is None
    async with database.look() as uow:
        assert await uow.cases.followers(first) == {mei.id}
        assert await uow.cases.followers(second) == set()
        assert (await uow.cases.get(first)).followers == 1


async def test_cards_of_before_and_of_the_batch_are_counted_together(database: Database) -> None:
    async with database.work() as uow:
        uow.place("case", 1, GROUP, now=NOW)
        uow.place("case", 1, ELSEWHERE, now=NOW - 2 * HOUR)
    async with database.work() as uow:
        uow.expected.groups |= {GROUP, ELSEWHERE}
        assert await uow.posts.cards_since("case", GROUP, NOW - HOUR) == 1
        uow.place("case", 2, GROUP, now=NOW)
        assert await uow.posts.cards_since("case", GROUP, NOW - HOUR) == 2
        assert await uow.posts.cards_since("case", ELSEWHERE, NOW - HOUR) == 0


async def test_what_somebody_reports_twice_in_a_batch_counts_twice(database: Database) -> None:
    async with database.work() as uow:
        mei, lin = Member(1, "梅阿姨"), Member(2, "林叔")
        uow.add(mei)
        uow.add(lin)
        await uow.numbered()
        uow.add(Case(mei.id, "电梯坏了", NOW))
    async with database.work() as uow:
        uow.expected.writers |= {mei.id or 0, lin.id or 0}
        assert await uow.cases.filed_since(mei.id, NOW - HOUR) == 1
        uow.add(Case(mei.id, "灯不亮", NOW))
        assert await uow.cases.filed_since(mei.id, NOW - HOUR) == 2
        assert await uow.cases.filed_since(lin.id, NOW - HOUR) == 0
