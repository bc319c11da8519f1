"""Updates are dealt with in order, each once, and one that fails stands in nobody's way but its own."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.domain.member import Role
from bot.intake.context import BotContext
from bot.intake.failing import reference_of
from bot.storage.machinery import InboxState
from handlers import routes
from tests.intake.desk import Desk

DONE, PENDING, DEAD, IGNORED = InboxState.DONE, InboxState.PENDING, InboxState.DEAD, InboxState.IGNORED


async def test_an_update_is_stored_and_dealt_with_in_one_transaction(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await desk.works()
    await mei.says("第一句")
    await desk.poller.once()
    assert await desk.states() == [DONE]
    assert await desk.done() == {"第一句"}


async def test_telegram_hears_of_an_update_only_after_it_is_stored(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("第一句")
    async with desk.database.work() as uow:
        await uow.session.execute(desk_is_full())
    with pytest.raises(Exception, match="disk full"):
        await desk.poller.once()
    assert len(desk.sandbox.updates) == 1, "Telegram still keeps it"
    async with desk.database.work() as uow:
        await uow.session.execute(desk_has_room())
    await desk.works()
    assert await desk.done() == {"第一句"}
    assert desk.handlers.tries["第一句"] >= 1


def desk_is_full() -> Any:
    """A database that takes no more updates."""
    from sqlalchemy import text

    return text("CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END")


def desk_has_room() -> Any:
    """It takes them again."""
    from sqlalchemy import text

    return text("DROP TRIGGER full")


async def test_an_update_that_comes_twice_is_dealt_with_once(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("第一句")
    [update] = desk.sandbox.updates.ready(10)
    await desk.worker.accept([update, dict(update)])
    await desk.works()
    await desk.worker.accept([update])
    await desk.open()
    await desk.worker.accept([update])
    await desk.works()
    assert desk.handlers.tries["第一句"] == 1
    assert await desk.states() == [DONE]


async def test_numbers_that_start_anew_are_not_taken_for_old_ones(desk: Desk) -> None:
    """After a week without updates Telegram chooses the next number at random, perhaps a smaller one."""
    mei = await desk.person("梅阿姨")
    await mei.says("先")
    [update] = desk.sandbox.updates.ready(10)
    await desk.works()
    later = update | {"update_id": 5, "message": update["message"] | {"text": "后"}}
    await desk.worker.accept([later])
    await desk.works()
    assert await desk.done() == {"先", "后"}


async def test_a_process_that_died_with_updates_stored_deals_with_them_when_it_starts(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    for number in range(100):
        await mei.says(f"第{number}句")
    await desk.poller.once()
    await desk.open()
    await desk.works()
    assert desk.handlers.order == [f"第{number}句" for number in range(100)]
    assert set(await desk.states()) == {DONE}


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


async def test_a_rules_no_is_an_answer_and_not_a_failure(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("不可以")
    await mei.says("可以")
    await desk.works()
    assert await desk.states() == [DONE, DONE]
    assert desk.handlers.tries["不可以"] == 1
    assert "small-talk" in await desk.said_to(mei)


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


async def test_an_update_that_cannot_be_read_is_dead_at_once_and_its_neighbours_are_handled(
    desk: Desk,
) -> None:
    wang = await desk.person("王社工", Role.COORDINATOR)
    mei = await desk.person("梅阿姨")
    await mei.says("之前")
    desk.sandbox.queue_raw({"message": {"chat": {"id": 1}, "text": "没有日期"}})
    desk.sandbox.queue_raw({"callback_query": "not even an object"})
    await mei.says("之后")
    await desk.works()
    assert await desk.states() == [DONE, DEAD, DEAD, DONE]
    assert await desk.done() == {"之前", "之后"}
    assert await desk.said_to(wang) == ["alert-dead-update"] * 2


@pytest.mark.parametrize(
    "person",
    [
        {"id": 10**30, "is_bot": False, "first_name": "大"},
        {"id": "6100000001", "is_bot": False, "first_name": "字"},
        {"id": True, "is_bot": False, "first_name": "真"},
        {"id": 6_100_000_777, "is_bot": False, "first_name": ["名"]},
        {"id": 6_100_000_778, "is_bot": False, "first_name": "名" * 5000, "language_code": 7},
        {"id": 6_100_000_779, "is_bot": False, "first_name": "\ud800坏"},
        [],
    ],
)
async def test_a_sender_that_makes_no_sense_stops_nobody_else(desk: Desk, person: Any) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("之前")
    chat = {"id": 5, "type": "private", "first_name": "x"}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": "怪"}
    desk.sandbox.queue_raw({"message": message})
    await mei.says("之后")
    await desk.works_for(29)
    assert (await desk.done()) >= {"之前", "之后"}
    assert PENDING not in await desk.states()


async def test_a_kind_of_update_that_nobody_knows_is_ignored(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    desk.sandbox.queue_raw({"something_new": {"from": {"id": mei.id, "is_bot": False}, "text": "?"}})
    desk.sandbox.queue_raw({})
    await mei.says("之后")
    await desk.works()
    assert await desk.states() == [IGNORED, IGNORED, DONE]


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


async def test_many_updates_at_once_are_dealt_with_in_order(desk: Desk) -> None:
    people = [await desk.person(f"{n}号邻居") for n in range(3)]
    for number in range(150):
        await people[number % 3].says(f"{number}")
    await desk.works()
    assert desk.handlers.order == [str(number) for number in range(150)]


async def test_what_comes_now_does_not_overtake_what_is_stored(desk: Desk) -> None:
    """The first hundred are stored; before they are dealt with, the next one comes."""
    mei = await desk.person("梅阿姨")
    for number in range(100):
        await mei.says(f"{number}")
    await desk.poller.once()
    await mei.says("100")
    await desk.poller.once()
    await desk.works()
    assert desk.handlers.order == [str(number) for number in range(101)]


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


def test_no_handler_of_ours_runs_beside_its_transaction() -> None:
    assert all(route.block for group in routes().values() for route in group)
