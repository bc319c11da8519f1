"""`linli run`: it starts with what is right, says what is not, and ends when told to."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import time

import pytest

from tests.cli.conftest import NOBODYS_TOKEN, Elsewhere
from tests.cli.listening import ask, free_port
from tests.cli.program import Program, read_until

pytestmark = pytest.mark.slow

OTHER_KEY = "YW5vdGhlciBrZXkgb2YgMzIgYnl0ZXMsIGludmVudGU="


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_within_ten_seconds_with_0(reached: Program, told: signal.Signals) -> None:
    with reached.running("run") as process:
        assert "web-listens" not in read_until(process, "linli-runs")  # nobody set HTTP_PORT
        asked_at = time.monotonic()
        process.send_signal(told)
        assert process.wait(15) == 0
        assert time.monotonic() - asked_at < 10
        assert process.stdout is not None
        assert "Traceback" not in process.stdout.read()


def test_a_token_that_telegram_does_not_know_ends_it_with_one_line_and_2(reached: Program) -> None:
    reached.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    ended = reached.apart("run")
    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith("TELEGRAM_BOT_TOKEN: Telegram does not know this token")
    assert "Traceback" not in ended.err
    assert NOBODYS_TOKEN not in ended.err


@pytest.mark.parametrize(
    ("role", "says"),
    [
        ("worker", "--role: on SQLite one process does everything"),
        ("intake,nonsense", "--role: there is no nonsense; there are all, intake, worker, dispatcher, clock"),
    ],
)
def test_a_role_that_cannot_be_had_ends_it_with_one_line_and_2_and_leaves_nothing_behind(
    linli: Program, role: str, says: str
) -> None:
    linli.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    before = sorted(linli.home.iterdir())
    ended = linli.apart("run", "--role", role)
    assert ended.code == 2
    assert [says in line for line in ended.err.splitlines()] == [True]
    assert sorted(linli.home.iterdir()) == before


def test_a_telegram_out_of_reach_does_not_end_it_and_it_still_can_be_told_to_stop(linli: Program) -> None:
    port = free_port()
    linli.settings |= {"TELEGRAM_BOT_TOKEN": NOBODYS_TOKEN, "HTTP_PORT": str(port)}
    with linli.running("run") as process:
        said = read_until(process, "telegram-unreachable")
        assert NOBODYS_TOKEN not in said
        assert json.loads(ask(port, "/healthz")[1]) == {
            "live": True,
            "ready": False,
            "waits_for": ["telegram"],
        }
        assert ask(port, "/healthz/ready")[0] == 503
        assert "linli_telegram_silence_seconds -1.0" in ask(port, "/metrics")[1]
        read_until(process, "telegram-unreachable")  # and again: it goes on trying
        process.terminate()
        assert process.wait(15) == 0


def test_a_port_that_is_taken_is_a_wrong_setting(reached: Program) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        reached.settings["HTTP_PORT"] = str(taken.getsockname()[1])
        ended = reached.apart("run")
    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith("HTTP_PORT:")


def test_a_database_of_a_newer_linli_is_refused_in_one_line(reached: Program) -> None:
    reached("migrate")
    with sqlite3.connect(reached.home / "data" / "linli.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    ended = reached.apart("run")
    assert ended.code == 2
    assert "install the newer Linli" in ended.err
    assert "Traceback" not in ended.err


def test_killed_it_starts_again_but_not_with_another_key(reached: Program, telegram: Elsewhere) -> None:
    mei = telegram.act("person", name="小梅")["id"]
    telegram.act("start", person=mei, payload="")
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        telegram.until_answered(mei)
        process.kill()
        process.wait(15)
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        process.terminate()
        assert process.wait(15) == 0
    reached.settings["DATA_KEY"] = OTHER_KEY
    ended = reached.apart("run")
    assert ended.code == 2
    assert ended.err.splitlines() == [
        "DATA_KEY: does not open this database; put back the key it was made with"
    ]
