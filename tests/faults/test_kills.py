"""The bot is killed (-9) at random moments while people go on; nothing is lost, nothing happens twice unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.campaign import run


@pytest.mark.slow
@pytest.mark.parametrize(("kills", "seed", "faults"), [(30, 20260304, False), (10, 7, True)])
async def test_every_report_is_a_case_and_every_press_has_one_effect(
    tmp_path: Path, kills: int, seed: int, faults: bool
) -> None:
    report = await run(tmp_path, kills=kills, seed=seed, faults=faults)
    print(report)
    assert report.wrong == []
    assert report.reports >= kills // 2
    assert report.presses["认领"] > 0
