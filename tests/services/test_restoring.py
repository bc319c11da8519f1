"""A backup put back: nothing goes out by surprise, nobody comes back who asked to be forgotten."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from bot.domain.case import Case
from bot.domain.member import Member
from bot.services.leaving import forget
from bot.services.restoring import Restored, restore_copy
from bot.storage.backups import make_backup
from bot.storage.copying.dump import open_dump
from bot.storage.database import Database
from bot.storage.forgotten import LIST, erasures, note_erasures, read_list
from bot.storage.machinery import Fate, PlaceState, PostState, outbox, placement
from tests.storage.stores import NOW, open_database

LATER = NOW + timedelta(hours=3)


async def put_back(database: Database, file: Path, erased: bool = False) -> Restored:
    """At a later time; `erased`: with the list of who was forgotten, as the record has it."""
    async with database.look() as uow:
        found = await erasures(uow) if erased else []
    with open_dump(file, database.keychain) as opened:
        async with database.work() as uow:
            return await restore_copy(uow, opened, found, now=LATER)


def post(key: str, state: PostState, kind: str = "say", **more: Any) -> dict[str, Any]:
    """A row of the outbox."""
    base = {"not_before": None, "expires_at": None, "lease": None, "lease_until": None}
    return base | {
        "dedupe_key": key,
        "chat_id": 7,
        "kind": kind,
        "priority": 1,
        "body": {},
        "fate": Fate.MARK,
        "state": state,
        "created_at": NOW,
        **more,
    }


def card(ref: int, message_id: int | None, not_before: datetime | None = None) -> dict[str, Any]:
    """A place where a card is to be changed."""
    return {
        "card": "case",
        "ref": ref,
        "subject": "case:1",
        "chat_id": -5,
        "priority": 1,
        "message_id": message_id,
        "wanted": 2,
        "shown": 1,
        "state": PlaceState.LIVE,
        "lease": "somebody",
        "not_before": not_before,
        "created_at": NOW,
    }


async def test_what_had_not_gone_out_waits_for_a_person_and_nothing_is_sent_by_surprise(
    database: Database, tmp_path: Path
) -> None:
    tomorrow = LATER + timedelta(days=1)
    rows = [
        post("waits", PostState.PENDING),
        post("in hand", PostState.SENDING, lease="dead", lease_until=NOW),
        post("too late", PostState.PENDING, expires_at=NOW + timedelta(hours=1)),
        post("tomorrow's", PostState.PENDING, not_before=tomorrow),
        post("taken back", PostState.SENDING, "delete"),
        post("sent", PostState.SENT),
        post("refused", PostState.FAILED),
    ]
    async with database.work() as uow:
        await uow.session.execute(insert(outbox), rows)
        await uow.session.execute(insert(placement), [card(1, 12), card(2, None), card(3, None, tomorrow)])
    made = await make_backup(database, tmp_path / "a.backup", NOW)
    done = await put_back(database, made.file)
    assert done.parked == 3
    async with database.look() as uow:
        posts = await uow.session.execute(select(outbox.c.dedupe_key, outbox.c.state))
        cards = await uow.session.execute(
            select(placement.c.ref, placement.c.wanted > placement.c.shown, placement.c.error)
        )
        assert {key: str(state) for key, state in posts} == {
            "waits": "unknown",
            "in hand": "unknown",
            "too late": "expired",
            "tomorrow's": "pending",
            "taken back": "pending",
            "sent": "sent",
            "refused": "failed",
        }
        assert sorted(tuple(row) for row in cards) == [
            (1, True, None),
            (2, False, "restored"),
            (3, True, None),
        ]


async def test_who_was_forgotten_after_the_backup_is_forgotten_again_and_nobody_else(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = open_database(sqlite_url)
    async with database.work() as uow:
        uow.add(Member(7, "小梅"))
        uow.add(Member(8, "阿强"))
        await uow.numbered()
        uow.add(Case(1, "梅家的水管", NOW))
    made = await make_backup(database, tmp_path / "a.backup", NOW)
    async with database.work() as uow:
        mei = (await uow.members.many([1]))[1]
        await forget(uow, mei, "已离开的邻居", keep_open=False, now=NOW + timedelta(hours=1))
    async with database.look() as uow:
        await note_erasures(uow, tmp_path)
        assert read_list(tmp_path / LIST, database.keychain) == await erasures(uow)
    done = await put_back(database, made.file, erased=True)
    assert done.erased == 1
    async with database.look() as uow:
        people = await uow.members.many([1, 2])
        assert [people[1].name, people[2].name] == ["已离开的邻居", "阿强"]
        assert people[1].telegram_id == -1
        assert "forgotten:1" not in list(await uow.session.scalars(select(outbox.c.dedupe_key)))
        assert (await erasures(uow))[0].pseudonym == "已离开的邻居", "and they stay on the list"
    await database.close()


async def test_who_was_forgotten_stays_on_the_list_though_an_older_backup_knows_nothing_of_them(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = open_database(sqlite_url)
    older = await make_backup(database, tmp_path / "a.backup", NOW)
    async with database.work() as uow:
        uow.add(Member(7, "小梅"))
    newer = await make_backup(database, tmp_path / "b.backup", NOW + timedelta(hours=1))
    just_before = NOW + timedelta(minutes=59)  # the update came then; it was dealt with after the backup
    async with database.work() as uow:
        await forget(uow, await uow.members.get(1), "已离开的邻居", keep_open=False, now=just_before)
    async with database.look() as uow:
        await note_erasures(uow, tmp_path)
    await put_back(database, older.file)
    async with database.look() as uow:
        await note_erasures(uow, tmp_path)
    listed = read_list(tmp_path / LIST, database.keychain)
    assert [(one.member_id, one.at) for one in listed] == [(1, just_before)]
    with open_dump(newer.file, database.keychain) as opened:
        async with database.work() as uow:
            assert (await restore_copy(uow, opened, listed, now=LATER)).erased == 1
    await database.close()


async def test_a_list_that_another_key_sealed_is_kept_beside_the_new_one(
    sqlite_url: str, tmp_path: Path
) -> None:
    (tmp_path / LIST).write_bytes(b"sealed by another key")
    database = open_database(sqlite_url)
    async with database.look() as uow:
        await note_erasures(uow, tmp_path)
    assert read_list(tmp_path / LIST, database.keychain) == []
    assert (tmp_path / f"{LIST}.unreadable").read_bytes() == b"sealed by another key"
    await database.close()
