"""Which of our messages a row knows, and which hang there though no row does."""

from __future__ import annotations

from sqlalchemy import update

from bot.storage.database import Database
from bot.storage.machinery import PostState, outbox, placement
from bot.storage.placements import Placements
from tests.storage.stores import NOW
from tests.storage.test_places import place, set_all
from tests.storage.test_posts import GROUP, MEI, OTHER_GROUP, rows

ASKED = {(GROUP, 55), (GROUP, 56), (MEI, 66), (MEI, 55)}


async def test_a_message_is_known_by_its_card_or_its_post_in_its_own_chat(database: Database) -> None:
    await place(database)
    await set_all(database, message_id=55)
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW)
    async with database.work() as uow:
        await uow.session.execute(update(outbox).values(message_id=66, state=PostState.SENT))
    async with database.look() as uow:
        assert await uow.shown.unknown(ASKED) == {(GROUP, 56), (MEI, 55)}


async def test_nothing_is_a_stray_where_a_card_is_just_being_sent(database: Database) -> None:
    """Somebody may press it before its number is written down."""
    await place(database)
    await set_all(database, lease="somebody", lease_until=NOW)
    async with database.look() as uow:
        assert await uow.shown.unknown(ASKED) == {(MEI, 66), (MEI, 55)}
        assert await uow.shown.unsent_cards(GROUP) == []


async def test_a_card_in_doubt_is_adopted_once_and_not_while_it_is_being_sent(database: Database) -> None:
    await place(database)
    await set_all(database, suspect=True, lease="somebody")
    async with database.work() as uow:
        assert not await Placements(uow.session).adopt(1, 55)
        await uow.session.execute(update(placement).values(lease=None))
        assert [(row.card, row.ref) for row in await uow.shown.unsent_cards(GROUP)] == [("case", 1)]
        assert await Placements(uow.session).adopt(1, 55)
        assert not await Placements(uow.session).adopt(1, 56)
    [card] = await rows(database, placement)
    assert (card["message_id"], card["suspect"]) == (55, False)


async def test_what_was_to_be_taken_away_by_number_does_not_move_with_the_group(database: Database) -> None:
    """In the new group another message may have that number."""
    async with database.work() as uow:
        uow.delete_message(GROUP, 55, now=NOW)
        uow.say(GROUP, "small-talk", dedupe="a", now=NOW)
    async with database.work() as uow:
        await uow.leases.move_chat(GROUP, OTHER_GROUP)
    moved = {post["kind"]: (post["chat_id"], post["state"]) for post in await rows(database, outbox)}
    assert moved == {"delete": (GROUP, PostState.EXPIRED), "say": (OTHER_GROUP, PostState.PENDING)}
