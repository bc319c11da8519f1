"""`linli retention` says what would go, and lets it go."""

from __future__ import annotations

import sqlite3

from bot.cli.retention import MEANING
from tests.cli.program import Program


def test_what_would_go_is_counted_and_nothing_goes(linli: Program) -> None:
    counts = linli("retention", "--dry-run", "--json").json
    assert set(counts) == set(MEANING)
    assert set(counts.values()) == {0}
    with sqlite3.connect(linli.home / "data" / "linli.db") as database:
        database.execute("INSERT INTO dialog VALUES (1, 'remark', 1, '2020-01-01 00:00:00.000000', NULL)")
    assert linli("retention", "--dry-run", "--json").json["questions"] == 1
    assert "what was asked and is stale" in linli("retention", "--dry-run").out
    assert linli("retention").code == 0
    assert linli("retention", "--dry-run", "--json").json["questions"] == 0
