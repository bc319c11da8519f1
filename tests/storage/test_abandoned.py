"""What becomes of what was on its way when somebody died with it, or when its group moved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.storage.database import Database
from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement
from tests.storage.stores import NOW
from tests.storage.test_leases import due, names_of, say, take
from tests.storage.test_places import place, set_all
from tests.storage.test_posts import GROUP, MEI, OTHER_GROUP, rows


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
    assert names_of(await due(database)) == ["card 1"]


async def silent_for_long(database: Database, *leases: str) -> None:
    """Longer than a lease lasts, by whatever clock."""
    async with database.work() as uow:
        for table in (outbox, placement):
            theirs = update(table).where(table.c.lease.in_(leases))
            await uow.session.execute(theirs.values(lease_until=NOW - timedelta(days=1)))


async def test_a_sign_of_life_is_enough(database: Database) -> None:
    if database.is_sqlite:
        return  # one process alone, to which nobody listens
    await say(database, "a")
    await place(database)
    await take(database, "slow")
    await silent_for_long(database, "slow")
    async with database.work() as uow:
        await uow.leases.renew("slow")
        assert await uow.leases.abandoned(NOW, ["mine"]) == (0, 0)


async def test_what_the_living_have_in_hand_is_left_to_them(database: Database) -> None:
    for number, lease in enumerate(("mine", "another", "the dead")):
        await say(database, lease, MEI + number)
        await take(database, lease)
    await silent_for_long(database, "mine", "the dead")
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
