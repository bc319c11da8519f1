"""Too fast, too late, out of reach: who waits, for how long, and what is not sent at all."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter

from bot.delivery.dispatcher import AT_ONCE
from bot.domain.priority import Priority
from bot.storage.machinery import PostState
from tests.delivery.office import Office


async def test_what_would_come_too_late_is_not_sent_and_is_nobodys_to_decide(office: Office) -> None:
    mei = await office.person("梅阿姨")
    office.sandbox.fault("sendMessage", "down")
    await office.says(mei.id, "半小时后见", keep=timedelta(minutes=30))
    await office.delivers()
    office.clock.move(timedelta(hours=1))
    await office.delivers()
    assert not mei.sees("半小时后见")
    assert [post["state"] for post in await office.posts()] == [PostState.EXPIRED]
    async with office.database.look() as uow:
        assert list(await uow.parked.every()) == []


async def test_what_did_not_arrive_is_sent_soon_though_the_clock_was_set_back_by_a_day(
    office: Office,
) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")
    office.sandbox.fault("sendMessage", "down", times=2)
    await office.changes("半小时后见")
    await office.puts_up(mei.id)
    await office.says(chen.id, "半小时后见")
    later = office.clock.now() + timedelta(hours=9)
    await office.says(chen.id, "早上好", not_before=later)
    await office.delivers()
    assert not mei.sees("半小时后见")
    office.clock.move(timedelta(days=-1))
    await office.delivers_for(10)
    assert mei.sees("半小时后见")
    assert chen.sees("半小时后见")
    assert not chen.sees("早上好"), "that was never meant for now"


async def test_too_fast_means_that_this_chat_waits_as_long_as_asked_and_no_other_does(
    office: Office,
) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")
    office.sandbox.fault("sendMessage", "429", retry_after=7, chat_id=mei.id)
    await office.says(mei.id, "给梅阿姨")
    await office.says(chen.id, "给陈伯")
    await office.delivers()
    assert chen.sees("给陈伯")
    await office.says(mei.id, "又一条")
    await office.delivers_for(7)
    assert [p["chat_id"] for p in office.calls("sendMessage")] == [mei.id, chen.id]
    await office.delivers_for(1)
    assert [m.text for m in mei.chat() if m.sender.is_bot] == ["“给梅阿姨”", "“又一条”"]


async def test_a_group_that_is_asked_to_wait_keeps_no_other_waiting_for_a_second(office: Office) -> None:
    """However many groups, and however long: others are let through meanwhile, so it is not the bot."""
    groups = [await office.group() for _ in range(40)]
    for group in groups[::8]:
        office.sandbox.fault("sendMessage", "429", retry_after=40, chat_id=group.id)
    for group in groups:
        await office.says(group.id, "明天停水", priority=Priority.BULK)
    await office.delivers_for(1)
    assert [len(group.messages) for group in groups] == [int(n % 8 > 0) for n in range(40)]
    await office.delivers_for(40)
    assert all(len(group.messages) == 1 for group in groups)


async def test_while_the_bot_itself_must_wait_nothing_leaves_and_then_it_goes_on_within_a_second(
    office: Office,
) -> None:
    people = [await office.person(f"{n}号邻居") for n in range(60)]
    refused_until = office.clock.monotonic() + 7
    asked_at: list[float] = []

    async def floods(method: str, params: dict[str, Any]) -> None:
        asked_at.append(office.clock.monotonic())
        if asked_at[-1] < refused_until:
            raise RetryAfter(timedelta(seconds=math.ceil(refused_until - asked_at[-1])))

    office.wires.on_the_way = floods
    for person in people:
        await office.says(person.id, "明天停水", priority=Priority.BULK)
    await office.delivers()
    first = len(asked_at)
    assert first <= AT_ONCE
    for person in people[:3]:
        await office.says(person.id, "您的回话", priority=Priority.DANGER)
    await office.delivers_for(6)
    assert len(asked_at) == first, "not even what is most urgent"
    await office.delivers_for(2)
    assert all(person.sees("明天停水") for person in people)
    assert min(at for at in asked_at[first:]) - refused_until <= 1.0


async def test_when_chat_after_chat_is_too_fast_everybody_waits(office: Office) -> None:
    people = [await office.person(f"{n}号邻居") for n in range(4)]
    for person in people[:3]:
        office.sandbox.fault("sendMessage", "429", retry_after=7, chat_id=person.id)
        await office.says(person.id, "你好")
    await office.delivers()
    await office.says(people[3].id, "你好")
    await office.delivers_for(7)
    assert not people[3].sees("你好")
    await office.delivers_for(2)
    assert all(person.sees("你好") for person in people)


async def test_a_server_that_is_down_is_asked_less_and_less_often_and_nothing_is_lost(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    await office.says(mei.id, "有人在办")
    office.sandbox.fault("*", "down", times=1000)
    await office.delivers_for(600, step=5)
    assert 5 <= len(office.calls("sendMessage")) <= 20
    office.sandbox.faults.clear()
    await office.delivers_for(65, step=5)
    assert mei.sees("有人在办")
