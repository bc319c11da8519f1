"""One line of a sheet asked by meaning, its problems collected so that all of them are told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from bot.domain.playbook import Playbook
from bot.domain.triage.writing import fold
from bot.rosters.book import Cell, Line
from bot.rosters.cells import WrongCell, items_of, said
from bot.rosters.columns import RELATIVES, Columns
from bot.rosters.phones import phones_of
from bot.rosters.rows import Problem, Refused

T = TypeVar("T")
_LEADING = ("队长", "组长", "负责人", "团长", "社长", "会长", "leader", "captain")


class Found:
    """The cells of a line by what they mean."""

    def __init__(self, line: Line, columns: Columns) -> None:
        self.line = line
        self._columns = columns
        self.problems: list[Problem] = []
        self._name: str | None = None

    def cells(self, meaning: str) -> Iterator[Cell]:
        """Every filled cell of a meaning."""
        yield from self._filled(self._columns.at.get(meaning, ()))

    def cell(self, meaning: str) -> Cell:
        """The first filled cell of a meaning."""
        for column in self._columns.at.get(meaning, ()):
            if (cell := self.line.cell(column)) is not None:
                return cell
        return None

    def relatives(self) -> Iterator[tuple[Cell, Cell, tuple[Cell, ...]]]:
        """Name, relation and phones of each relative who has columns of their own."""
        for at in self._columns.relatives or (self._columns.at,):
            cells = [self._filled(at.get(meaning, ())) for meaning in RELATIVES]
            yield next(iter(cells[0]), None), next(iter(cells[1]), None), cells[2]

    def text(self, meaning: str) -> str | None:
        """What a cell says; None where it is empty, says 无, or cannot be taken."""
        return self.take(said, self.cell(meaning))

    def _filled(self, columns: tuple[int, ...]) -> tuple[Cell, ...]:
        return tuple(cell for column in columns if (cell := self.line.cell(column)) is not None)

    def flags(self) -> Iterator[tuple[str, Cell]]:
        """The 是/否 columns: key of the category and the cell."""
        for column, key in self._columns.flags.items():
            yield key, self.line.cell(column)

    def take(self, read: Callable[..., T], *args: object) -> T | None:
        """What `read` makes of it; None and one problem more where it cannot."""
        try:
            return read(*args)
        except WrongCell as wrong:
            if wrong.problem not in self.problems:
                self.problems.append(wrong.problem)
            return None

    def name(self) -> str | None:
        """The person's name; without one a problem more."""
        name = self.text("name")
        if name is None and not self.problems:
            self.problems.append(Problem("row-name-missing"))
        self._name = name
        return name

    def phones(self) -> tuple[str, ...]:
        """The person's own numbers, from all columns that hold some."""
        return self.take(all_phones, tuple(self.cells("phones"))) or ()

    def refused(self, sheet: str) -> Refused:
        """The line with all its problems."""
        return Refused(self.line.number, sheet, tuple(self.problems), self._name)


def all_phones(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """The numbers of several cells, each once."""
    return tuple(dict.fromkeys(phone for cell in cells for phone in phones_of(cell)))


def leads(post: str | None) -> bool:
    """Whether a post in a team is its leader's; a deputy (副队长) helps, but does not decide."""
    plain = fold(post or "")
    return any(word in plain for word in _LEADING) and "副" not in plain


def teams_of(cell: Cell, playbook: Playbook) -> tuple[str, ...]:
    """The playbook's teams a cell names, in its order. Raises WrongCell for one it does not have."""
    known = {fold(name): one.name for one in playbook.teams for name in (one.name, *one.names.values())}
    found = set()
    for word in items_of(cell, known):
        if fold(word) not in known:
            raise WrongCell("row-team-unknown", value=word)
        found.add(known[fold(word)])
    return tuple(one.name for one in playbook.teams if one.name in found)
