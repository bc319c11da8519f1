"""The whole of Linli and a stand-in Telegram in one process, on a database of its own."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app import Linli
from bot.cli.demo.clock import in_the_morning
from bot.cli.opening import playbook_named
from bot.delivery.pacing import Pacer
from bot.sandbox import Sandbox, SandboxRequest
from bot.storage.database import Database
from bot.wire.telegram import api_urls, make_bot

PLAYBOOK = "heyuan"
EDIT_GAP_S = 1.0
"""Shorter than in earnest: whoever tries things out presses on quickly."""
REMEMBERED = 500
"""Of the bot's calls, how many the stand-in remembers."""


@contextmanager
def folder(keep: bool) -> Iterator[Path]:
    """Where the database lives; gone at the end unless `keep`."""
    made = Path(tempfile.mkdtemp(prefix="linli-demo-"))
    try:
        yield made
    finally:
        if not keep:
            shutil.rmtree(made, ignore_errors=True)


def build(at: Path) -> tuple[Sandbox, Linli]:
    """Everything put together, nothing started."""
    playbook = playbook_named(PLAYBOOK)
    clock = in_the_morning(playbook)
    sandbox = Sandbox(now=clock.now, monotonic=clock.monotonic, keep=REMEMBERED)
    database = Database(f"sqlite+aiosqlite:///{at / 'linli.db'}", secrets.token_bytes(32), playbook)
    sending, polling = SandboxRequest(sandbox), SandboxRequest(sandbox)
    bot = make_bot(sandbox.token, sending, polling, *api_urls("http://sandbox.invalid"))
    return sandbox, Linli(database, bot, clock, Pacer(clock.monotonic), edit_gap_s=EDIT_GAP_S)
