"""`linli` as people start it: in a folder of its own, with an environment of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]
OURS = ("TELEGRAM_", "DATA", "BACKUP_", "PLAYBOOK", "WEBHOOK_", "HTTP_", "PROXY_URL", "LOG_LEVEL")
PATIENCE_S = 60


@dataclass(frozen=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


@dataclass
class Program:
    """Commands run in `home`, where `.env` and the database are."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str, stdin: str = "") -> Outcome:
        """Runs one command to its end in this process, which has read all the files before."""
        out, err = io.StringIO(), io.StringIO()
        code: object = 0
        with pytest.MonkeyPatch.context() as here, redirect_stdout(out), redirect_stderr(err):
            here.chdir(self.home)
            here.setattr(os, "environ", self._environment())
            here.setattr(sys, "argv", ["linli", *arguments])
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
            try:
                main()
            except SystemExit as ended:
                code = ended.code
        return Outcome(int(str(code or 0)), out.getvalue(), err.getvalue())

    def apart(self, *arguments: str) -> Outcome:
        """Runs one command to its end as a process of its own."""
        done = subprocess.run(
            self._line(arguments),
            cwd=self.home,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    @contextmanager
    def running(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """A command that goes on; killed at the end if it still runs. Standard error joins output."""
        process = subprocess.Popen(
            self._line(arguments),
            cwd=self.home,
            env=self._environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        with process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    process.kill()

    def _line(self, arguments: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", "bot", *arguments]

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        kept.pop("PYTHONDONTWRITEBYTECODE", None)  # compiling everything anew for each command takes seconds
        python = {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        return kept | python | {"COLUMNS": "200"} | self.settings


def read_until(process: subprocess.Popen[str], wanted: str) -> str:
    """Everything it writes up to and with the line that holds `wanted`."""
    assert process.stdout is not None
    heard = ""
    for line in process.stdout:
        heard += line
        if wanted in line:
            return heard
    raise AssertionError(f"it ended with {process.wait()} without “{wanted}”:\n{heard}")
