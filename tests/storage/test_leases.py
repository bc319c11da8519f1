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
from bot.storage.leases import LEASE
from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement
from tests.storage.stores import NOW
from tests.storage.test_posts import GROUP, MEI, OTHER_GROUP, place, rows, set_all

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
) -> list[Due]:
    """What may go out."""
    async with database.look() as uow:
        return await uow.leases.due(now, busy, resting or {}, limit, below)


async def take(database: Database, lease: str, *, at: Any = NOW) -> list[Due]:
    """Takes everything that is due in hand."""
    async with database.work() as uow:
        found = await uow.leases.due(SOON, [], {}, 50, Priority.BULK)
        await uow.leases.take(found, lease, at)
    return found


def _names(found: list[Due]) -> list[str]:
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
    assert _names(await due(database)) == ["post 4", "post 2", "post 3", "card 1", "post 1"]
    assert _names(await due(database, limit=2)) == ["post 4", "post 2"]


async def test_what_may_not_go_yet_or_not_to_this_chat_or_not_at_all_is_left_out(database: Database) -> None:
    await say(database, "later", not_before=NOW + timedelta(hours=1))
    await say(database, "to mei")
    await say(database, "to the group", GROUP, priority=Priority.BULK)
    await place(database)
    assert _names(await due(database)) == ["post 2", "card 1", "post 3"]
    assert _names(await due(database, busy=(GROUP,))) == ["post 2"]
    assert _names(await due(database, resting={int(Priority.BULK): (GROUP,)})) == ["post 2", "card 1"]
    assert _names(await due(database, resting={int(Priority.CARD): (GROUP,)})) == ["post 2"]
    assert _names(await due(database, below=Priority.CARD)) == ["post 2", "card 1"]
    assert "post 1" in _names(await due(database, now=NOW + timedelta(hours=2)))


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


@pytest.mark.parametrize(
    ("fate", "state", "marked"),
    [
        (Fate.RESEND, PostState.PENDING, False),
        (Fate.MARK, PostState.PENDING, True),
        (Fate.HOLDER, PostState.PENDING, True),
        (Fate.PARK, PostState.UNKNOWN, False),
    ],
)
async def test_a_post_of_somebody_who_died_goes_the_way_of_its_fate(
    database: Database, fate: Fate, state: PostState, marked: bool
) -> None:
    await say(database, "a", fate=fate)
    await take(database, "the dead")
    async with database.work() as uow:
        again, parked = await uow.leases.abandoned(None, ["mine"])
    assert (again, parked) == ((0, 1) if fate is Fate.PARK else (1, 0))
    [post] = await rows(database, outbox)
    assert (post["state"], post["suspect"], post["lease"]) == (state, marked, None)


@pytest.mark.parametrize("message_id", [None, 55])
async def test_a_card_of_somebody_who_died_is_marked_only_where_it_may_appear_twice(
    database: Database, message_id: int | None
) -> None:
    await place(database)
    await set_all(database, message_id=message_id)
    await take(database, "the dead")
    async with database.work() as uow:
        await uow.leases.abandoned(None, ["mine"])
    [card] = await rows(database, placement)
    assert (card["lease"], card["suspect"]) == (None, message_id is None)
    assert _names(await due(database)) == ["card 1"]


async def test_what_the_living_have_in_hand_is_left_to_them(database: Database) -> None:
    await say(database, "mine")
    await take(database, "mine")
    await say(database, "another's")
    await take(database, "another", at=NOW)
    await say(database, "long ago")
    await take(database, "the dead", at=NOW - LEASE - timedelta(seconds=1))
    async with database.work() as uow:
        assert await uow.leases.abandoned(NOW, ["mine"]) == (1, 0)
    assert [post["state"] for post in await rows(database, outbox)] == [
        PostState.SENDING,
        PostState.SENDING,
        PostState.PENDING,
    ]


async def test_what_waits_for_a_group_follows_it_to_its_new_number(database: Database) -> None:
    for number, state in enumerate(PostState):
        await say(database, f"{number}", GROUP)
        async with database.work() as uow:
            await uow.session.execute(
                update(outbox).where(outbox.c.dedupe_key == f"{number}").values(state=state)
            )
    async with database.work() as uow:
        await uow.leases.move_chat(GROUP, OTHER_GROUP)
    moved = {post["state"] for post in await rows(database, outbox) if post["chat_id"] == OTHER_GROUP}
    assert moved == set(PostState) - {PostState.SENT, PostState.EXPIRED}


async def test_cards_of_a_group_that_moved_are_posted_anew_for_its_messages_have_new_numbers(
    database: Database,
) -> None:
    await place(database)
    await set_all(database, message_id=55, shown=1, digest="x")
    async with database.work() as uow:
        await uow.leases.move_chat(GROUP, OTHER_GROUP)
        uow.touch("case:1")
    [card] = await rows(database, placement)
    assert (card["chat_id"], card["message_id"], card["digest"]) == (OTHER_GROUP, None, None)
    [again] = await due(database)
    assert (again.chat_id, again.message_id) == (OTHER_GROUP, None)


async def test_a_card_that_is_in_the_new_group_already_is_not_put_there_twice(database: Database) -> None:
    await place(database, chat=GROUP)
    await place(database, chat=OTHER_GROUP)
    async with database.work() as uow:
        await uow.leases.move_chat(GROUP, OTHER_GROUP)
    cards = await rows(database, placement)
    assert [card["chat_id"] for card in cards if card["state"] is PlaceState.LIVE] == [OTHER_GROUP]


async def test_a_revived_chat_gets_its_cards_brought_up_to_date(database: Database) -> None:
    await place(database, ref=1)
    await place(database, ref=2, chat=OTHER_GROUP)
    await set_all(database, state=PlaceState.GONE, shown=9, wanted=9, attempts=4)
    async with database.work() as uow:
        await uow.leases.revive(GROUP)
    revived, other = await rows(database, placement)
    assert (revived["state"], revived["wanted"], revived["attempts"]) == (PlaceState.LIVE, 10, 0)
    assert other["state"] is PlaceState.GONE
