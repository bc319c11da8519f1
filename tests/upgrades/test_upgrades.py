"""Every released schema is upgraded with its data in it, after a backup; the newest is the first in the row."""

from __future__ import annotations

import asyncio
import base64
import shutil
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.services.restoring import restore_copy
from bot.storage import schema
from bot.storage.copying.dump import open_dump
from bot.storage.schema import revision
from tests.cli.conftest import NO_TELEGRAM
from tests.cli.program import Program
from tests.storage.stores import KEY, open_database
from tests.town import Town
from tests.upgrades.town_left import RELEASED, leave_a_town

FROZEN = sorted(RELEASED.glob("*.backup"))
NEXT = '''"""An invented next version."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9000", "{before}", None, None


def upgrade() -> None:
    """A new column, with something in it for everybody who is there."""
    with op.batch_alter_table("member") as change:
        change.add_column(sa.Column("invented", sa.Integer(), nullable=False, server_default="7"))
'''


@pytest.fixture(scope="session")
def left_now(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A town as this version leaves it."""
    folder = tmp_path_factory.mktemp("left")
    asyncio.run(leave_a_town(folder, folder / "now.backup"))
    return folder / "now.backup"


@pytest.fixture(params=[*FROZEN, None], ids=lambda one: one.stem if one else "now")
def left(request: pytest.FixtureRequest) -> Path:
    """A town as some version left it."""
    kept: Path = request.param or request.getfixturevalue("left_now")
    return kept


@pytest.fixture
def linli(tmp_path: Path) -> Program:
    """The program, with the key of the towns that were kept."""
    key = base64.b64encode(KEY).decode()
    return Program(tmp_path, {"TELEGRAM_API_URL": NO_TELEGRAM, "DATA_KEY": key})


async def test_a_town_of_every_schema_lives_on_in_this_version(left: Path, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/linli.db"
    database = open_database(url)
    with open_dump(left, database.keychain) as opened:
        made_at = opened.about.made_at
        async with database.work() as uow:
            await restore_copy(uow, opened, [], now=made_at)
    assert await revision(database) == schema.LATEST
    await database.close()
    town = Town(url)
    with capture_logs() as logged:
        await town.open()
        town.sandbox.updates.put_raw({"update_id": 720_000_000})  # Telegram's numbers have gone on
        mei, _, wang = town.sandbox.person("小梅"), town.sandbox.person("阿强"), town.sandbox.person("王社工")
        assert (await town.member(mei)).name == "小梅"
        await mei.starts()
        await mei.says("/mine")
        assert mei.sees("#1")
        await wang.starts()
        await wang.says("/todo")
        assert wang.sees("等着您")
        await town.pass_time(hours=30)
        await town.close()
    assert [one for one in logged if one["log_level"] in ("error", "critical")] == []


def test_every_schema_but_the_newest_has_a_town_that_was_kept() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    known = {one.revision for one in ScriptDirectory.from_config(config).walk_revisions()}
    assert known - {schema.LATEST} <= {one.stem for one in FROZEN}, "`python -m tests.upgrades` at a release"


def test_before_an_upgrade_a_backup_is_made_and_said_and_both_have_everything(
    left_now: Path, linli: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert linli("restore", str(left_now)).code == 0
    before = schema.LATEST
    shutil.copytree(
        schema.MIGRATIONS, linli.home / "migrations", ignore=shutil.ignore_patterns("__pycache__")
    )
    (linli.home / "migrations" / "versions" / "9000_next.py").write_text(NEXT.format(before=before))
    monkeypatch.setattr(schema, "MIGRATIONS", linli.home / "migrations")
    monkeypatch.setattr(schema, "LATEST", "9000")
    said = linli("migrate")
    assert said.code == 0, said.err
    assert f"The schema goes from {before} to 9000; a backup from before is" in said.err
    [kept] = (linli.home / "data" / "backups").glob("*-before-9000.backup")
    assert "from before" not in linli("migrate").err, "once"
    asyncio.run(_upgraded(linli.home / "data" / "linli.db"))
    restored = linli("restore", str(kept), "--yes")
    assert restored.code == 0, restored.err
    asyncio.run(_upgraded(linli.home / "data" / "linli.db"))


async def _upgraded(file: Path) -> None:
    database = open_database(f"sqlite+aiosqlite:///{file}")
    async with database.look() as uow:
        assert set(await uow.session.scalars(text("SELECT invented FROM member"))) == {7}
        assert await revision(database) == "9000"
    await database.close()
