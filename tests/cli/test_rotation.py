"""`linli key rotate`: everything is sealed under a new key while the bot goes on, and the old one is dropped."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from bot.cli.opening import open_database, read_playbook
from bot.config import Settings
from bot.domain.case import Case
from bot.domain.member import Member
from bot.storage.audit import SLICE
from bot.storage.database import Database
from bot.storage.resealing import left
from bot.storage.verifying import verify
from tests.cli.program import Program
from tests.storage.stores import NOW
from tests.storage.test_sealing import NAME, WORDS

FIRST = base64.b64encode(b"k" * 32).decode()


def _in(linli: Program, act: Callable[[Database], Coroutine[Any, Any, Any]]) -> Any:
    """Does something in the program's database, with the key as it is now."""
    url = linli.settings.get("DATABASE_URL")
    settings = Settings(
        database_url=url or f"sqlite+aiosqlite:///{linli.home / 'data' / 'linli.db'}",
        data_key=linli.settings.get("DATA_KEY"),
        _env_file=None,
    )

    async def run() -> Any:
        async with open_database(settings, read_playbook(settings)) as database:
            return await act(database)

    return asyncio.run(run())


async def _live(database: Database) -> None:
    async with database.work() as uow:
        uow.add(Member(7, NAME))
        uow.add(Case(None, WORDS, NOW))
        for _ in range(SLICE):
            uow.record("claimed", "task:1", now=NOW, by=1, name=NAME)
        uow.send_document(7, "a.txt", b"words", dedupe="a", now=NOW)


async def _reads(database: Database) -> tuple[str, str, str | None]:
    async with database.look() as uow:
        case, member = await uow.cases.get(1), await uow.members.get(1)
    return member.name, case.text, (await verify(database)).broken


def test_the_key_is_changed_everything_reads_as_before_and_the_old_one_opens_nothing(linli: Program) -> None:
    file = linli.home / "data" / "linli.key"
    _in(linli, _live)
    old, look_up = file.read_text(), _in(linli, _look_up)
    ended = linli("key", "rotate", "--wait", "0")
    assert (ended.code, ended.err) == (0, "")
    assert file.read_text() != old
    assert len(file.read_text().split()) == 1
    assert file.stat().st_mode & 0o777 == 0o600
    assert _in(linli, _reads) == (NAME, WORDS, None)
    assert _in(linli, _look_up) == look_up, "what is looked up by its hash is still found"
    file.write_text(old)
    assert "DATA_KEY: does not open this database" in linli("migrate").err


async def _look_up(database: Database) -> str:
    return database.keychain.look_up("invite:abc")


def test_a_change_that_was_broken_off_goes_on_and_misses_the_old_key_in_words(linli: Program) -> None:
    linli.settings["DATA_KEY"] = FIRST
    _in(linli, _live)
    linli.settings["DATA_KEY"] = f"{linli('key', 'new').out.strip()},{FIRST}"
    _in(linli, _begin)
    assert _in(linli, left)
    both = linli.settings["DATA_KEY"]
    linli.settings["DATA_KEY"] = both.split(",")[0]
    refused = linli("migrate")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "the old version is missing" in refused.err
    linli.settings["DATA_KEY"] = both
    assert "Take the old one" in linli("key", "rotate", "--wait", "0").out
    linli.settings["DATA_KEY"] = both.split(",")[0]
    assert _in(linli, left) == {}
    assert _in(linli, _reads) == (NAME, WORDS, None)


async def _begin(database: Database) -> None:
    """Something new is written under the new key before everything old was sealed anew."""
    async with database.work() as uow:
        uow.add(Member(8, "另一位"))


def test_keys_that_are_no_versions_of_each_other_are_refused(linli: Program) -> None:
    linli.settings["DATA_KEY"] = f"{base64.b64encode(b'x' * 32).decode()},{FIRST}"
    assert "not versions of one key" in linli("migrate").err


def test_one_version_in_data_key_is_not_changed_by_itself(linli: Program) -> None:
    linli.settings["DATA_KEY"] = FIRST
    assert "set it to new,old first" in linli("key", "rotate").err


async def test_a_running_process_learns_of_the_new_key_when_it_meets_it(url: str) -> None:
    from bot.config.versions import next_version
    from tests.storage.stores import KEY, PLAYBOOK

    versions = [next_version(KEY, b"n" * 32), KEY]
    known = [KEY]
    running = Database(url, known, PLAYBOOK, reload=lambda: known)
    changing = Database(url, versions, PLAYBOOK)
    async with changing.work() as uow:
        uow.add(Member(7, NAME))
    known[:] = versions
    async with running.work() as uow:
        assert (await uow.members.get(1)).name == NAME
        uow.add(Member(8, "另一位"))
    assert await left(changing) == {}, "it seals under the new one from now on"
    await running.close()
    await changing.close()


def test_nobody_else_may_read_the_file_nor_is_a_draft_left_beside_it(linli: Program) -> None:
    linli("migrate")
    linli("key", "rotate", "--wait", "0")
    names = [path.name for path in Path(linli.home / "data").iterdir() if "key" in path.name]
    assert names == ["linli.key"]
