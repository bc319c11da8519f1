"""What is due, who has it in hand, and what becomes of it when they die with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from bot.domain.priority import Priority
from bot.storage.database import Database
from bot.storage.due import Due
from bot.storage.machinery import PlaceState, PostState, outbox, placement
from tests.storage.stores import NOW
from tests.storage.test_places import place, set_all
from tests.storage.test_posts import GROUP, MEI, rows

SOON = NOW + timedelta(seconds=1)


async def say(database: Database, dedupe: str, chat: int = MEI, **how: Any) -> None:
    """Asks for one post."""
    async with database.work() as uow:
        uow.say(chat, "small-talk", dedupe=dedupe, now=NOW, **how)


async def due(
    database: Database,
    *,
    now: Any = SOON,
    busy: tuple[int, ...] = (),
    resting: Mapping[int, tuple[int, ...]] | None = None,
    limit: int = 50,
    below: Priority = Priority.BULK,
    edited: tuple[int, ...] = (),
) -> list[Due]:
    """What may go out."""
    async with database.look() as uow:
        return (await uow.leases.due(now, busy, resting or {}, limit, below, edited)).due


async def take(database: Database, lease: str, *, at: Any = NOW) -> list[Due]:
    """Takes everything that is due in hand."""
    async with database.work() as uow:
        found = (await uow.leases.due(SOON, [], {}, 50, Priority.BULK)).due
        await uow.leases.take(found, lease, at)
    return found


def names_of(found: list[Due]) -> list[str]:
    """For a test to compare."""
    return [f"card {one.ref}" if one.is_card else f"post {one.id}" for one in found]


async def test_the_most_urgent_comes_first_then_posts_before_cards_then_as_they_were_asked_for(
    database: Database,
) -> None:
    await say(database, "bulk", priority=Priority.BULK)
    await say(database, "first answer")
    await say(database, "second answer")
    async with database.work() as uow:
        uow.place("receipt", 1, MEI, now=NOW, priority=Priority.ANSWER)
    await say(database, "danger", priority=Priority.DANGER)
    assert names_of(await due(database)) == ["post 4", "post 2", "post 3", "card 1", "post 1"]
    assert names_of(await due(database, limit=2)) == ["post 4", "post 2"]


async def test_what_may_not_go_yet_or_not_to_this_chat_or_not_at_all_is_left_out(database: Database) -> None:
    await say(database, "later", not_before=NOW + timedelta(hours=1))
    await say(database, "to mei")
    await say(database, "to the group", GROUP, priority=Priority.BULK)
    await place(database)
    assert names_of(await due(database)) == ["post 2", "card 1", "post 3"]
    assert names_of(await due(database, busy=(GROUP,))) == ["post 2"]
    assert names_of(await due(database, resting={int(Priority.BULK): (GROUP,)})) == ["post 2", "card 1"]
    assert names_of(await due(database, resting={int(Priority.CARD): (GROUP,)})) == ["post 2"]
    assert names_of(await due(database, below=Priority.CARD)) == ["post 2", "card 1"]
    assert "post 1" in names_of(await due(database, now=NOW + timedelta(hours=2)))


@pytest.mark.parametrize("values", [{"shown": 1}, {"state": PlaceState.GONE}, {"state": PlaceState.RETIRED}])
async def test_a_card_that_shows_how_things_stand_or_no_longer_lives_is_not_due(
    database: Database, values: dict[str, Any]
) -> None:
    await place(database)
    await set_all(database, **values)
    assert await due(database) == []


async def test_what_somebody_has_in_hand_is_due_for_nobody_else(database: Database) -> None:
    await say(database, "a")
    await place(database)
    assert len(await take(database, "mine")) == 2
    assert await due(database) == []


async def test_what_was_put_back_is_due_again_as_if_nothing_had_been(database: Database) -> None:
    await say(database, "a")
    await place(database)
    before = await due(database)
    taken = await take(database, "mine")
    async with database.work() as uow:
        await uow.leases.put_back(taken, "mine")
    assert await due(database) == before


async def test_only_who_holds_the_lease_can_settle(database: Database) -> None:
    await say(database, "a")
    await place(database)
    await take(database, "mine")
    post, card = {"id_": 1, "state": PostState.SENT, "message_id": 9}, {"id_": 1, "shown": 1, "message_id": 9}
    for lease, settled in (("yours", False), ("mine", True)):
        async with database.work() as uow:
            await uow.leases.settle_posts(lease, [post])
            await uow.leases.settle_cards(lease, [card])
        [sent], [shown] = await rows(database, outbox), await rows(database, placement)
        assert (sent["state"] is PostState.SENT) == settled
        assert (shown["shown"] == 1) == settled
        assert (sent["lease"] is None) == settled
        assert (shown["lease"] is None) == settled


async def test_while_one_sends_to_a_chat_no_other_does(database: Database) -> None:
    """On SQLite nobody else is there."""
    await say(database, "a")
    await take(database, "mine")
    await say(database, "b")
    await place(database, chat=MEI)
    await say(database, "c", GROUP)
    if not database.is_sqlite:
        assert names_of(await due(database)) == ["post 3"]
    async with database.work() as uow:
        await uow.leases.settle_posts("mine", [{"id_": 1, "state": PostState.SENT}])
    assert names_of(await due(database)) == ["post 2", "post 3", "card 1"]


async def test_a_card_just_edited_by_one_rests_for_all(database: Database) -> None:
    await place(database)
    await take(database, "mine")
    async with database.work() as uow:
        await uow.leases.settle_cards("mine", [{"id_": 1}], rest=timedelta(seconds=3))
    assert names_of(await due(database)) == (["card 1"] if database.is_sqlite else [])


async def test_cards_that_rest_after_an_edit_keep_none_behind_them_waiting(database: Database) -> None:
    for ref in range(1, 8):
        await place(database, ref=ref)
    assert names_of(await due(database, limit=2, edited=(1, 2, 3, 4, 6))) == ["card 5", "card 7"]
    assert names_of(await due(database, limit=2, edited=(2, 900))) == ["card 1", "card 3"]
    assert await due(database, limit=2, edited=tuple(range(1, 8))) == []


async def test_who_lost_a_lease_is_told_before_anything_follows_from_it(database: Database) -> None:
    """On SQLite nobody takes anything away from the one who works there."""
    if database.is_sqlite:
        return
    await say(database, "a")
    await say(database, "b", GROUP)
    taken = await take(database, "slow")
    async with database.work() as uow:
        await uow.session.execute(update(outbox).where(outbox.c.id == 1).values(lease="quick"))
        assert await uow.leases.still("slow", taken) == {(False, 2)}


async def test_rows_with_different_endings_are_settled_together(database: Database) -> None:
    for dedupe in ("a", "b", "c"):
        await say(database, dedupe)
    await take(database, "mine")
    async with database.work() as uow:
        await uow.leases.settle_posts(
            "mine",
            [
                {"id_": 1, "state": PostState.SENT, "message_id": 9},
                {"id_": 2, "state": PostState.FAILED, "error": "no"},
                {"id_": 3, "state": PostState.SENT, "message_id": 10},
            ],
        )
    assert [(post["state"], post["message_id"], post["error"]) for post in await rows(database, outbox)] == [
        (PostState.SENT, 9, None),
        (PostState.FAILED, None, "no"),
        (PostState.SENT, 10, None),
    ]
