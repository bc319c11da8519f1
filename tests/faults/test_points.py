"""The process dies at a statement, at a commit, between two commits, at a request; the next one goes on with the story."""

from __future__ import annotations

from tests.faults.points import die_at_each


async def test_wherever_it_dies_nothing_is_lost_and_nothing_happens_twice_unsaid(url: str) -> None:
    """`python -m tests.faults --points` dies at every point of the story; a few that lie apart are enough here."""
    died = await die_at_each(url, range(7, 260, 28))
    assert died.wrong == []
    assert died.points == 10
