"""The bot is killed (-9) while Telegram refuses some of what it sends as too fast, and answers to some are lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.campaign import run


@pytest.mark.slow
async def test_with_refusals_and_lost_answers_too_nothing_is_lost_and_nothing_happens_twice_unsaid(
    tmp_path: Path,
) -> None:
    report = await run(tmp_path, kills=10, seed=7, faults=True)
    assert report.wrong == []
    assert report.reports >= 5
