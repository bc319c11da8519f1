"""One that fails stands in nobody's way but its own, and in the end a person hears of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.member import Role
from bot.intake.context import BotContext
from bot.storage.inbox import reference_of
from bot.storage.machinery import InboxState
from tests.intake.desk import Desk

DONE, PENDING, DEAD = InboxState.DONE, InboxState.PENDING, InboxState.DEAD


async def test_one_that_fails_is_found_and_those_around_it_are_dealt_with_in_order(desk: Desk) -> None:
    mei, chen = await desk.person("梅阿姨"), await desk.person("陈伯")
    await mei.says("一")
    await chen.says("炸")
    await mei.says("二")
    await chen.says("三")
    await desk.works()
    assert await desk.done() == {"一", "二"}
    assert await desk.states() == [DONE, PENDING, DONE, PENDING]
    assert "三" not in desk.handlers.order, "it waits behind the one that failed, in the same lane"


async def test_three_tries_in_thirty_seconds_and_then_it_is_dead_and_both_sides_hear_its_number(
    desk: Desk,
) -> None:
    wang = await desk.person("王社工", Role.COORDINATOR)
    mei = await desk.person("梅阿姨")
    await mei.says("炸")
    await mei.says("后来的话")
    await desk.works()
    before = desk.handlers.tries["炸"]
    await desk.works_for(2)
    assert desk.handlers.tries["炸"] == before
    await desk.works_for(1)
    assert desk.handlers.tries["炸"] == before + 1
    assert await desk.states() == [PENDING, PENDING]
    await desk.works_for(26)
    assert desk.handlers.tries["炸"] == before + 2
    assert await desk.states() == [DEAD, DONE]
    assert await desk.done() == {"后来的话"}
    assert await desk.said_to(wang) == ["alert-dead-update"]
    assert "sorry-it-failed" in await desk.said_to(mei)
    [dead, _] = await desk.stored()
    assert dead["reference"] == reference_of(dead["update_id"])


async def test_one_that_recovers_within_its_three_tries_is_done_once(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("炸")
    await desk.works()
    desk.handlers.poison.clear()
    await desk.works_for(4)
    assert await desk.states() == [DONE]
    assert await desk.done() == {"炸"}
    assert "sorry-it-failed" not in await desk.said_to(mei)


async def test_one_that_waits_for_its_next_try_is_not_put_off_for_a_day_by_a_clock_that_is_set_back(
    desk: Desk,
) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("炸")
    await desk.works()
    desk.handlers.poison.clear()
    desk.clock.move(timedelta(days=-1))
    await desk.works_for(4)
    assert await desk.states() == [DONE]


async def test_what_comes_while_a_lane_is_held_waits_its_turn_and_other_lanes_do_not(desk: Desk) -> None:
    mei, chen = await desk.person("梅阿姨"), await desk.person("陈伯")
    await mei.says("炸")
    await desk.works()
    desk.handlers.poison.clear()
    desk.handlers.order.clear()
    await mei.says("后来的话")
    await chen.says("别人的话")
    await desk.works()
    assert desk.handlers.order == ["别人的话"]
    await desk.works_for(4)
    assert desk.handlers.order == ["别人的话", "炸", "后来的话"]


async def test_a_handler_that_takes_too_long_is_cancelled_and_counts_as_failed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.turns.HANDLER_S", 0.05)
    mei, chen = await desk.person("梅阿姨"), await desk.person("陈伯")
    await mei.says("慢")
    await chen.says("快")
    await desk.works()
    assert await desk.states() == [PENDING, DONE]
    assert await desk.done() == {"快"}
    await desk.works_for(29)
    assert await desk.states() == [DEAD, DONE]


async def test_a_context_that_could_not_be_built_is_a_failure(desk: Desk) -> None:
    """PTB only logs that, and drops the update."""

    class Broken(BotContext):
        def __init__(self, *args: Any, **named: Any) -> None:
            raise OSError("no context today")

    mei = await desk.person("梅阿姨")
    await desk.open(Broken)
    await mei.says("第一句")
    await desk.works()
    assert await desk.states() == [PENDING]
    await desk.open()
    await desk.works_for(4)
    assert await desk.states() == [DONE]
    assert await desk.done() == {"第一句"}


async def test_in_a_running_process_what_was_put_off_is_tried_again_and_not_overtaken(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    running = asyncio.create_task(desk.worker.run())
    await mei.says("炸")
    await desk.poller.once()
    await _until_put_off(desk)
    desk.handlers.poison.clear()
    await mei.says("后来的话")
    await desk.poller.once()
    await asyncio.sleep(0.05)
    assert "后来的话" not in desk.handlers.order
    desk.clock.pass_seconds(4)
    desk.worker.wake.set()
    await _until_tried(desk, "后来的话", 1)
    assert desk.handlers.order[-2:] == ["炸", "后来的话"]
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _until_put_off(desk: Desk) -> None:
    async with asyncio.timeout(5):
        while not any(row["not_before"] for row in await desk.stored()):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def _until_tried(desk: Desk, words: str, times: int) -> None:
    async with asyncio.timeout(5):
        while desk.handlers.tries[words] < times:  # noqa: ASYNC110 - nobody tells us
            await asyncio.sleep(0.01)
