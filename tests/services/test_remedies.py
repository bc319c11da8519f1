"""What helps where a notice got stuck: all of it together, by whoever may send it, when people are not disturbed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.clock import Clock
from bot.domain.chat import Chat
from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.notice import Fate, NoticeFile, Target, To, worded
from bot.services.notices import composing, releasing, remedies
from bot.storage.course import Course
from bot.storage.database import Database
from bot.storage.machinery import PostState, outbox
from scheduler.jobs import JobRunner
from tests.services.cast import NOW, newcomer
from tests.town import COMPOUND

FILES = (NoticeFile("photo", "a"), NoticeFile("photo", "b"))
NIGHT = NOW.replace(hour=14)  # 22:00 in Xiamen


async def test_an_album_and_its_words_are_one_line_and_go_again_together_in_the_morning(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, mei = (
            await newcomer(uow, "王社工", Role.COORDINATOR),
            await newcomer(uow, "梅阿姨", Role.RESIDENT),
        )
        for number, state in ((1, True), (2, False)):
            chat = Chat(-1000 - number, f"3号楼{number}群")
            chat.bind_building(COMPOUND, "3号楼", None, NOW)
            if not state:
                chat.lose(NOW)
            uow.add(chat)
        to = (Target(To.BUILDING, COMPOUND, "3号楼"),)
        notice = await composing.begin_notice(uow, wang, now=NOW, audience=to)
        said = composing.Said(worded("明天停水"), FILES, "7")
        await composing.take_words(uow, notice.id or 0, wang, said, "zh-CN", anew=True, now=NOW)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        await uow.session.execute(
            update(outbox)
            .where(outbox.c.chat_id == -1001)
            .values(state=PostState.FAILED, error="Forbidden: bot was kicked from the supergroup chat")
        )
    async with database.work() as uow:
        course = Course(uow.session, 1)
        [(post, fate, title)] = await course.troubled()
        assert (fate, title) == (Fate.KICKED, "3号楼1群")
        with pytest.raises(RuleError):
            await remedies.resend_notice(uow, 1, post, mei, now=NIGHT)
        with pytest.raises(RuleError, match="no-post-settled"):
            await remedies.confirm_notice(uow, 1, post, wang, now=NIGHT)
        await remedies.resend_notice(uow, 1, post, wang, now=NIGHT)
        with pytest.raises(RuleError, match="no-post-settled"):
            await remedies.put_notice_away(uow, 1, post, wang, now=NIGHT)
    async with database.look() as uow:
        query = select(outbox.c.kind, outbox.c.state, outbox.c.suspect, outbox.c.not_before)
        rows = (await uow.session.execute(query.where(outbox.c.chat_id == -1001).order_by(outbox.c.id))).all()
        assert [row.kind for row in rows] == ["album", "notice"]
        assert {(row.state, row.suspect) for row in rows} == {(PostState.PENDING, False)}
        assert {row.not_before for row in rows} == {NIGHT.replace(hour=0) + timedelta(days=1)}


async def test_where_another_group_was_bound_instead_it_goes_there(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        old = Chat(-1001, "旧群")
        old.bind_building(COMPOUND, "3号楼", None, NOW)
        uow.add(old)
        to = (Target(To.BUILDING, COMPOUND, "3号楼"),)
        notice = await composing.begin_notice(uow, wang, now=NOW, audience=to)
        said = composing.Said(worded("明天停水"))
        await composing.take_words(uow, notice.id or 0, wang, said, "zh-CN", anew=True, now=NOW)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        mine = update(outbox).where(outbox.c.chat_id == -1001)
        await uow.session.execute(mine.values(state=PostState.FAILED, error="group chat was upgraded"))
        (await uow.chats.every())[0].lose(NOW)
        new = Chat(-1002, "新群")
        new.bind_building(COMPOUND, "3号楼", None, NOW)
        uow.add(new)
    async with database.work() as uow:
        [(post, fate, _)] = await Course(uow.session, 1).troubled()
        assert fate is Fate.MIGRATED
        await remedies.rebind_notice(uow, 1, post, wang, now=NOW)
    async with database.look() as uow:
        query = select(outbox.c.chat_id, outbox.c.state).where(outbox.c.kind == "notice")
        assert (await uow.session.execute(query)).all() == [(-1002, PostState.PENDING)]
