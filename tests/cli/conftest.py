"""A program to run, and a stand-in Telegram in another process for it."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import PATIENCE_S, Program

NOBODYS_TOKEN = "7000000002:AA-this-token-is-nobodys-0123456789abc"
NO_TELEGRAM = "http://127.0.0.1:9"


@pytest.fixture
def linli(tmp_path: Path) -> Program:
    """Without a token and with a Telegram that cannot be reached."""
    return Program(tmp_path, {"TELEGRAM_API_URL": NO_TELEGRAM})


@dataclass(frozen=True)
class Elsewhere:
    """A stand-in Telegram in another process, through the door for people."""

    url: str
    token: str

    def act(self, deed: str, **body: object) -> dict[str, Any]:
        """Somebody does something."""
        request = urllib.request.Request(
            f"{self.url}/people/{deed}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        return self._answer(request)

    def state(self) -> dict[str, Any]:
        """Everything there is to see."""
        return self._answer(urllib.request.Request(f"{self.url}/people/state"))

    def until_answered(self, person: int) -> None:
        """The bot has said something to them in private."""
        deadline = time.monotonic() + 10
        while not any(one["bot"] for one in self.state()["messages"].get(str(person), [])):
            assert time.monotonic() < deadline
            time.sleep(0.1)

    def _answer(self, request: urllib.request.Request) -> dict[str, Any]:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            read: dict[str, Any] = json.load(answer)
        return read


@pytest.fixture(scope="module")
def telegram(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    """`linli sandbox`, for the tests of one file."""
    program = Program(tmp_path_factory.mktemp("telegram"))
    with program.running("sandbox", "--port", "0") as process:
        assert process.stdout is not None
        url, token = process.stdout.readline().split()
        yield Elsewhere(url, token)


@pytest.fixture
def reached(linli: Program, telegram: Elsewhere) -> Program:
    """With a token that Telegram knows."""
    linli.settings |= {"TELEGRAM_API_URL": telegram.url, "TELEGRAM_BOT_TOKEN": telegram.token}
    return linli
