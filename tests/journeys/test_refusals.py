"""Telegram says no, or says nothing, in the middle of a journey: people still get where they were going."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.domain.chat import ChatState
from bot.sandbox import Group, Person
from bot.storage.machinery import PostState, outbox
from tests.journeys.seeing import count
from tests.town import TEAM, Town

MARK = "这条可能发过一次"
LIGHT = "3号楼2单元楼道灯不亮了"


async def _crew(town: Town) -> tuple[Person, Person, Group]:
    mei, chen = await town.resident("梅阿姨"), await town.volunteer("陈姐")
    return mei, chen, await town.team_group(chen)


async def _files(mei: Person) -> None:
    await mei.says(LIGHT)
    await mei.presses("提交")


async def _states(town: Town) -> set[str]:
    async with town.linli.database.look() as uow:
        return set(await uow.session.scalars(select(outbox.c.state)))


@pytest.mark.parametrize("trouble", ["429", "500", "lost", "timeout", "down"])
async def test_a_case_gets_through_whatever_trouble_there_is_at_every_step(town: Town, trouble: str) -> None:
    mei, chen, group = await _crew(town)
    for step in (
        lambda: mei.says(LIGHT),
        lambda: mei.presses("提交"),
        lambda: chen.presses("认领", in_=group),
        lambda: chen.presses("办好了"),
        lambda: mei.presses("已解决"),
    ):
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery", "deleteMessage"):
            town.sandbox.fault(method, trouble, times=2, retry_after=0)
        await step()
        town.sandbox.faults.clear()
        await town.pass_time(seconds=30)
    assert "谢谢您告诉我们" in mei.last().text or mei.sees("谢谢您告诉我们")
    assert group.messages[-1].text.endswith("陈姐，辛苦了。")
    assert await _states(town) <= {PostState.SENT, PostState.EXPIRED}


async def test_who_blocked_us_misses_nothing_once_they_are_back(town: Town) -> None:
    mei, chen, group = await _crew(town)
    await _files(mei)
    mei.blocks()
    await chen.presses("认领", in_=group)
    await chen.presses("办好了")
    assert not (await town.member(mei)).reachable
    asked = len(town.sandbox.requests)
    await town.pass_time(hours=3)
    assert not [r for r in town.sandbox.requests[asked:] if r.params.get("chat_id") == mei.id]
    await mei.starts()
    assert (await town.member(mei)).reachable
    assert mei.sees("说是办好了，等您看一眼")


async def test_who_unblocks_without_a_word_is_reachable_again(town: Town) -> None:
    mei, chen, group = await _crew(town)
    await _files(mei)
    mei.blocks()
    await town.settle()
    await chen.presses("认领", in_=group)
    mei.unblocks()
    await town.settle()
    assert (await town.member(mei)).reachable
    assert mei.sees("陈姐")


async def test_a_group_that_throws_us_out_is_missed_by_nobody_but_the_coordinators(town: Town) -> None:
    mei, chen, group = await _crew(town)
    wang = await town.coordinator()
    await chen.removes_bot(group)
    await _files(mei)
    async with town.linli.database.look() as uow:
        chat = await uow.chats.find(group.id)
    assert chat is not None
    assert chat.state is ChatState.GONE
    assert wang.sees(group.title)
    await chen.presses("认领")
    assert chen.sees("2单元"), "without a group each member is asked in private"


async def test_a_group_that_becomes_a_supergroup_stays_what_it_was(town: Town) -> None:
    mei = await town.resident("梅阿姨")
    chen = await town.volunteer("陈姐")
    group = town.sandbox.group(f"{TEAM}群", chen, supergroup=False)
    wang = await town.coordinator()
    await wang.joins(group)
    await wang.says(f"/bind {TEAM}", in_=group)
    await _files(mei)
    group.migrates()
    await town.settle()
    await chen.presses("认领", in_=group)
    assert group.messages[-1].text.endswith("陈姐去，谢谢。")
    await mei.says("3号楼3单元楼道灯也不亮了")
    await mei.presses("提交")
    assert group.messages[-1].text.startswith("T2")
    assert group.messages[-1].chat_id == group.id


async def test_an_answer_lost_on_the_way_back_is_said_again_with_a_word_about_it(town: Town) -> None:
    mei, _, group = await _crew(town)
    await mei.says(LIGHT)
    town.sandbox.fault("sendMessage", "lost", chat_id=group.id)
    await mei.presses("提交")
    await town.pass_time(seconds=10)
    cards = [message for message in group.messages if message.text.startswith("T1")]
    assert [MARK in card.text for card in cards] == [False, True]


async def test_both_copies_of_a_doubled_card_act_on_the_same_task(town: Town) -> None:
    mei, chen, group = await _crew(town)
    lin = await town.volunteer("小林")
    await lin.joins(group)
    await mei.says(LIGHT)
    town.sandbox.fault("sendMessage", "lost", chat_id=group.id)
    await mei.presses("提交")
    await town.pass_time(seconds=10)
    first, again = [message for message in group.messages if message.text.startswith("T1")]
    await lin.presses("认领", in_=group, on=first)
    press = await chen.presses_data("cl:1", on=again, in_=group)
    assert press.toast is not None
    assert "小林" in press.toast.text
    assert "小林去" in again.text


async def test_a_press_that_cannot_be_answered_in_time_still_counts(town: Town) -> None:
    mei, chen, group = await _crew(town)
    await _files(mei)
    town.sandbox.fault("answerCallbackQuery", "timeout", times=5)
    press = await chen.presses("认领", in_=group)
    assert press.toast is None
    assert "陈姐去" in group.messages[-1].text


async def test_telegram_out_of_reach_for_an_hour_is_caught_up_with_in_order(town: Town) -> None:
    mei, chen, group = await _crew(town)
    await _files(mei)
    town.sandbox.fault("sendMessage", "down", times=10_000)
    town.sandbox.fault("editMessageText", "down", times=10_000)
    await chen.presses("认领", in_=group)
    await town.pass_time(hours=1)
    town.sandbox.faults.clear()
    await town.pass_time(minutes=2)
    assert "陈姐去" in group.messages[-1].text
    assert chen.sees("辛苦了")
    assert count(chen, MARK) == 0, "nothing had left, so nothing is in doubt"


async def test_a_restart_in_the_middle_changes_nothing(town: Town) -> None:
    mei, chen, group = await _crew(town)
    await _files(mei)
    await town.restart()
    town.sandbox.on_action = town.settle
    await chen.presses("认领", in_=group)
    await town.restart()
    await chen.presses("办好了")
    await town.restart()
    await mei.presses("已解决")
    assert mei.sees("谢谢您告诉我们")
    assert len([m for m in group.messages if m.text.startswith("T1")]) == 1
