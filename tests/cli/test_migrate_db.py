"""`linli migrate-db`: a community that has grown moves to PostgreSQL, whole and checked, as often as it takes."""

from __future__ import annotations

import asyncio
from base64 import b64decode

import pytest

from bot.domain.member import Member
from bot.storage.database import Database
from tests.cli.program import Outcome, Program
from tests.cli.test_backup import _live
from tests.cli.test_rotation import _in
from tests.storage.stores import PLAYBOOK, at_work
from tests.storage.test_sealing import NAME


@pytest.mark.postgres
def test_everything_moves_again_if_need_be_and_what_is_somebody_elses_stays(
    linli: Program, postgres_database: str
) -> None:
    _in(linli, _live)
    moved = linli("migrate-db", "--to", postgres_database)
    assert moved.code == 0, moved.err
    assert "counts and checksums are the same on both sides" in moved.out
    assert "DATA_KEY_FILE=data/linli.key" in moved.out
    assert "were there already" in linli("migrate-db", "--to", postgres_database).out
    key = linli.home / "data" / "linli.key"
    linli.settings |= {"DATABASE_URL": postgres_database, "DATA_KEY_FILE": str(key)}
    assert asyncio.run(_goes_on(linli, postgres_database)) == NAME
    del linli.settings["DATABASE_URL"]
    refused = linli("migrate-db", "--to", postgres_database)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "something else is in that database" in refused.err
    refused = asyncio.run(_while_it_runs(linli, postgres_database))
    assert (refused.code, "stop that one first" in refused.err) == (1, True)
    assert linli("migrate-db", "--to", postgres_database, "--replace", "--json").json["member"]["rows"] == 1


def test_an_address_that_is_none_or_does_not_answer_is_said_in_one_line(linli: Program) -> None:
    assert "names no SQLite database" in linli("migrate-db", "--to", "postgresql+asyncpg://x/y").err
    linli("migrate")
    assert "must begin with" in linli("migrate-db", "--to", "mysql://x").err
    gone = linli("migrate-db", "--to", "postgresql+asyncpg://li:geheim@127.0.0.1:9/y")
    assert (gone.code, gone.err.count("\n")) == (1, 1)
    assert "geheim" not in gone.err


async def _goes_on(linli: Program, url: str) -> str:
    """Somebody new comes in the new database."""
    key = b64decode((linli.home / "data" / "linli.key").read_text())
    database = Database(url, key, PLAYBOOK)
    async with database.work() as uow:
        uow.add(Member(99, "新邻居"))
        name = (await uow.members.get(1)).name
    await database.close()
    return name


async def _while_it_runs(linli: Program, url: str) -> Outcome:
    """What is said while a worker works on the database to be replaced, and nobody has the clock."""
    key = b64decode((linli.home / "data" / "linli.key").read_text())
    database = Database(url, key, PLAYBOOK)
    async with at_work(database):
        refused = await asyncio.to_thread(linli, "migrate-db", "--to", url, "--replace")
    await database.close()
    return refused
