"""Cards at their places: what is wanted of them, and where they live and die."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update

from bot.storage.database import Database
from bot.storage.machinery import PlaceState, PostState, outbox, placement
from tests.storage.stores import NOW
from tests.storage.test_posts import GROUP, MEI, OTHER_GROUP, rows


async def place(
    database: Database, card: str = "case", ref: int = 1, chat: int = GROUP, round_: int = 0
) -> None:
    """Puts a card somewhere, in a transaction of its own."""
    async with database.work() as uow:
        uow.place(card, ref, chat, now=NOW, subject=f"case:{ref}", round_=round_)


async def touch(database: Database, subject: str) -> None:
    """Something about the subject has changed."""
    async with database.work() as uow:
        uow.touch(subject)


async def set_all(database: Database, **values: Any) -> None:
    """Changes every placement, as delivery would."""
    async with database.work() as uow:
        await uow.session.execute(update(placement).values(**values))


async def test_a_new_card_wants_to_be_shown_once_however_often_it_is_named(database: Database) -> None:
    async with database.work() as uow:
        uow.place("case", 1, GROUP, now=NOW, subject="case:1")
        uow.touch("case:1")
        uow.place("case", 1, GROUP, now=NOW, subject="case:1")
    [card] = await rows(database, placement)
    assert (card["wanted"], card["shown"], card["state"]) == (1, 0, PlaceState.LIVE)


async def test_a_change_is_wanted_everywhere_the_subject_is_shown_and_nowhere_else(
    database: Database,
) -> None:
    async with database.work() as uow:
        for ref, chat in ((1, GROUP), (1, OTHER_GROUP), (2, GROUP)):
            uow.place("case", ref, chat, now=NOW)
    async with database.work() as uow:
        uow.touch("case:1")
        uow.touch("case:1")
    cards = await rows(database, placement)
    assert [(card["ref"], card["wanted"]) for card in cards] == [(1, 2), (1, 2), (2, 1)]


async def test_a_card_put_where_it_already_is_is_brought_up_to_date_in_its_message(
    database: Database,
) -> None:
    await place(database)
    await set_all(database, message_id=55, shown=1)
    await place(database)
    [card] = await rows(database, placement)
    assert (card["message_id"], card["wanted"], card["shown"]) == (55, 2, 1)


async def test_another_asking_gets_a_card_of_its_own(database: Database) -> None:
    for round_ in (0, 1, 1):
        await place(database, chat=MEI, round_=round_)
    assert [card["round"] for card in await rows(database, placement)] == [0, 1]


@pytest.mark.parametrize("state", [PlaceState.GONE, PlaceState.RETIRED])
async def test_what_is_gone_or_retired_wants_nothing_when_its_subject_changes(
    database: Database, state: PlaceState
) -> None:
    await place(database)
    await set_all(database, state=state, shown=1)
    await touch(database, "case:1")
    [card] = await rows(database, placement)
    assert (card["state"], card["wanted"]) == (state, 1)


async def test_a_retired_card_that_is_put_there_again_lives_again(database: Database) -> None:
    await place(database)
    await set_all(database, state=PlaceState.RETIRED, shown=1, message_id=None)
    await place(database)
    [card] = await rows(database, placement)
    assert (card["state"], card["wanted"], card["shown"]) == (PlaceState.LIVE, 2, 1)


async def test_a_card_in_a_chat_that_refuses_us_waits_for_the_chat_to_come_back(database: Database) -> None:
    await place(database, chat=MEI)
    await set_all(database, state=PlaceState.GONE, shown=1, message_id=55)
    await place(database, chat=MEI)
    [card] = await rows(database, placement)
    assert card["state"] is PlaceState.GONE
    async with database.work() as uow:
        await uow.leases.revive(MEI)
    [card] = await rows(database, placement)
    assert card["state"] is PlaceState.LIVE
    assert card["wanted"] > card["shown"]


async def test_a_message_of_ours_knows_what_it_is_about(database: Database) -> None:
    await place(database)
    await set_all(database, message_id=55)
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW, subject="task:9")
    async with database.work() as uow:
        await uow.session.execute(update(outbox).values(message_id=66, state=PostState.SENT))
    async with database.look() as uow:
        assert await uow.shown.subject_at(GROUP, 55) == "case:1"
        assert await uow.shown.subject_at(MEI, 66) == "task:9"
        assert await uow.shown.subject_at(MEI, 55) is None


async def test_cards_of_the_last_hour_are_counted_with_those_not_written_yet(database: Database) -> None:
    for ref in (1, 2):
        await place(database, ref=ref)
    async with database.work() as uow:
        uow.place("case", 3, GROUP, now=NOW)
        assert await uow.posts.cards_since("case", GROUP, NOW) == 3
        assert await uow.posts.cards_since("case", OTHER_GROUP, NOW) == 0


async def test_a_card_without_a_row_is_a_mistake_of_ours_and_says_so(database: Database) -> None:
    async with database.work() as uow:
        with pytest.raises(ValueError, match="before its row had a number"):
            uow.place("case", None, GROUP, now=NOW)
