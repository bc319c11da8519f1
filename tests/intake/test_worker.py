"""Updates are dealt with in order, each once, and one that fails stands in nobody's way but its own."""

from __future__ import annotations

from typing import Any

import pytest

from bot.domain.member import Role
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


async def test_a_rules_no_is_an_answer_and_not_a_failure(desk: Desk) -> None:
    mei = await desk.person("梅阿姨")
    await mei.says("不可以")
    await mei.says("可以")
    await desk.works()
    assert await desk.states() == [DONE, DONE]
    assert desk.handlers.tries["不可以"] == 1
    assert "small-talk" in await desk.said_to(mei)


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


def test_no_handler_of_ours_runs_beside_its_transaction() -> None:
    assert all(route.block for group in routes().values() for route in group)
