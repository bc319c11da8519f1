"""A file is written whole or stays as it was, and nothing lies about beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.key import write_secret
from bot.cli.stopping import Stop
from bot.disk import make_folder, write_whole
from tests.room import no_file_above


def test_a_file_is_replaced_for_its_owners_eyes_only(tmp_path: Path) -> None:
    file = tmp_path / "list"
    write_whole(file, b"one")
    write_whole(file, b"two")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two", 0o600)
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_of_ours_is_nobody_elses_and_one_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    make_folder(tmp_path / "new" / "data")
    assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700
    there = tmp_path / "there"
    there.mkdir()
    there.chmod(0o750)
    make_folder(there)
    assert there.stat().st_mode & 0o777 == 0o750


def test_without_room_it_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "list"
    write_whole(file, b"one")
    with no_file_above(10), pytest.raises(OSError, match="too large"):
        write_whole(file, b"more than ten bytes")
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"one", [file])


def test_half_a_paper_does_not_stand_in_the_way_of_a_whole_one(tmp_path: Path) -> None:
    file = tmp_path / "key.pdf"
    with no_file_above(10), pytest.raises(Stop, match="cannot be written"):
        write_secret(file, b"more than ten bytes")
    write_secret(file, b"more than ten bytes")
    assert file.read_bytes() == b"more than ten bytes"
