"""`linli backup` and `linli restore`: the machine is lost, and everything is back."""

from __future__ import annotations

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cli.nightly import Nightly
from bot.clock import Clock
from bot.config import Settings
from bot.domain.backup import name_of
from bot.domain.member import Member
from bot.storage.database import Database
from bot.storage.machinery import PostState, outbox
from tests.cli.program import Program
from tests.cli.test_doctor import marks
from tests.cli.test_rotation import FIRST, _in
from tests.logged import everything_logged
from tests.postgres import drop_database, fresh_database
from tests.storage.stores import NOW, at_work
from tests.storage.test_sealing import NAME


async def _live(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(7, NAME))


async def _leave(database: Database) -> None:
    from bot.services.leaving import forget

    async with database.work() as uow:
        await forget(uow, await uow.members.get(1), "已离开的邻居", keep_open=False, now=Clock().now())


async def _name(database: Database) -> str:
    async with database.look() as uow:
        return (await uow.members.get(1)).name


async def _wait_and_live(database: Database) -> None:
    async with database.work() as uow:
        uow.say(7, "small-talk", dedupe="waits", now=NOW)


async def _waiting(database: Database) -> list[PostState]:
    async with database.look() as uow:
        return list(await uow.session.scalars(select(outbox.c.state)))


def backed_up(linli: Program) -> Path:
    """A database with somebody in it, and its backup."""
    _in(linli, _live)
    ended = linli("backup", "--without-paper", "--json")
    assert ended.code == 0, ended.err
    return linli.home / Path(ended.json["file"])


def test_the_drill_a_lost_machine_is_restored_from_its_backup_and_its_paper(linli: Program) -> None:
    file = backed_up(linli)
    key = (linli.home / "data" / "linli.key").read_text()
    away = linli.home / "away"
    shutil.move(file.parent, away)
    shutil.rmtree(linli.home / "data")
    refused = linli("restore", str(away / file.name))
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "put the key there first" in refused.err
    (linli.home / "data" / "linli.key").write_text(key)
    done = linli("restore", str(away / file.name))
    assert (done.code, done.err) == (0, "")
    assert "tell people to report again" in done.out
    assert _in(linli, _name) == NAME
    assert sorted(one.name for one in (linli.home / "data").iterdir() if "restoring" in one.name) == []
    assert linli("audit", "verify").code == 0


def test_it_insists_on_the_keys_paper_and_the_doctor_on_a_young_backup(linli: Program) -> None:
    linli("migrate")
    refused = linli("backup")
    assert refused.code == 1
    assert "linli key paper" in refused.err
    assert not (linli.home / "data" / "backups").exists()
    assert marks(linli("doctor", "--json"))["backup"] == "!"
    assert linli("key", "paper", "--out", "key.pdf").code == 0
    assert linli("backup").code == 0
    assert marks(linli("doctor", "--json"))["backup"] == "✓"


def test_another_key_or_a_damaged_file_is_refused_in_one_line_and_changes_nothing(linli: Program) -> None:
    file = backed_up(linli)
    held = file.read_bytes()
    file.write_bytes(held[:-40])
    cut = linli("restore", str(file), "--yes")
    assert (cut.code, cut.err.count("\n")) == (1, 1)
    assert "is damaged" in cut.err
    file.write_bytes(held)
    key = linli.home / "data" / "linli.key"
    own = key.read_text()
    key.write_text("YW5vdGhlciBrZXkgb2YgMzIgYnl0ZXMsIGludmVudGU=\n")
    wrong = linli("restore", str(file), "--yes")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert "does not open" in wrong.err
    key.write_text(own)
    assert "cannot be read" in linli("restore", "nowhere.backup").err
    assert _in(linli, _name) == NAME


def test_what_is_there_goes_only_if_asked_for_and_who_left_since_stays_forgotten(linli: Program) -> None:
    file = backed_up(linli)
    _in(linli, _leave)
    asked = linli("restore", str(file), stdin="n\n")
    assert "nothing was changed" in asked.err
    done = linli("restore", str(file), "--yes")
    assert done.code == 0, done.err
    assert "1 people who asked to be forgotten since were erased again" in done.out
    assert _in(linli, _name) == "已离开的邻居"
    assert len(list(file.parent.glob("*-before-restore.backup"))) == 1


def test_a_broken_database_is_kept_beside_the_restored_one(linli: Program) -> None:
    file = backed_up(linli)
    broken = linli.home / "data" / "linli.db"
    broken.write_bytes(b"this is no database, " * 1000)
    done = linli("restore", str(file), "--yes")
    assert done.code == 0, done.err
    assert _in(linli, _name) == NAME
    assert (broken.parent / "linli.db.unreadable").exists()


