"""The short form: 60 households for eight weeks, and a year that is ended in between goes on where it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.services.cast import NOW
from tests.year.checking import Figures, check
from tests.year.running import FEW, Year


async def _weeks(folder: Path, weeks: int) -> tuple[Year, Figures]:
    year = Year(folder, 60, weeks * 7, 1, FEW)
    try:
        await year.run()
        return year, await check(year.database, NOW, year.end())
    finally:
        await year.database.close()


@pytest.mark.slow
async def test_in_eight_weeks_nobody_is_forgotten_and_nobody_has_more_than_two_lists_a_day(
    migrated_file: Path, tmp_path: Path
) -> None:
    shutil.copy(migrated_file, tmp_path / "year.db")
    await _weeks(tmp_path, 3)
    year, figures = await _weeks(tmp_path, 8)
    assert figures.wrong == {}
    assert sum(figures.ended.values()) > 200
    assert figures.ended["met"] > figures.ended["phoned"] > 0
    for what in ("forgot the list", "cannot this time", "forgot the promise", "nobody opened", "met late"):
        assert year.did[what] > 0, what
