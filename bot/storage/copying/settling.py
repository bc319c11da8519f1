"""A file of SQLite's takes the place of another, whole or not at all, also where the machine stops in the middle."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from itertools import chain, count
from pathlib import Path

from bot.disk import onto_disk

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a file, and would take for a part of whatever file stands there."""


class NotWholeError(Exception):
    """Not all of it has come into the file: the disk is full, or gives back something else."""


def make_whole(file: Path) -> None:
    """Everything that was committed is in the file itself, on the disk, and can be read back. Nobody else has it open.

    Raises NotWholeError.
    """
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            [mode] = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            [found] = connection.execute("PRAGMA quick_check(1)").fetchone()
        if mode != "delete" or found != "ok":
            raise NotWholeError(found if found != "ok" else "its last changes cannot be written into it")
        onto_disk(file)
    except (sqlite3.Error, OSError) as error:
        raise NotWholeError(str(error)) from None


def take_place(draft: Path, place: Path) -> None:
    """The draft, which is whole, stands there from now on; what stood there is gone.

    Raises NotWholeError where that is not whole: then everything is as before.
    """
    if place.exists():
        make_whole(place)
    _forget_beside(place)
    draft.replace(place)
    onto_disk(place.parent)


def take_place_of_broken(draft: Path, place: Path) -> Path:
    """The same where what stands there is no database any more: it is kept, and with it all that belongs to it; where."""
    aside = _free_name(place)
    for end in _BESIDE:
        if (beside := place.with_name(place.name + end)).exists():
            beside.replace(aside.with_name(aside.name + end))
    with suppress(OSError):  # of a disk that knows no second names: then the bot finds none for a moment
        os.link(place, aside)
    if not aside.exists():
        place.replace(aside)
    draft.replace(place)
    onto_disk(place.parent)
    return aside


def _free_name(place: Path) -> Path:
    names = (f"{place.name}.unreadable{number}" for number in chain([""], (f"-{one}" for one in count(2))))
    return next(one for one in map(place.with_name, names) if not one.exists())


def _forget_beside(place: Path) -> None:
    for end in _BESIDE:
        place.with_name(place.name + end).unlink(missing_ok=True)
