"""Updates made from the Bot API's own schema, with parts missing, too many, or of another kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.fuzz import fuzz

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def test_whatever_comes_is_dealt_with_or_kept_as_unreadable_and_nothing_stands_still(
    tmp_path: Path, migrated_file: Path
) -> None:
    """`python -m tests.faults --fuzz 100000` is the long form."""
    shutil.copy(migrated_file, tmp_path / "linli.db")
    told = await fuzz(tmp_path, updates=256, seed=20260306)
    assert told.wrong == []
    assert told.states["done"] > 80
    assert told.unreadable > 20
