"""Alarms on every database: one storm, one taker, no round forgotten or doubled."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain.alarm import Alarm, AlarmState, Word
from bot.domain.case import CaseState
from bot.domain.errors import RuleError
from bot.domain.member import Member, Role
from bot.domain.place import Place
from bot.domain.task import TaskState
from bot.domain.triage import understand
from bot.services.alarms import hear_danger
from bot.services.claims import claim_task
from bot.services.paging import page_due
from bot.services.sos import call_back, call_for_help
from bot.services.taking import dismiss_alarm, finish_alarm, finish_forgotten, say_word, take_alarm
from bot.storage.bodies import File
from bot.storage.database import Database
from bot.storage.work import UnitOfWork
from tests.services.cast import NOW, cards_in, newcomer, said_to

HERE = Place("源昌鑫海湾", "3号楼")
GROUP = -1009


async def cry(
    uow: UnitOfWork,
    text: str,
    member: Member | None,
    *,
    now: datetime = NOW,
    message: int = 1,
    in_group: bool = True,
) -> Alarm:
    """Somebody says so."""
    heard = understand(text, uow.playbook, HERE)
    chat_id = GROUP if in_group or member is None else member.telegram_id
    return await hear_danger(
        uow,
        heard,
        chat_id=chat_id,
        message_id=message,
        member=member,
        in_group=in_group,
        place=heard.place,
        files=[File("photo", "an-invented-file")],
        now=now,
    )


async def test_a_hundred_cries_make_one_alarm_one_case_and_one_call(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        people = [await newcomer(uow, f"邻居{n}") for n in range(20)]
    for n in range(100):
        async with database.work() as uow:
            member = await uow.members.get(people[n % 20].id)
            await cry(uow, "着火了", member, now=NOW + timedelta(seconds=n), message=n)
    assert (await cards_in(database, wang.telegram_id)).count("alarm") == 1
    assert (await cards_in(database, GROUP)).count("danger") == 1
    assert len(await said_to(database, GROUP)) == 20  # each neighbour is answered once
    async with database.look() as uow:
        assert await uow.cases.find(2) is None
        assert await uow.alarms.find(2) is None
        assert len((await uow.alarms.get(1)).said(Word.HEARD)) == 20


async def test_after_a_standstill_there_is_one_round_and_not_all_that_were_missed(database: Database) -> None:
    async with database.work() as uow:
        await newcomer(uow, "王社工", Role.COORDINATOR)
        await cry(uow, "着火了", None)
    for _ in range(2):
        async with database.work() as uow:
            await page_due(uow, NOW + timedelta(hours=9))
    async with database.look() as uow:
        assert (await uow.alarms.get(1)).paged == 2


async def test_of_two_who_take_it_at_once_one_has_it(database: Database) -> None:
    async with database.work() as uow:
        both = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "吴社工")]
        await cry(uow, "着火了", None)

    async def take(person: Member) -> str:
        try:
            async with database.work() as uow:
                await take_alarm(uow, 1, await uow.members.get(person.id), now=NOW)
            return "taken"
        except RuleError as no:
            return str(no.args_["by"])

    results = await asyncio.gather(*(take(person) for person in both))
    assert sorted(results, key=lambda one: one != "taken")[0] == "taken"
    assert set(results) - {"taken"} <= {person.name for person in both}
    assert results.count("taken") == 1


async def test_nobody_but_a_coordinator_takes_or_ends_it(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        await cry(uow, "着火了", mei)
        for act in (take_alarm, dismiss_alarm):
            with pytest.raises(RuleError, match="no-coordinators-only"):
                await act(uow, 1, mei, now=NOW)
        assert (await uow.alarms.get(1)).state is AlarmState.CALLING


async def test_a_private_danger_goes_to_no_group_even_by_a_back_door(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
        qiang = await newcomer(uow, "阿强", started=False)
        await cry(uow, "不想活了", mei)
        await cry(uow, "不想活了", qiang, message=2)
        await cry(uow, "家暴，他打我", None, message=3)
    assert await cards_in(database, GROUP) == []
    assert await said_to(database, GROUP) == []
    assert "danger" in await cards_in(database, mei.telegram_id)
    assert await cards_in(database, qiang.telegram_id) == []
    async with database.look() as uow:
        cases = [await uow.cases.get(number) for number in (1, 2, 3)]
        assert all(case.sensitive for case in cases)


async def test_in_private_every_cry_is_answered(database: Database) -> None:
    async with database.work() as uow:
        mei = await newcomer(uow, "梅阿姨")
    for n in range(3):
        async with database.work() as uow:
            await cry(uow, "着火了", await uow.members.get(mei.id), message=n + 1, in_group=False)
    assert [key for key, _ in await said_to(database, mei.telegram_id)] == ["danger-again"] * 2


async def test_who_is_not_safe_makes_everybody_be_called_at_once(database: Database) -> None:
    async with database.work() as uow:
        wang, wu = [await newcomer(uow, name, Role.COORDINATOR) for name in ("王社工", "吴社工")]
        mei, other = await newcomer(uow, "梅阿姨"), await newcomer(uow, "阿强")
        await cry(uow, "他打我，家暴", mei, in_group=False)
        with pytest.raises(RuleError, match="no-alarm-not-yours"):
            await say_word(uow, 1, Word.UNSAFE, other, now=NOW)
        assert await say_word(uow, 1, Word.UNSAFE, mei, now=NOW)
        assert not await say_word(uow, 1, Word.UNSAFE, mei, now=NOW)
    for person in (wang, wu):
        assert "alarm" in await cards_in(database, person.telegram_id)


async def test_an_unknown_danger_is_refused_before_anything_is_filed(database: Database) -> None:
    async with database.work() as uow:
        with pytest.raises(RuleError, match="no-such-alarm"):
            await cry(uow, "楼道灯不亮", None)
        assert await uow.cases.find(1) is None


async def test_a_second_press_of_sos_is_the_same_one_and_a_mistake_ends_it(database: Database) -> None:
    async with database.work() as uow:
        mei, qiang = await newcomer(uow, "梅阿姨"), await newcomer(uow, "阿强")
        first = await call_for_help(uow, mei, now=NOW)
        again = await call_for_help(uow, mei, now=NOW + timedelta(seconds=5))
        assert first is again
        with pytest.raises(RuleError, match="no-alarm-not-yours"):
            await call_back(uow, 1, qiang, now=NOW)
        await call_back(uow, 1, mei, now=NOW + timedelta(seconds=9))
    async with database.work() as uow:
        await page_due(uow, NOW + timedelta(minutes=1))
        assert (await uow.alarms.get(1)).paged == 0
        later = await call_for_help(uow, await uow.members.get(mei.id), now=NOW + timedelta(minutes=1))
        assert later.id == 2


async def test_what_was_taken_and_forgotten_gives_its_details_back_after_a_day(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        await cry(uow, "着火了", await newcomer(uow, "梅阿姨"))
        await take_alarm(uow, 1, wang, now=NOW)
    for after, state in ((23, AlarmState.TAKEN), (24, AlarmState.OVER)):
        async with database.work() as uow:
            await finish_forgotten(uow, NOW + timedelta(hours=after))
            assert (await uow.alarms.get(1)).state is state


async def test_what_was_handled_ends_its_task_and_asks_the_resident(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        alarm = await cry(uow, "有人晕倒了", mei)
        await take_alarm(uow, 1, wang, now=NOW)
        await finish_alarm(uow, 1, wang, now=NOW)
        case = await uow.cases.get(alarm.case_id)
        assert case.state is CaseState.PROPOSED
        assert [task.state for task in await uow.tasks.of_case(case.id)] == [TaskState.CANCELLED]
        assert await uow.tasks.to_climb(NOW + timedelta(days=1), NOW + timedelta(days=1)) == []
    assert "confirm" in await cards_in(database, mei.telegram_id)


async def test_who_was_on_it_is_done_when_the_danger_is_over(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        alarm = await cry(uow, "有人晕倒了", await newcomer(uow, "梅阿姨"))
        [task] = await uow.tasks.of_case(alarm.case_id)
        task.needs = ()
        chen = await newcomer(uow, "陈姐", team=task.team)
        await claim_task(uow, task.id or 0, chen, now=NOW)
        await take_alarm(uow, 1, wang, now=NOW)
        await finish_alarm(uow, 1, wang, now=NOW)
        assert task.state is TaskState.DONE
    assert "task-done-for-you" in [key for key, _ in await said_to(database, chen.telegram_id)]


async def test_a_lift_that_trapped_somebody_is_still_its_partys_to_mend(database: Database) -> None:
    async with database.work() as uow:
        wang = await newcomer(uow, "王社工", Role.COORDINATOR)
        alarm = await cry(uow, "电梯困人了", await newcomer(uow, "梅阿姨"))
        await take_alarm(uow, 1, wang, now=NOW)
        await finish_alarm(uow, 1, wang, now=NOW)
        assert (await uow.cases.get(alarm.case_id)).state is CaseState.REFERRED


async def test_after_a_private_danger_nobody_is_asked_whether_it_is_solved(database: Database) -> None:
    async with database.work() as uow:
        wang, mei = await newcomer(uow, "王社工", Role.COORDINATOR), await newcomer(uow, "梅阿姨")
        alarm = await cry(uow, "不想活了", mei, in_group=False)
        await take_alarm(uow, 1, wang, now=NOW)
        await finish_alarm(uow, 1, wang, now=NOW)
        assert (await uow.cases.get(alarm.case_id)).state is CaseState.WITHDRAWN
    assert "confirm" not in await cards_in(database, mei.telegram_id)
