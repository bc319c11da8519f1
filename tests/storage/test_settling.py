"""One database file takes the place of another: whole, or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.copying.settling import NotWholeError, make_whole, take_place, take_place_of_broken
from tests.room import no_file_above

MANY = 2000


def _crashed(file: Path) -> None:
    """As a machine leaves it that stops: most of it stands only in what SQLite keeps beside the file."""
    alive = file.with_name(f"alive-{file.name}")
    with closing(sqlite3.connect(alive, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("CREATE TABLE lamp (words TEXT)")
        connection.executemany("INSERT INTO lamp VALUES (?)", [("dark " * 20,)] * MANY)
        for end in ("", "-wal"):
            shutil.copy(f"{alive}{end}", f"{file}{end}")


def _lamps(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        [count] = connection.execute("SELECT count(*) FROM lamp").fetchone()
    return int(count)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """What was just filled."""
    _crashed(tmp_path / "draft.db")
    return tmp_path / "draft.db"


def test_what_stood_beside_the_file_is_in_it_afterwards(draft: Path) -> None:
    make_whole(draft)
    assert not Path(f"{draft}-wal").exists()
    assert _lamps(draft) == MANY


def test_a_disk_without_room_for_all_of_it_is_found_out(draft: Path) -> None:
    with no_file_above(8192), pytest.raises(NotWholeError):
        make_whole(draft)
    make_whole(draft)
    assert _lamps(draft) == MANY, "and nothing was lost by trying"


def test_one_takes_the_place_of_the_other(draft: Path, tmp_path: Path) -> None:
    place = tmp_path / "linli.db"
    sqlite3.connect(place).close()
    make_whole(draft)
    take_place(draft, place)
    assert _lamps(place) == MANY
    assert not draft.exists()


def test_what_stands_there_is_not_left_a_torso_where_it_has_to_stay(draft: Path, tmp_path: Path) -> None:
    place = tmp_path / "linli.db"
    _crashed(place)
    make_whole(draft)
    with no_file_above(8192), pytest.raises(NotWholeError):
        take_place(draft, place)
    assert _lamps(place) == MANY


def test_what_is_broken_is_kept_with_all_that_belongs_to_it_however_often(
    draft: Path, tmp_path: Path
) -> None:
    place = tmp_path / "linli.db"
    make_whole(draft)
    for number in ("", "-2"):
        shutil.copy(draft, tmp_path / "another.db")
        place.write_bytes(b"no database")
        Path(f"{place}-wal").write_bytes(b"its last changes")
        aside = take_place_of_broken(tmp_path / "another.db", place)
        assert aside.name == f"linli.db.unreadable{number}"
        assert Path(f"{aside}-wal").read_bytes() == b"its last changes"
        assert aside.read_bytes() == b"no database"
        assert _lamps(place) == MANY
