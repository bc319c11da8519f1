"""What is asked for in a transaction: each thing once, cards at their places, changes marked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Table, insert, select

from bot.domain.priority import Priority
from bot.storage.bodies import File, pack, unpack
from bot.storage.database import Database
from bot.storage.machinery import Fate, outbox
from tests.storage.stores import NOW

MEI, GROUP, OTHER_GROUP = 6_100_000_001, -1_001_000_000_001, -1_001_000_000_002


async def rows(database: Database, table: Table) -> list[dict[str, Any]]:
    """Everything in a table, oldest first."""
    async with database.look() as uow:
        found = await uow.session.execute(select(table).order_by(table.c.id))
        return [dict(row) for row in found.mappings()]


async def test_the_same_thing_asked_for_twice_goes_out_once(database: Database) -> None:
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="ack:1", now=NOW)
        uow.say(MEI, "no-such-case", dedupe="ack:1", now=NOW)
    async with database.work() as uow:
        uow.say(MEI, "no-such-case", dedupe="ack:1", now=NOW)
        uow.say(MEI, "small-talk", dedupe="ack:2", now=NOW)
    posts = await rows(database, outbox)
    assert [(post["dedupe_key"], post["body"]["key"]) for post in posts] == [
        ("ack:1", "small-talk"),
        ("ack:2", "small-talk"),
    ]


@pytest.mark.parametrize(
    ("chat", "ask", "fate"),
    [
        (MEI, "say", Fate.MARK),
        (GROUP, "say", Fate.PARK),
        (MEI, "file", Fate.MARK),
        (MEI, "file of a holder", Fate.HOLDER),
        (GROUP, "delete", Fate.RESEND),
    ],
)
async def test_what_becomes_of_a_doubtful_post_is_settled_when_it_is_asked_for(
    database: Database, chat: int, ask: str, fate: Fate
) -> None:
    async with database.work() as uow:
        if ask == "say":
            uow.say(chat, "small-talk", dedupe="a", now=NOW)
        elif ask == "delete":
            uow.delete_message(chat, 5, now=NOW)
        else:
            holder_of = 7 if ask == "file of a holder" else None
            uow.send_file(chat, File("photo", "f"), dedupe="a", now=NOW, holder_of=holder_of)
    [post] = await rows(database, outbox)
    assert post["fate"] is fate


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8),
        st.one_of(st.text(), st.integers(), st.booleans(), st.none(), st.datetimes(timezones=st.just(UTC))),
    )
)
def test_arguments_come_out_as_they_went_in(args: dict[str, Any]) -> None:
    assert unpack(pack(args)) == args


async def test_arguments_survive_the_database(database: Database) -> None:
    args: dict[str, Any] = {
        "due": datetime(2026, 3, 4, 6, tzinfo=UTC),
        "no": "12",
        "text": "电梯 🛗 <b>\u202e",
        "count": 3,
    }
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW, **args)
    [post] = await rows(database, outbox)
    assert unpack(post["body"]["args"]) == args


async def test_urgency_is_kept_as_a_number_that_leaves_room_for_others(database: Database) -> None:
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW, priority=Priority.DANGER)
    [post] = await rows(database, outbox)
    assert post["priority"] == 10


async def test_a_row_that_breaks_a_rule_of_the_table_stops_the_whole_transaction(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)null"):
        await _say_and_break(database)
    assert await rows(database, outbox) == []


async def _say_and_break(database: Database) -> None:
    async with database.work() as uow:
        uow.say(MEI, "small-talk", dedupe="a", now=NOW)
        await uow.flush()
        await uow.session.execute(insert(outbox).values(dedupe_key="b", chat_id=None))
