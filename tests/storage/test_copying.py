"""A copy holds everything, of one moment, shows nothing without the key, and cannot be changed without showing."""

from __future__ import annotations

import fcntl
import io
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.member import Member
from bot.services.restoring import restore_copy
from bot.storage.backups import make_backup
from bot.storage.copying.dump import dump, open_dump
from bot.storage.copying.moving import tallies_of
from bot.storage.copying.rows import Tally
from bot.storage.copying.snapshot import snapshot
from bot.storage.copying.strongbox import DamagedError, ForeignKeyError, Strongbox, open_strongbox
from bot.storage.crypto import Keychain, WrongKeyError
from bot.storage.database import Database
from bot.storage.schema import LATEST
from bot.storage.tables import metadata
from tests.storage.filled import CANARY, fill_every_table
from tests.storage.stores import ANOTHER_KEY, KEY, NOW, PLAYBOOK, open_database


async def tallies(database: Database) -> dict[str, Tally]:
    """Of all that is there."""
    async with snapshot(database) as there:
        return await tallies_of(there)


async def restore(database: Database, file: Path) -> None:
    """Puts that backup into it."""
    async with database.work() as uow:
        with open_dump(file, database.keychain) as opened:
            await restore_copy(uow, opened, [], now=NOW)


def backups_in(folder: Path) -> list[str]:
    """Files of ours, drafts too."""
    return sorted(one.name for one in folder.iterdir() if "backup" in one.name)


@pytest.mark.postgres
async def test_every_column_of_every_table_arrives_in_the_other_database_and_comes_back(
    sqlite_url: str, postgres_database: str, tmp_path: Path
) -> None:
    first, other = open_database(sqlite_url), open_database(postgres_database)
    last = open_database(f"sqlite+aiosqlite:///{tmp_path}/last.db")
    await fill_every_table(first)
    made = await make_backup(first, tmp_path / "a.backup", NOW)
    assert made.tallies.keys() == metadata.tables.keys()
    assert made.rows == 2 * len(metadata.tables)
    await restore(other, made.file)
    async with other.work() as uow:
        uow.add(Member(77, "后来的人"))
        uow.record("claimed", "task:1", now=NOW)
    await restore(last, (await make_backup(other, tmp_path / "b.backup", NOW)).file)
    before, after = await tallies(first), await tallies(last)
    changed = {"event", "member", "placement"}  # recorded and added since; nobody has a card in hand any more
    assert {name for name in before if before[name] != after[name]} == changed
    for database in (first, other, last):
        await database.close()


async def test_who_has_the_file_alone_sees_nothing_in_it(sqlite_url: str, tmp_path: Path) -> None:
    database = open_database(sqlite_url)
    await fill_every_table(database)
    made = await make_backup(database, tmp_path / "a.backup", NOW)
    seen = made.file.read_bytes()
    for secret in (CANARY, "CANARY", "曾奶奶", "member", "dedupe_key", LATEST, "2026"):
        assert secret.encode() not in seen, secret
    assert made.file.stat().st_mode & 0o777 == 0o600
    assert backups_in(tmp_path) == ["a.backup"]
    await database.close()


async def test_what_a_killed_backup_left_goes_with_the_next_but_none_that_is_being_made(
    database: Database, tmp_path: Path
) -> None:
    dead, under_way = tmp_path / ".linli-1.backup.part", tmp_path / ".linli-2.backup.part"
    dead.write_bytes(b"half")
    with under_way.open("wb") as opened:
        fcntl.flock(opened, fcntl.LOCK_EX)
        await make_backup(database, tmp_path / "a.backup", NOW)
    assert backups_in(tmp_path) == [under_way.name, "a.backup"]
    await make_backup(database, tmp_path / "b.backup", NOW)
    assert backups_in(tmp_path) == ["a.backup", "b.backup"]