def test_every_night_one_is_made_and_the_list_of_who_left_is_kept(linli: Program) -> None:
    folder = linli.home / "backups"
    linli.settings["BACKUP_FOLDER"] = str(folder)
    _in(linli, _live)
    made: list[int] = []

    async def make() -> str | None:
        made.append(1)
        ended = await asyncio.to_thread(linli, "backup", "--nightly", "--json")
        assert "CAREFUL: the data key was never printed" in ended.err
        return None if ended.code == 0 else ended.err

    async def nights(database: Database) -> None:
        clock, ahead = Clock(), folder / name_of(Clock().now() + timedelta(days=365))
        folder.mkdir()
        ahead.touch()
        nightly = Nightly(database, clock, folder, Settings(_env_file=None).backup_at, make)
        await nightly.look()
        await nightly.look()
        assert len(made) == 1, "the one of a clock that ran ahead is none of last night"
        before = (folder / "forgotten.linli").read_bytes()
        await _leave(database)
        await nightly.look()
        assert (folder / "forgotten.linli").read_bytes() != before

    _in(linli, nights)


async def test_a_folder_that_cannot_be_written_to_is_told_twice_an_hour(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("a file, where a folder should be")
    clock, at = _Hour(), Settings(_env_file=None).backup_at
    with everything_logged() as logged, pytest.raises(_OverError):
        await Nightly(database, clock, tmp_path / "backups", at).run()
    told = logged.getvalue()
    assert told.count("backups-failed") == 2
    assert "Traceback" not in told


class _OverError(Exception):
    """An hour has gone by."""


class _Hour(Clock):
    """Nobody waits for it."""

    gone = 0.0

    def monotonic(self) -> float:
        return self.gone

    async def sleep(self, seconds: float) -> None:
        self.gone += seconds
        if self.gone > 3600:
            raise _OverError


@pytest.mark.postgres
def test_on_postgresql_the_drill_is_the_same_into_an_empty_one_and_in_the_place_of_what_is_there(
    linli: Program, postgres_url: str, postgres_database: str
) -> None:
    linli.settings |= {"DATABASE_URL": postgres_database, "DATA_KEY": FIRST}
    assert linli("migrate").code == 0
    _in(linli, _wait_and_live)
    file = backed_up(linli)
    _in(linli, _leave)
    away = linli.home / "away"
    shutil.copytree(file.parent, away)
    asked = linli("restore", str(file), stdin="n\n")
    assert (asked.code, "nothing was changed" in asked.err) == (1, True)
    done = linli("restore", str(file), "--yes")
    assert (done.code, done.err) == (0, "")
    assert "1 messages had not gone out then; a coordinator settles them (/unknown)." in done.out
    assert "1 people who asked to be forgotten since were erased again" in done.out
    assert len(list(file.parent.glob("*-before-restore.backup"))) == 1
    assert _in(linli, _waiting) == [PostState.UNKNOWN]
    linli.settings["DATABASE_URL"] = fresh = fresh_database(postgres_url)
    done = linli("restore", str(away / file.name))
    assert (done.code, done.err) == (0, "")
    assert _in(linli, _name) == NAME
    assert _in(linli, _waiting) == [PostState.UNKNOWN]
    assert linli("audit", "verify").code == 0
    drop_database(fresh)


@pytest.mark.postgres
def test_on_postgresql_what_cannot_be_restored_is_said_in_one_line_and_nothing_changes(
    linli: Program, postgres_database: str
) -> None:
    linli.settings |= {"DATABASE_URL": postgres_database, "DATA_KEY": FIRST}
    file = backed_up(linli)
    held = file.read_bytes()
    file.write_bytes(held[:-40])
    cut = linli("restore", str(file), "--yes")
    assert (cut.code, cut.err.count("\n"), "is damaged" in cut.err) == (1, 1, True)
    file.write_bytes(held)
    linli.settings["DATABASE_URL"] = "postgresql+asyncpg://li:geheim@127.0.0.1:9/y"
    gone = linli("restore", str(file), "--yes")
    assert (gone.code, gone.err.count("\n"), "geheim" in gone.err) == (1, 1, False)
    linli.settings["DATABASE_URL"] = postgres_database

    async def while_it_runs(database: Database) -> None:
        async with at_work(database):
            refused = await asyncio.to_thread(linli, "restore", str(file), "--yes")
        assert (refused.code, "stop that one first" in refused.err) == (1, True)

    _in(linli, while_it_runs)
    assert _in(linli, _name) == NAME


def test_a_second_run_is_told_to_stop_before_its_database_is_replaced(linli: Program) -> None:
    from bot.cli.alone import alone

    file = backed_up(linli)
    with alone(linli.home / "data" / "linli.db"):
        assert "stop that one first" in linli("restore", str(file), "--yes").err
