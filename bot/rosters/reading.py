"""A roster read a little at a time: each slice is a few milliseconds of work and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from typing import Generic

from bot.domain.errors import RuleError
from bot.domain.place import Place
from bot.domain.playbook import Playbook
from bot.domain.triage.places import place_in
from bot.domain.triage.reading import read
from bot.domain.triage.writing import fold
from bot.rosters.book import Book, Line, SheetOfRows
from bot.rosters.doors import Doors
from bot.rosters.found import Found
from bot.rosters.headings import LOOK_IN, Heading, find_heading
from bot.rosters.households import household_of
from bot.rosters.kinds import OWN_SHEET, Kind
from bot.rosters.members import member_of
from bot.rosters.noting import Tally, about
from bot.rosters.rows import Duplicate, HouseholdRow, MemberRow, Note, R, Refused, Slice
from bot.rosters.sheets import open_book

SLICE = 25
"""Rows of a slice: some 5 ms on a quiet machine, and still under 50 on a busy one."""
_TITLE = 40


def read_households(
    data: bytes, playbook: Playbook, *, today: date, size: int = SLICE
) -> Iterator[Slice[HouseholdRow]]:
    """The households of an .xlsx or .csv, `size` lines a slice.

    Raises RuleError (`roster-…`): at once for a file that is refused; while it is read for two columns with
    one meaning, or when no sheet has a heading row.
    """
    book = open_book(data)

    def reader(sheet: SheetOfRows, heading: Heading) -> Callable[[Found], HouseholdRow | Refused]:
        doors = Doors(playbook, _around(sheet, heading, playbook))
        return lambda found: household_of(found, sheet.name, playbook, doors, today)

    return _Rows(book, Kind.HOUSEHOLDS, playbook, reader, size).slices()


def read_members(data: bytes, playbook: Playbook, *, size: int = SLICE) -> Iterator[Slice[MemberRow]]:
    """The members of an .xlsx or .csv, as `read_households`."""
    book = open_book(data)

    def reader(sheet: SheetOfRows, heading: Heading) -> Callable[[Found], MemberRow | Refused]:
        doors = Doors(playbook, _around(sheet, heading, playbook))
        title = fold(" ".join((sheet.name, *heading.above[:1])))
        teams = tuple(one.name for one in playbook.teams if fold(one.name) in title)
        around = teams if "teams" not in heading.columns.at else ()
        return lambda found: member_of(found, sheet.name, playbook, doors, around)

    return _Rows(book, Kind.MEMBERS, playbook, reader, size).slices()


def _around(sheet: SheetOfRows, heading: Heading, playbook: Playbook) -> Place:
    """The place a sheet's name or title gives to all its rows, where they have no column for it."""
    title = " ".join(text[:_TITLE] for text in (sheet.name, *heading.above[:1]))
    place = place_in(read(title, playbook), playbook, Place())
    at = heading.columns.at
    return Place(
        place.compound if "compound" not in at else None, place.building if "building" not in at else None
    )


class _Rows(Generic[R]):
    """Goes through a book, sheet by sheet."""

    def __init__(
        self,
        book: Book,
        kind: Kind,
        playbook: Playbook,
        reader: Callable[[SheetOfRows, Heading], Callable[[Found], R | Refused]],
        size: int,
    ) -> None:
        self._book, self._kind, self._playbook = book, kind, playbook
        self._reader: Callable[[SheetOfRows, Heading], Callable[[Found], R | Refused]] = reader
        self._size = size
        self._seen: dict[tuple[str | None, ...], tuple[int, str]] = {}
        self._skipped: list[Note] = []
        self._any_read = False
        self._wrong: RuleError | None = None

    def slices(self) -> Iterator[Slice[R]]:
        """Every sheet that has a heading row; the others are named at the end."""
        for _ in self._book.prepare():
            yield Slice()
        for done, sheet in enumerate(self._book.sheets):
            if sheet.name == OWN_SHEET:
                continue
            yield from self._sheet(sheet, done)
        if not self._any_read:
            raise self._wrong or RuleError("roster-no-heading")
        yield Slice(notes=tuple(self._skipped), share=1.0)

    def _sheet(self, sheet: SheetOfRows, done: int) -> Iterator[Slice[R]]:
        lines = sheet.lines()
        first: list[Line] = []
        for line in lines:
            if line is None:
                yield Slice(share=done / len(self._book.sheets))
                continue
            first.append(line)
            if len(first) == LOOK_IN:
                break
        heading = find_heading(first, self._kind, self._playbook)
        missing = heading.columns.missing(self._kind) if heading else ()
        if heading is None or missing:
            if first:
                self._skipped.append(Note("roster-note-sheet-skipped", {"sheet": sheet.name}))
            if missing and self._wrong is None:
                self._wrong = RuleError("roster-column-missing", column=missing[0])
            return
        self._any_read = True
        yield Slice(notes=tuple(about(sheet, heading)), share=done / len(self._book.sheets))
        tally = Tally(sheet, heading)
        taken: list[R | Refused | Duplicate] = []
        read_row = self._reader(sheet, heading)
        for n, one in enumerate(chain(first[heading.used :], lines), 1):
            if one is not None and tally.wants(one):
                taken.append(self._once(read_row(Found(one, heading.columns)), sheet.name))
            if n % self._size == 0 or one is None:
                yield self._slice(taken, (done + sheet.share) / len(self._book.sheets))
                taken = []
        yield self._slice(taken, (done + 1) / len(self._book.sheets), tuple(tally.notes()))

    def _once(self, row: R | Refused, sheet: str) -> R | Refused | Duplicate:
        """The row, or that an earlier one said the same person."""
        if isinstance(row, Refused):
            return row
        first = self._seen.setdefault(row.key, (row.row, sheet))
        return row if first == (row.row, sheet) else Duplicate(row.row, sheet, *first)

    def _slice(
        self, taken: list[R | Refused | Duplicate], share: float, notes: tuple[Note, ...] = ()
    ) -> Slice[R]:
        rows = tuple(one for one in taken if not isinstance(one, Refused | Duplicate))
        return Slice(
            rows,
            tuple(one for one in taken if isinstance(one, Refused)),
            tuple(one for one in taken if isinstance(one, Duplicate)),
            notes,
            share,
        )
