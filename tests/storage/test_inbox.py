"""What came in: once by its number, in the order it came, held where one that failed is in the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.storage.database import Database
from bot.storage.machinery import InboxState, inbox
from tests.storage.stores import NOW
from tests.storage.test_posts import rows

BOT, OTHER_BOT = 7_000_000_001, 7_000_000_002
LATER = NOW + timedelta(seconds=10)


def row(update_id: int, lane: str = "1", bot: int = BOT, text: str = "你好") -> dict[str, Any]:
    """As the inbox is given it."""
    return {
        "bot_id": bot,
        "update_id": update_id,
        "lane": lane,
        "payload": {"update_id": update_id, "message": {"text": text}},
        "state": InboxState.PENDING,
        "attempts": 0,
        "received_at": NOW,
        "done_at": None,
    }


async def file(database: Database, *new: dict[str, Any]) -> None:
    """Stores updates."""
    async with database.work() as uow:
        await uow.inbox.file(new)


async def _waiting(database: Database, now: Any = NOW, limit: int = 50) -> list[int]:
    async with database.look() as uow:
        return [one.update_id for one in await uow.inbox.waiting(now, limit)]


async def test_an_update_that_comes_again_is_stored_once_as_it_first_came(database: Database) -> None:
    await file(database, row(5, text="first"))
    await file(database, row(5, text="again"), row(6), row(6))
    stored = await rows(database, inbox)
    assert [(one["update_id"], one["payload"]["message"]["text"]) for one in stored] == [
        (5, "first"),
        (6, "你好"),
    ]


async def test_another_bots_updates_have_numbers_of_their_own(database: Database) -> None:
    await file(database, row(5), row(5, bot=OTHER_BOT))
    async with database.look() as uow:
        assert await uow.inbox.known(BOT, [5, 6]) == {5}
        assert await uow.inbox.last_update(OTHER_BOT) == 5
        assert await uow.inbox.last_update(9) == 0


async def test_what_waits_comes_in_the_order_it_was_stored(database: Database) -> None:
    await file(database, row(9), row(3), row(7))
    assert await _waiting(database) == [9, 3, 7]
    assert await _waiting(database, limit=2) == [9, 3]


async def test_nobody_waits_behind_one_persons_flood(database: Database) -> None:
    await file(database, *[row(n, "mei") for n in range(1, 201)], row(201, "chen"), row(202, "lin"))
    assert await _waiting(database, limit=5) == [1, 201, 202, 2, 3]


async def test_one_that_failed_holds_its_lane_and_no_other_until_its_time(database: Database) -> None:
    await file(database, row(1, "mei"), row(2, "chen"), row(3, "mei"))
    async with database.work() as uow:
        await uow.inbox.put_off(1, attempts=1, not_before=LATER)
    assert await _waiting(database) == [2]
    assert await _waiting(database, LATER) == [1, 2, 3]
    async with database.look() as uow:
        [first, *_] = await uow.inbox.waiting(LATER, 9)
        assert first.attempts == 1


async def test_one_that_is_dead_lets_its_lane_go_on(database: Database) -> None:
    await file(database, row(1, "mei"), row(2, "mei"))
    async with database.work() as uow:
        await uow.inbox.put_off(1, attempts=1, not_before=LATER)
        await uow.inbox.bury(1, "A1B2C3", NOW)
    assert await _waiting(database) == [2]
    dead, _ = await rows(database, inbox)
    assert (dead["state"], dead["reference"]) == (InboxState.DEAD, "A1B2C3")


async def test_what_is_dealt_with_waits_no_more(database: Database) -> None:
    await file(database, *(row(number) for number in range(1, 4)))
    async with database.work() as uow:
        await uow.inbox.settle([1], InboxState.DONE, NOW)
        await uow.inbox.settle([3], InboxState.IGNORED, NOW)
        await uow.inbox.settle([], InboxState.DONE, NOW)
    assert await _waiting(database) == [2]
    async with database.look() as uow:
        assert await uow.inbox.count(InboxState.PENDING) == 1
        assert await uow.inbox.count(InboxState.DONE) == 1
