"""`linli audit verify`: exit code 0 only where the record is whole, and the first thing that does not fit by name."""

from __future__ import annotations

import sqlite3

from tests.cli.program import Program


def test_a_new_communitys_record_is_whole_and_what_waits_for_a_seal_is_counted(linli: Program) -> None:
    assert linli("migrate").code == 0
    found = linli("audit", "verify", "--json")
    assert found.code == 0
    assert (found.json["whole"], found.json["broken"], found.json["unsealed"]) == (True, None, 0)
    assert linli("export", "cases", "--json").code == 0
    tail = linli("audit", "verify", "--json").json
    assert (tail["whole"], tail["unsealed"]) == (True, 1)
    assert 0 <= tail["oldest_unsealed_s"] < 60
    assert "1 events wait for a seal, the oldest for" in linli("audit", "verify").out


def test_a_forged_seal_is_an_exit_code_that_is_not_0(linli: Program) -> None:
    assert linli("export", "cases").code == 0
    with sqlite3.connect(linli.home / "data" / "linli.db") as database:
        columns = "at, after_id, last_id, events, pruned, marks, content, hash"
        database.execute(
            f"INSERT INTO seal ({columns}) VALUES (?, 0, 1, 1, 0, x'00', x'00', x'00')", ("2026-03-04",)
        )
    found = linli("audit", "verify", "--json")
    assert (found.code, found.json["whole"]) == (1, False)
    assert "seal 1 was changed" in found.json["broken"]
    assert "Broken: seal 1" in linli("audit", "verify").out
