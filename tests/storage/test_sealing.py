"""What is personal is unreadable to whoever has the database and not the key."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select, text

from bot.domain.case import Addition, Attachment, Case
from bot.domain.draft import Draft
from bot.domain.member import Member
from bot.domain.task import Task
from bot.storage import machinery, tables
from bot.storage.crypto import Encrypted
from bot.storage.database import Database
from bot.storage.machinery import InboxState
from bot.storage.tables import metadata
from bot.storage.types import ByValue
from bot.storage.work import UnitOfWork
from tests.storage.stores import open_database

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
NAME, UNIT, ROOM, PHONE = "梅花样阿姨", "7单元样", "1502样", "+8613800000421"
WORDS = "家里老人摔倒样"
SECRETS = (NAME, UNIT, ROOM, PHONE, WORDS)


def new_mei() -> Member:
    """Somebody of whom everything is known."""
    return Member(
        6_100_000_001, NAME, compound="源昌鑫海湾", building="3号楼", unit=UNIT, room=ROOM, phone=PHONE
    )


async def _a_whole_life(uow: UnitOfWork) -> None:
    """Something personal in every place that may hold it."""
    mei = new_mei()
    uow.add(mei)
    await uow.numbered()
    assert mei.id is not None
    case = Case(mei.id, WORDS, NOW, unit=UNIT, room=ROOM, reason=WORDS, responsible=NAME, praise=WORDS)
    case.attachments = [Attachment("photo", f"file-{WORDS}")]
    case.additions = [Addition(mei.id, WORDS, NOW)]
    task = Task("爱禾缘志愿者", None, NOW)
    task.claim(mei.id, NAME, NOW)
    task.finish(mei.id, WORDS, NOW)
    for noun in (case, task, Draft(mei.id, WORDS, NOW, NOW, unit=UNIT, room=ROOM)):
        uow.add(noun)
    uow.say(mei.telegram_id, "task-news", dedupe="a", now=NOW, name=NAME, phone=PHONE, text=WORDS)
    uow.record("case-added-to", "case:1", now=NOW, by=mei.id, text=WORDS, name=NAME)
    await uow.dialogs.ask(mei.id, "remark", 1, until=NOW, text=WORDS)
    row = {"bot_id": 7, "update_id": 1, "lane": "1", "payload": {"message": {"text": WORDS, "name": NAME}}}
    await uow.inbox.file([row | {"state": InboxState.PENDING, "attempts": 0, "received_at": NOW}])


async def raw_rows(uow: UnitOfWork, table: Table) -> list[dict[str, Any]]:
    """Rows as the database has them, past every column type of ours."""
    rows = await uow.session.execute(text(f'SELECT * FROM "{table.name}"'))
    return [dict(row) for row in rows.mappings()]


def _readable(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def database_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith("linli.db")}


async def test_no_table_holds_a_name_a_unit_a_room_a_phone_or_words_in_plain(database: Database) -> None:
    async with database.work() as uow:
        await _a_whole_life(uow)
    async with database.look() as uow:
        for table in metadata.sorted_tables:
            for row in await raw_rows(uow, table):
                stored = " ".join(_readable(value) for value in row.values())
                assert not [secret for secret in SECRETS if secret in stored], table.name


async def test_neither_the_file_nor_its_wal_holds_them(sqlite_url: str, tmp_path: Path) -> None:
    database = open_database(sqlite_url)
    async with database.work() as uow:
        await _a_whole_life(uow)
    files = database_files(tmp_path)
    assert {"linli.db", "linli.db-wal"} <= set(files)
    for name, content in files.items():
        assert not [secret for secret in SECRETS if secret.encode() in content], name
    await database.close()


async def test_with_the_key_everything_reads_as_it_was_written(database: Database) -> None:
    async with database.work() as uow:
        await _a_whole_life(uow)
    async with database.look() as uow:
        mei = await uow.members.get(1)
        assert (mei.name, mei.unit, mei.room, mei.phone) == (NAME, UNIT, ROOM, PHONE)
        case = await uow.cases.get(1)
        assert (case.text, case.unit, case.room, case.additions[0].text) == (WORDS, UNIT, ROOM, WORDS)
        [waiting] = await uow.inbox.waiting(NOW, 10)
        assert waiting.payload["message"]["text"] == WORDS


async def test_a_changed_phone_is_sealed_anew_and_the_old_one_is_gone(database: Database) -> None:
    async with database.work() as uow:
        uow.add(new_mei())
    async with database.work() as uow:
        mei = await uow.members.get(1)
        mei.phone = "+8613800000999"
    async with database.look() as uow:
        assert (await uow.members.get(1)).phone == "+8613800000999"
        assert (await uow.members.get(1)).name == NAME


async def test_an_error_of_the_database_does_not_repeat_what_was_to_be_stored(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    row = {"period_key": NAME, "at": NOW}
    with pytest.raises(Exception, match="UNIQUE constraint failed") as failure:
        await _insert_twice(database, row)
    assert NAME not in str(failure.value)
    await database.close()


async def _insert_twice(database: Database, row: dict[str, Any]) -> None:
    async with database.work() as uow:
        for _ in range(2):
            await uow.session.execute(machinery.occurrence.insert().values(**row))


async def test_personal_columns_are_all_sealed() -> None:
    """Whoever adds a column decides here whether it may be read by whoever gets hold of a backup."""
    plain = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name
        in ("name", "text", "unit", "room", "phone", "reason", "remark", "praise", "payload", "body")
        and not isinstance(column.type, Encrypted | ByValue)  # one of a few words about no person
    }
    assert plain == set()


async def test_what_was_read_can_be_selected_by_what_is_not_personal(database: Database) -> None:
    async with database.work() as uow:
        uow.add(new_mei())
    async with database.look() as uow:
        query = select(tables.member.c.id).where(tables.member.c.building == "3号楼")
        assert await uow.session.scalar(query) == 1


@pytest.mark.parametrize("name", ["name", "unit", "room", "phone"])
async def test_every_sealed_part_may_change_alone(database: Database, name: str) -> None:
    async with database.work() as uow:
        uow.add(new_mei())
    async with database.work() as uow:
        setattr(await uow.members.get(1), name, "新的")
    async with database.look() as uow:
        assert getattr(await uow.members.get(1), name) == "新的"
