"""`linli run`: it starts with what is right, says what is not, and ends when told to."""

from __future__ import annotations

import json
import signal
import socket
import sqlite3
import time
import urllib.error
import urllib.request
from typing import Any

import pytest

from tests.cli.conftest import NOBODYS_TOKEN, Elsewhere
from tests.cli.program import Program, read_until

OTHER_KEY = "YW5vdGhlciBrZXkgb2YgMzIgYnl0ZXMsIGludmVudGU="


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def ask(port: int, path: str) -> tuple[int, str]:
    """Status and body of what the running program answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode()


def messages_of(telegram: Elsewhere, person: int) -> list[dict[str, Any]]:
    """What stands in somebody's private chat."""
    return list(telegram.state()["messages"].get(str(person), []))


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_within_ten_seconds_with_0(reached: Program, told: signal.Signals) -> None:
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        asked_at = time.monotonic()
        process.send_signal(told)
        assert process.wait(15) == 0
        assert time.monotonic() - asked_at < 10
        assert process.stdout is not None
        assert "Traceback" not in process.stdout.read()


def test_a_second_one_on_the_same_database_says_so_and_leaves_the_first_in_peace(reached: Program) -> None:
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        second = reached.apart("run")
        assert second.code == 1
        assert second.err.splitlines()[-1].endswith("stop that one first")
        assert reached("doctor").code in (0, 1)
        assert process.poll() is None
        process.kill()
        process.wait(15)
    with reached.running("run") as process:
        read_until(process, "linli-runs")


def test_somebody_who_presses_start_is_answered(reached: Program, telegram: Elsewhere) -> None:
    mei = telegram.act("person", name="小梅")["id"]
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        telegram.act("start", person=mei, payload="")
        deadline = time.monotonic() + 10
        while not any(one["bot"] for one in messages_of(telegram, mei)):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        process.terminate()
        assert process.wait(15) == 0


def test_a_token_that_telegram_does_not_know_ends_it_with_one_line_and_2(reached: Program) -> None:
    reached.settings["TELEGRAM_BOT_TOKEN"] = NOBODYS_TOKEN
    ended = reached.apart("run")
    assert ended.code == 2
    assert ended.err.splitlines()[-1].startswith("TELEGRAM_BOT_TOKEN: Telegram does not know this token")
    assert "Traceback" not in ended.err
    assert NOBODYS_TOKEN not in ended.err


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


def test_whoever_watches_reads_health_and_numbers(reached: Program) -> None:
    port = free_port()
    reached.settings["HTTP_PORT"] = str(port)
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        assert ask(port, "/healthz/ready") == (200, '{"ready":true,"waits_for":[]}')
        status, numbers = ask(port, "/metrics")
        assert status == 200
        assert 'linli_updates{state="pending"} 0.0' in numbers
        assert 'linli_posts{state="pending"} 0.0' in numbers
        assert "process_resident_memory_bytes" in numbers
        process.terminate()
        assert process.wait(15) == 0


def test_without_http_port_it_listens_on_nothing(reached: Program) -> None:
    with reached.running("run") as process:
        assert "web-listens" not in read_until(process, "linli-runs")
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


def test_another_key_than_the_databases_own_is_refused_in_one_line(
    reached: Program, telegram: Elsewhere
) -> None:
    mei = telegram.act("person", name="小梅")["id"]
    telegram.act("start", person=mei, payload="")
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        while not any(one["bot"] for one in messages_of(telegram, mei)):
            time.sleep(0.1)
        process.terminate()
        assert process.wait(15) == 0
    reached.settings["DATA_KEY"] = OTHER_KEY
    ended = reached.apart("run")
    assert ended.code == 2
    assert ended.err.splitlines() == [
        "DATA_KEY: does not open this database; put back the key it was made with"
    ]


def test_an_invite_is_made_while_it_runs(reached: Program) -> None:
    with reached.running("run") as process:
        read_until(process, "linli-runs")
        assert reached.apart("invite", "coordinator").code == 0
        process.terminate()
        assert process.wait(15) == 0
