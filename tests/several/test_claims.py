"""A task is claimed in several processes at once: one has it, everybody else hears so."""

from __future__ import annotations

import pytest

from tests.several.claims import CLAIMS, race
from tests.storage.stores import empty_postgres


@pytest.mark.postgres
async def test_a_hundred_claims_in_three_processes_have_one_winner_each_round(migrated_postgres: str) -> None:
    """The long form: `python -m tests.several --claims 1000`."""
    empty_postgres(migrated_postgres)
    async for seen in race(migrated_postgres, 5):
        assert seen.wrong == []
    assert seen.winners == {1: 5}
    assert CLAIMS == 100
