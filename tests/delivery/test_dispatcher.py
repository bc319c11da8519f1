"""Who goes first, how many at once, and what holds when writing down what was sent goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import text

from bot.delivery.dispatcher import AT_ONCE
from bot.domain.priority import Priority
from bot.storage.machinery import PostState
from bot.storage.work import UnitOfWork
from tests.delivery.office import Office

FULL = "CREATE TRIGGER full BEFORE UPDATE ON outbox WHEN NEW.state = 'sent' BEGIN SELECT RAISE(ABORT, 'disk full'); END"


async def test_an_answer_goes_before_five_hundred_others_that_were_there_first(office: Office) -> None:
    mei = await office.person("梅阿姨")
    for n in range(500):
        office.sandbox.chats[7_000 + n] = office.sandbox.chats[mei.id]
    async with office.database.work() as uow:
        for n in range(500):
            uow.say(7_000 + n, "small-talk", dedupe=f"b{n}", now=office.clock.now(), priority=Priority.BULK)
    sent: list[int] = []
    asked_after: list[int] = []

    async def noted(method: str, params: dict[str, Any]) -> None:
        if len(sent) == 40 and not asked_after:
            asked_after.append(len(sent))
            await office.says(mei.id, "您的回话")
        sent.append(params["chat_id"])
        await asyncio.sleep(0)

    office.wires.on_the_way = noted
    await office.delivers()
    assert len(sent) == 501
    assert sent.index(mei.id) <= asked_after[0] + 2 * AT_ONCE


async def test_danger_goes_before_an_answer_and_an_answer_before_a_card(office: Office) -> None:
    people = [await office.person(name) for name in ("一", "二", "三", "四")]
    order = [Priority.BULK, Priority.CARD, Priority.ANSWER, Priority.DANGER]
    for person, priority in zip(people, order, strict=True):
        await office.says(person.id, "你好", priority=priority)
    await office.delivers()
    assert [p["chat_id"] for p in office.calls("sendMessage")] == [p.id for p in reversed(people)]


async def test_messages_to_one_chat_arrive_in_the_order_they_were_asked_for(office: Office) -> None:
    mei = await office.person("梅阿姨")

    async def slower_at_first(method: str, params: dict[str, Any]) -> None:
        await asyncio.sleep(0.01 if "第0条" in params["text"] else 0)

    office.wires.on_the_way = slower_at_first
    for number in range(10):
        await office.says(mei.id, f"第{number}条")
    await office.delivers()
    said = [message.text for message in mei.chat() if message.sender.is_bot]
    assert said == [f"“第{number}条”" for number in range(10)]


async def test_no_more_than_so_many_requests_are_on_their_way_at_once(office: Office) -> None:
    travelling, most = 0, 0

    async def counted(method: str, params: dict[str, Any]) -> None:
        nonlocal travelling, most
        travelling += 1
        most = max(most, travelling)
        await asyncio.sleep(0.001)
        travelling -= 1

    for number in range(3 * AT_ONCE):
        person = await office.person(f"{number}号邻居")
        await office.says(person.id, "你好")
    office.wires.on_the_way = counted
    await office.delivers()
    assert most <= AT_ONCE


async def _until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not happened():  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(0.005)


async def test_one_slow_chat_keeps_no_other_waiting(office: Office) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")
    arrived = asyncio.Event()

    async def stuck(method: str, params: dict[str, Any]) -> None:
        if params["chat_id"] == mei.id:
            await arrived.wait()

    office.wires.on_the_way = stuck
    await office.says(mei.id, "慢")
    running = asyncio.create_task(office.dispatcher.run())
    await office.says(chen.id, "快")
    office.dispatcher.wake()
    await _until(lambda: chen.sees("快"))
    assert not mei.sees("慢")
    arrived.set()
    await _until(lambda: mei.sees("慢"))
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_what_was_sent_and_could_not_be_written_down_is_written_down_later_and_not_sent_again(
    office: Office,
) -> None:
    mei = await office.person("梅阿姨")
    async with office.database.work() as uow:
        await uow.session.execute(text(FULL))
    await office.says(mei.id, "有人在办")
    await office.delivers_for(3)
    async with office.database.work() as uow:
        await uow.session.execute(text("DROP TRIGGER full"))
    await office.delivers_for(5)
    assert [post["state"] for post in await office.posts()] == [PostState.SENT]
    assert len(office.calls("sendMessage")) == 1


async def test_what_waits_to_be_written_down_is_not_taken_for_a_dead_processs(office: Office) -> None:
    mei = await office.person("梅阿姨")
    async with office.database.work() as uow:
        await uow.session.execute(text(FULL))
    await office.says(mei.id, "有人在办")
    await office.delivers_for(1)
    await office.delivers_for(600, step=60)
    await office.dispatcher.recover(alone=False)
    async with office.database.work() as uow:
        await uow.session.execute(text("DROP TRIGGER full"))
    await office.dispatcher.recover(alone=False)
    await office.delivers_for(3)
    assert len(office.calls("sendMessage")) == 1


async def test_one_row_that_cannot_be_written_down_does_not_hold_up_the_others_for_ever(
    office: Office,
) -> None:
    mei, chen = await office.person("梅阿姨"), await office.person("陈伯")
    only_one = FULL.replace("'sent'", "'sent' AND NEW.dedupe_key LIKE '%坏%'")
    async with office.database.work() as uow:
        await uow.session.execute(text(only_one))
    await office.says(mei.id, "坏")
    await office.delivers_for(3)
    await office.says(chen.id, "好")
    await office.delivers_for(3)
    assert [post["state"] for post in await office.posts()] == [PostState.SENDING, PostState.SENT]


async def test_what_was_taken_in_hand_without_our_knowing_is_put_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The commit came through, and its answer was lost."""
    mei = await office.person("梅阿姨")
    await office.says(mei.id, "有人在办")
    real = office.database.work
    lost: list[bool] = []

    @asynccontextmanager
    async def loses_one_answer() -> AsyncIterator[UnitOfWork]:
        async with real() as uow:
            yield uow
        if not lost:
            lost.append(True)
            raise ConnectionError("the answer to COMMIT was lost")

    monkeypatch.setattr(office.database, "work", loses_one_answer)
    with pytest.raises(ConnectionError):
        await office.delivers()
    await office.delivers_for(3)
    assert [message.text for message in mei.chat() if message.sender.is_bot] == ["“有人在办”"]
