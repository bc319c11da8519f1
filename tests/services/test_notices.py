"""Notices on either database: a second person, everybody gets a post, stopped and let go on, counted, taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.chat import Chat
from bot.domain.errors import RuleError
from bot.domain.member import Role
from bot.domain.notice import Fate, NoticeState, Target, To, worded
from bot.services.notices import composing, correcting, receiving, releasing
from bot.storage.course import Course
from bot.storage.database import Database
from bot.storage.notices import Notices
from scheduler.jobs import JobRunner
from tests.services.cast import NOW, newcomer
from tests.town import COMPOUND

TO = (Target(To.COMPOUND, COMPOUND), Target(To.HAT, "volunteer"))


async def test_one_for_many_goes_out_when_a_second_person_agrees_and_stops_when_told_to(
    database: Database,
) -> None:
    async with database.work() as uow:
        wang, li = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "李社工")]
        await newcomer(uow, "小林", Role.VOLUNTEER)
        for number in (1, 2, 3):
            chat = Chat(-1000 - number, f"{number}号楼群")
            chat.bind_building(COMPOUND, f"{number}号楼", None, NOW)
            uow.add(chat)
        uow.playbook = replace(uow.playbook, notices=replace(uow.playbook.notices, second_from=3))
        notice = await composing.begin_notice(uow, wang, now=NOW, audience=TO)
        said = composing.Said(worded("明天停水"))
        await composing.take_words(uow, notice.id or 0, wang, said, "zh-CN", anew=True, now=NOW)
        await releasing.send_notice(uow, notice.id or 0, wang, now=NOW)
        with pytest.raises(RuleError, match="no-notice-own-second"):
            await releasing.second_notice(uow, notice.id or 0, wang, agree=True, now=NOW)
        await releasing.second_notice(uow, notice.id or 0, li, agree=True, now=NOW)
    await JobRunner(database, Clock(NOW)).drain()
    async with database.work() as uow:
        course = Course(uow.session, 1)
        assert (await course.fates())[Fate.LEFT] == 4
        await releasing.stop_notice(uow, 1, wang, now=NOW)
        await releasing.go_on(uow, 1, wang, now=NOW)
        assert (await Notices(uow.session).get(1)).state is NoticeState.SENDING
        assert await receiving.receive_notice(uow, 1, -1001, li, now=NOW)
        assert not await receiving.receive_notice(uow, 1, -1001, li, now=NOW)
        await correcting.withdraw_notice(uow, 1, wang, now=NOW)
        assert (await course.fates())[Fate.DROPPED] == 4
