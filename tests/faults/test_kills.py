"""The bot is killed (-9) at random moments while people go on; nothing is lost, nothing happens twice unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.campaign import run


@pytest.mark.slow
async def test_every_report_is_a_case_and_every_press_has_one_effect(tmp_path: Path) -> None:
    report = await run(tmp_path, kills=30, seed=20260304)
    assert report.wrong == []
    assert report.reports >= 15
    assert report.presses["认领"] > 0
