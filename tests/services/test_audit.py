"""The record: append-only by the database itself, sealed into a chain, and the first thing that does not fit is named."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.services.audit import prune_events, seal_events
from bot.storage.database import Database, DatabaseTroubleError
from bot.storage.verifying import Finding, verify
from tests.storage.stores import ANOTHER_KEY, NOW, empty_postgres, open_database

_OFF = {
    "sqlite": ["DROP TRIGGER event_stays", "DROP TRIGGER event_remains", "DROP TRIGGER seal_remains"],
    "postgresql": ["SET LOCAL session_replication_role = replica"],
}


async def _happen(database: Database, *kinds: str, days: int = 0) -> None:
    async with database.work() as uow:
        for kind in kinds:
            uow.record(kind, "case:1", now=NOW + timedelta(days=days), by=3, team="爱禾缘志愿者")


async def _seal(database: Database, days: int = 0) -> None:
    more = True
    while more:
        async with database.work() as uow:
            more = await seal_events(uow, now=NOW + timedelta(days=days))


async def _tamper(database: Database, *statements: str) -> None:
    """Changes rows past the triggers, as who owns the database could."""
    async with database.work() as uow:
        for statement in (*_OFF[database.url.get_backend_name()], *statements):
            await uow.session.execute(text(statement))


async def _sealed(database: Database) -> Finding:
    await _happen(database, "case_reported", "case_accepted", "claimed")
    await _seal(database)
    await _happen(database, "finished", "confirmed")
    await _seal(database)
    return await verify(database)


async def test_what_happened_is_sealed_in_order_and_found_whole(database: Database) -> None:
    found = await _sealed(database)
    assert (found.broken, found.seals, found.events, found.unsealed) == (None, 2, 5, 0)
    await _happen(database, "rated")
    tail = await verify(database)
    assert (tail.broken, tail.unsealed, tail.oldest, tail.head) == (None, 1, NOW, found.head)


async def test_many_events_are_sealed_slice_by_slice(database: Database) -> None:
    await _happen(database, *["climbed"] * 1203)
    await _seal(database)
    found = await verify(database)
    assert (found.broken, found.seals, found.events) == (None, 3, 1203)


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE event SET by_id = 4 WHERE id = 2", "event 2 was changed"),
        ("UPDATE event SET detail = NULL WHERE id = 4", "event 4 was changed"),
        ("DELETE FROM event WHERE id = 2", "before event 3 one is missing"),
        ("DELETE FROM event WHERE id = 3", "after event 2 one is missing"),
        ("DELETE FROM seal WHERE id = 1", "seal 2 was changed, or one before it is missing"),
    ],
)
async def test_what_was_changed_past_the_triggers_is_named(
    database: Database, statement: str, says: str
) -> None:
    await _sealed(database)
    await _tamper(database, statement)
    assert (await verify(database)).broken == says


async def test_an_event_put_in_the_place_of_another_is_named(database: Database) -> None:
    await _sealed(database)
    again = "INSERT INTO event (id, at, subject, kind, by_id) SELECT 2, at, subject, 'claimed', 9 FROM event WHERE id = 1"
    await _tamper(database, "DELETE FROM event WHERE id = 2", again)
    assert (await verify(database)).broken == "event 2 was changed"


async def test_a_chain_made_anew_without_the_key_does_not_fit(url: str) -> None:
    database = open_database(url)
    await _sealed(database)
    await database.close()
    stranger = open_database(url, ANOTHER_KEY)
    found = await verify(stranger)
    assert found.broken == "seal 1 was changed, or one before it is missing"
    await stranger.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET by_id = 9 WHERE id = 1",
        "UPDATE event SET kind = 'else'",
        "DELETE FROM event",
        "UPDATE seal SET events = 1",
        "DELETE FROM seal",
    ],
)
async def test_the_database_itself_refuses_to_change_the_record(database: Database, statement: str) -> None:
    await _sealed(database)
    with pytest.raises(DatabaseTroubleError, match="append-only"):
        async with database.work() as uow:
            await uow.session.execute(text(statement))
    assert (await verify(database)).broken is None


async def test_old_events_go_by_a_link_of_the_chain_and_it_stays_whole(database: Database) -> None:
    await _happen(database, "case_reported", "claimed")
    await _seal(database)
    await _happen(database, "finished", days=100)
    await _seal(database, days=100)
    async with database.work() as uow:
        assert await prune_events(uow, NOW + timedelta(days=50), now=NOW + timedelta(days=101))
        assert await uow.audit.delete_to(await uow.audit.pruned_to(), 100) == 2
    async with database.work() as uow:
        assert not await prune_events(uow, NOW + timedelta(days=50), now=NOW + timedelta(days=102))
    await _happen(database, "confirmed", days=102)
    await _seal(database, days=102)
    found = await verify(database)
    assert (found.broken, found.pruned_to, found.events, found.unsealed) == (None, 2, 2, 0)


@pytest.mark.postgres
async def test_an_event_committed_late_below_others_is_neither_missed_nor_put_out_of_order(
    migrated_postgres: str,
) -> None:
    """1. A writer takes number 1 and is slow. 2. Another takes number 2 and commits. 3. The clock seals.
    4. The slow one commits. The clock has waited for it: number 1 is in the seal, before number 2."""
    empty_postgres(migrated_postgres)
    database = open_database(migrated_postgres)
    async with database.work() as slow:
        slow.record("first", "case:1", now=NOW)
        await slow.flush()
        await _happen(database, "second")
        sealing = asyncio.create_task(_seal(database))
        await asyncio.sleep(0.2)
        assert not sealing.done()
    await sealing
    found = await verify(database)
    assert (found.broken, found.events, found.unsealed) == (None, 2, 0)
    await database.close()
