"""`linli load`: a crowd of one's own for a bot that runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import Program, read_until


@pytest.mark.slow
def test_a_crowd_reports_and_presses_and_what_the_bot_held_is_said(tmp_path: Path) -> None:
    linli = Program(tmp_path, {"LOG_LEVEL": "ERROR"})
    linli("migrate")
    link = linli("invite", "coordinator", "--username", "linli_bot").out.strip()
    size = ("--people", "6", "--groups", "10", "--rate", "5", "--seconds", "4", "--port", "0")
    with linli.running("load", *size, "--coordinator", link, "--no-limits", "--json") as crowd:
        where = read_until(crowd, "TELEGRAM_API_URL=").split()
        linli.settings |= dict(setting.split("=", 1) for setting in where)
        with linli.running("run") as bot:
            assert crowd.stdout is not None
            said = crowd.stdout.read()
            assert crowd.wait(30) == 0
            bot.terminate()
    held = json.loads(said[said.index("{") :])
    assert held["asked"] == held["answered"] >= 5
    assert held["unanswered"] == 0
    assert held["waiting"] == {}


def test_a_link_that_leads_elsewhere_is_said(linli: Program) -> None:
    ended = linli("load", "--groups", "1", "--coordinator", "https://example.org/", "--port", "0")
    assert ended.code != 0
    assert "--coordinator: https://example.org/ is no link" in ended.err
