"""The bot is killed (-9) at random moments while people go on; nothing is lost, nothing happens twice unsaid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.domain.visit import Stage
from tests.faults.broadcast import broadcast
from tests.faults.campaign import run
from tests.faults.doors import search_under_kills


@pytest.mark.slow
async def test_every_report_is_a_case_and_every_press_has_one_effect(
    tmp_path: Path, migrated_file: Path
) -> None:
    """Also while Telegram refuses 5 % of what is sent as too fast, and the answers to 2 % are lost."""
    shutil.copy(migrated_file, tmp_path / "linli.db")
    report = await run(tmp_path, kills=25, seed=20260304, faults=True)
    assert report.wrong == []
    assert report.reports >= 15
    assert report.presses["认领"] > 0


async def test_a_door_nobody_opens_is_somebodys_whenever_the_bot_is_killed(
    tmp_path: Path, migrated_file: Path
) -> None:
    shutil.copy(migrated_file, tmp_path / "linli.db")
    told = await search_under_kills(tmp_path, seed=20260305)
    assert told.wrong == []
    assert told.stages == (Stage.DOOR, Stage.OFFICE)
    assert told.steps["search_opened"] == told.steps["search_over"] == 1
    assert told.search.taken_name == "王社工"
    assert told.search.is_over


@pytest.mark.slow
async def test_a_notice_is_in_every_group_once_or_the_group_is_listed(
    tmp_path: Path, migrated_file: Path
) -> None:
    shutil.copy(migrated_file, tmp_path / "linli.db")
    report = await broadcast(tmp_path, groups=20, kills=2, seed=5)
    print(report)
    assert report.wrong == []
    assert report.arrived + report.unknown == report.groups
