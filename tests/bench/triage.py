"""What reading costs: a sentence, and the longest message Telegram lets pass several times over."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

from bot.domain.playbook import Playbook
from bot.domain.triage import understand
from bot.playbooks.load import load_playbook
from tests.bench.figures import Figure, at_most, milliseconds

NAME = "triage"
_SENTENCES = Path(__file__).parents[1] / "domain" / "sentences_plainly.toml"
_FLOOD = 10_000


async def measure(short: bool) -> list[Figure]:
    """Each sentence once; then all of them as one text."""
    book = load_playbook("heyuan")
    said = [one["say"] for one in tomllib.loads(_SENTENCES.read_text(encoding="utf-8"))["sentence"]]
    understand("", book)
    texts = [*(said[:50] if short else said), "，".join(said * 20)[:_FLOOD]]
    *each, flood = [_seconds(text, book) for text in texts]
    return [
        *milliseconds(NAME, "a sentence", each, 5),
        at_most(NAME, f"{_FLOOD} characters", flood, 0.25, "s"),
    ]


def _seconds(text: str, book: Playbook) -> float:
    before = time.process_time()
    understand(text, book)
    return time.process_time() - before