async def test_it_is_of_one_moment_whatever_is_written_meanwhile(database: Database) -> None:
    await fill_every_table(database)
    async with snapshot(database) as source:
        async with database.work() as uow:
            assert await uow.occurrences.first("meanwhile", NOW)
        counted = await dump(source, io.BytesIO(), database.keychain, NOW)
    assert counted["occurrence"].rows == 2


async def test_a_key_that_does_not_open_the_database_makes_no_backup(sqlite_url: str, tmp_path: Path) -> None:
    database = open_database(sqlite_url)
    await fill_every_table(database)
    await database.close()
    wrong = open_database(sqlite_url, ANOTHER_KEY)
    with pytest.raises(WrongKeyError):
        await make_backup(wrong, tmp_path / "a.backup", NOW)
    assert not backups_in(tmp_path)
    await wrong.close()


async def test_a_backup_made_while_the_key_was_changed_needs_only_the_new_one(
    sqlite_url: str, tmp_path: Path
) -> None:
    from bot.config.versions import next_version

    fresh = next_version(KEY, b"n" * 32)
    old = open_database(sqlite_url)
    await fill_every_table(old)
    await old.close()
    both = Database(sqlite_url, [fresh, KEY], PLAYBOOK)
    made = await make_backup(both, tmp_path / "a.backup", NOW)
    await both.close()
    new = Database(f"sqlite+aiosqlite:///{tmp_path}/there.db", fresh, PLAYBOOK)
    await restore(new, made.file)
    async with new.look() as uow:
        sealed = await uow.session.scalar(text("SELECT detail FROM event WHERE id = 1"))
    assert CANARY in new.keychain.open(sealed).decode()
    await new.close()


def boxed(content: bytes, key: bytes = KEY) -> bytes:
    """A strongbox with that in it."""
    file = io.BytesIO()
    with Strongbox(file, Keychain(key)) as box:
        box.write(content)
    return file.getvalue()


def test_whatever_is_changed_cut_off_or_put_behind_it_shows() -> None:
    whole = boxed(b"12345678" * 60_000)
    for at in range(0, len(whole), max(1, len(whole) // 97)):
        changed = bytearray(whole)
        changed[at] ^= 1
        with pytest.raises((DamagedError, ForeignKeyError)):
            open_strongbox(io.BytesIO(bytes(changed)), Keychain(KEY)).read()
    for broken in (*(whole[:at] for at in range(0, len(whole), 101)), whole + b"x"):
        with pytest.raises(DamagedError):
            open_strongbox(io.BytesIO(broken), Keychain(KEY)).read()


def test_pieces_cannot_be_left_out_or_swapped() -> None:
    import os

    from bot.storage.copying.strongbox import MAGIC, PIECE

    content = os.urandom(3 * PIECE)
    whole = boxed(content)
    assert open_strongbox(io.BytesIO(whole), Keychain(KEY)).read() == content
    start, length = len(MAGIC) + 2 + 65, PIECE + 16 + 4
    head, pieces = whole[:start], [whole[start + n * length :][:length] for n in range(4)]
    for order in ((1, 0, 2, 3), (0, 2, 3), (0, 1, 3), (0, 1, 2)):
        with pytest.raises(DamagedError):
            open_strongbox(io.BytesIO(head + b"".join(pieces[n] for n in order)), Keychain(KEY)).read()


def test_another_key_is_told_from_a_damaged_file() -> None:
    with pytest.raises(ForeignKeyError):
        open_strongbox(io.BytesIO(boxed(b"words")), Keychain(ANOTHER_KEY))


async def test_a_damaged_file_changes_nothing(database: Database, tmp_path: Path) -> None:
    await fill_every_table(database)
    made = await make_backup(database, tmp_path / "a.backup", NOW)
    before = await tallies(database)
    cut = tmp_path / "cut.backup"
    cut.write_bytes(made.file.read_bytes()[:-10])
    with pytest.raises(DamagedError):
        await restore(database, cut)
    assert await tallies(database) == before
