"""What is set wrongly is said in one line each, before anything starts, with exit code 2 and no traceback."""

from __future__ import annotations

import pytest

from tests.cli.conftest import NOBODYS_TOKEN
from tests.cli.program import Program

SECRET = "hunter2-and-more-of-the-same"


def test_without_a_token_run_says_where_to_get_one(linli: Program) -> None:
    ended = linli.apart("run")
    assert ended.code == 2
    assert ended.err.splitlines() == [
        "TELEGRAM_BOT_TOKEN: is not set; ask BotFather for one and put it into .env"
    ]


def test_every_wrong_setting_has_its_own_line_and_no_value_is_repeated(linli: Program) -> None:
    linli.settings |= {"TELEGRAM_BOT_TOKEN": SECRET, "HTTP_PORT": "many", "LOG_LEVEL": "loud"}
    ended = linli.apart("run")
    assert ended.code == 2
    assert [line.split(":")[0] for line in ended.err.splitlines()] == [
        "TELEGRAM_BOT_TOKEN",
        "HTTP_PORT",
        "LOG_LEVEL",
    ]
    assert SECRET not in ended.err + ended.out


@pytest.mark.parametrize("command", ["run", "teams", "export cases"])
def test_a_playbook_that_does_not_exist_stops_every_command_in_one_line(linli: Program, command: str) -> None:
    linli.settings |= {"PLAYBOOK": "atlantis", "TELEGRAM_BOT_TOKEN": NOBODYS_TOKEN}
    ended = linli(*command.split())
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert "atlantis" in ended.err


def test_a_mistake_in_a_playbook_is_named_with_its_line(linli: Program) -> None:
    (linli.home / "mine.toml").write_text('[community]\nname = "某社区"\nnmae = "?"\n', "utf-8")
    linli.settings["PLAYBOOK"] = "mine.toml"
    ended = linli("teams")
    assert ended.code == 2
    assert "PLAYBOOK: mine.toml:3:" in ended.err
    assert "Traceback" not in ended.err


def test_a_database_that_cannot_be_opened_is_one_line_without_the_password(linli: Program) -> None:
    linli.settings |= {
        "DATABASE_URL": f"postgresql+asyncpg://linli:{SECRET}@127.0.0.1:9/linli",
        "DATA_KEY": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    }
    ended = linli("migrate")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith("DATABASE_URL: the database cannot be opened")
    assert SECRET not in ended.err


def test_a_database_whose_key_is_gone_is_not_given_a_new_one(linli: Program) -> None:
    assert linli("migrate").code == 0
    (linli.home / "data" / "linli.key").unlink()
    ended = linli("migrate")
    assert ended.code == 2
    assert "put the file back from a backup" in ended.err
    assert not (linli.home / "data" / "linli.key").exists()
