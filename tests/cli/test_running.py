"""While `linli run` runs: people are answered, whoever watches is told, and other commands do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from subprocess import Popen

import pytest

from tests.cli.conftest import Elsewhere
from tests.cli.listening import ask, free_port
from tests.cli.program import Program, read_until

pytestmark = pytest.mark.slow
Alive = tuple[Program, "Popen[str]", int]


@pytest.fixture(scope="module")
def alive(tmp_path_factory: pytest.TempPathFactory, telegram: Elsewhere) -> Iterator[Alive]:
    """One that runs for all of them, and the port it listens on."""
    port = free_port()
    where = {"TELEGRAM_API_URL": telegram.url, "TELEGRAM_BOT_TOKEN": telegram.token, "HTTP_PORT": str(port)}
    program = Program(tmp_path_factory.mktemp("alive"), where)
    with program.running("run") as process:
        read_until(process, "linli-runs")
        yield program, process, port
        process.terminate()
        assert process.wait(15) == 0


def test_somebody_who_presses_start_is_answered(alive: Alive, telegram: Elsewhere) -> None:
    mei = telegram.act("person", name="小梅")["id"]
    telegram.act("start", person=mei, payload="")
    telegram.until_answered(mei)


def test_whoever_watches_reads_health_and_numbers(alive: Alive) -> None:
    _, _, port = alive
    assert ask(port, "/healthz/ready") == (200, '{"ready":true,"waits_for":[]}')
    status, numbers = ask(port, "/metrics")
    assert status == 200
    assert 'linli_updates{state="pending"} 0.0' in numbers
    assert 'linli_posts{state="pending"} 0.0' in numbers
    assert "process_resident_memory_bytes" in numbers
    assert 'linli_posts{state="unknown"} 0.0' in numbers
    assert 'linli_posts{state="held"} 0.0' in numbers
    assert "linli_database_up 1.0" in numbers
    assert 'linli_oldest_seconds{queue="updates"}' in numbers
    assert 'linli_handler_seconds_bucket{le="+Inf"}' in numbers
    for name in ("linli_ticks", "linli_refusals", "linli_said_no", "linli_update_failures"):
        assert f"# TYPE {name}" in numbers


def test_a_second_one_on_the_same_database_says_so_and_leaves_the_first_in_peace(alive: Alive) -> None:
    program, process, _ = alive
    second = program.apart("run")
    assert second.code == 1
    assert second.err.splitlines()[-1].endswith("stop that one first")
    assert program("doctor").code in (0, 1)
    assert process.poll() is None


def test_an_invite_is_made_while_it_runs(alive: Alive) -> None:
    program, _, _ = alive
    assert program("invite", "coordinator").code == 0
