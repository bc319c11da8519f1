"""A roster somebody brings in: how it differs from what is known, and what may be done with it when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from bot.domain.errors import RuleError


class RosterState(StrEnum):
    """How far it is."""

    ASKED = "asked"  # a file came; of what kind is it?
    FETCHING = "fetching"  # on its way from Telegram
    READING = "reading"
    READY = "ready"  # compared; nothing is changed until somebody says so
    APPLYING = "applying"
    APPLIED = "applied"  # can be taken back for some days
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"  # not wanted
    FAILED = "failed"  # could not be read


class Verdict(StrEnum):
    """What a line of the file, or somebody who is not in it, is."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    DUPLICATE = "duplicate"
    INVALID = "invalid"


OVER = (RosterState.UNDONE, RosterState.DROPPED, RosterState.FAILED)
BUSY = (RosterState.APPLYING, RosterState.UNDOING)


@dataclass
class Roster:
    """One file. Its counts are those of its lines; `same` are lines that say what is known."""

    name: str
    created_at: datetime
    kind: str | None = None
    state: RosterState = RosterState.ASKED
    file_id: str | None = None
    by_id: int | None = None
    chat_id: int | None = None
    new: int = 0
    changed: int = 0
    gone: int = 0
    duplicate: int = 0
    invalid: int = 0
    same: int = 0
    skipped: int = 0  # lines that were left as they are, because somebody changed the row meanwhile
    notes: list[dict[str, Any]] = field(default_factory=list)
    trouble: dict[str, Any] | None = None
    base_at: datetime | None = None  # the newest change by a roster of its kind when it was compared
    settled_at: datetime | None = None  # when it was applied, or taken back
    undo_until: datetime | None = None
    emptied_at: datetime | None = None  # its lines are gone
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def changes(self) -> int:
        """How many rows it would change."""
        return self.new + self.changed + self.gone

    def choose(self, kind: str, now: datetime) -> None:
        """Of that kind: it may be fetched. Raises RuleError once that was said."""
        if self.state is not RosterState.ASKED:
            raise RuleError("no-roster-chosen")
        self.kind, self.state = kind, RosterState.FETCHING
        self.changed_at = now

    def arrived(self, now: datetime) -> None:
        """It is here. Raises RuleError when nobody waits for it (any more)."""
        if self.state is not RosterState.FETCHING:
            raise RuleError("no-roster-over")
        self.state, self.file_id, self.changed_at = RosterState.READING, None, now

    def compared(self, now: datetime) -> None:
        """Everything is read and compared."""
        self.state, self.changed_at = RosterState.READY, now

    def apply(self, newest: datetime | None, now: datetime) -> None:
        """导入. Raises RuleError unless it is ready and still compared with what is known now."""
        if self.state is not RosterState.READY:
            raise RuleError("no-roster-applied" if self.settled_at else "no-roster-over")
        if newest != self.base_at:
            raise RuleError("no-roster-outdated")
        if not self.changes:
            raise RuleError("no-roster-empty")
        self.state, self.changed_at = RosterState.APPLYING, now

    def applied(self, undo_for: timedelta, now: datetime) -> None:
        """Everything is written."""
        self.state, self.settled_at, self.changed_at = RosterState.APPLIED, now, now
        self.undo_until = now + undo_for

    def undo(self, now: datetime) -> None:
        """撤销导入. Raises RuleError when there is nothing to take back, or too late."""
        if self.state is not RosterState.APPLIED:
            raise RuleError("no-roster-over")
        if self.undo_until is None or now > self.undo_until:
            raise RuleError("no-roster-too-late")
        self.state, self.changed_at = RosterState.UNDOING, now

    def undone(self, now: datetime) -> None:
        """Everything is as it was before."""
        self.state, self.settled_at, self.undo_until, self.changed_at = RosterState.UNDONE, now, None, now

    def drop(self, now: datetime) -> None:
        """取消. Raises RuleError when it is too late for that."""
        if self.state in (*OVER, *BUSY, RosterState.APPLIED):
            raise RuleError("no-roster-over")
        self.state, self.file_id, self.changed_at = RosterState.DROPPED, None, now

    def fail(self, key: str, args: Mapping[str, Any], now: datetime) -> None:
        """It cannot be read; `key` says why."""
        self.state, self.file_id, self.changed_at = RosterState.FAILED, None, now
        self.trouble = {"key": key, "args": dict(args)}


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is known from an earlier roster. `keys` make it the same person, the surest first.

    `mark` is equal where nothing differs; `areas` are the compounds (or teams) it belongs to; `left`: it was gone.
    """

    ref: int
    version: int
    keys: tuple[str, ...]
    mark: str
    areas: tuple[str, ...] = ()
    left: bool = False


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A line of the file. `sure` keys make it the same person; `likely` ones only where nobody else is surer."""

    sure: tuple[str, ...]
    mark: str
    areas: tuple[str, ...]
    value: T
    likely: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference(Generic[T]):
    """A line that is new or changed, or (without an entry) somebody who is gone."""

    verdict: Verdict
    entry: Entry[T] | None = None
    known: Known | None = None


class Comparison(Generic[T]):
    """Compares a file with what is known, line by line; who is gone shows at its end.

    Gone is only who belongs to nothing but what the file covers: a list of one compound says nothing of another.
    """

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_key: dict[str, Known] = {}
        self._left: dict[int, Known] = {}
        self._covered: set[str] = set()
        self._later: list[Entry[T]] = []
        self.same = 0
        for one in known:
            self._left[one.ref] = one
            for key in one.keys:
                self._by_key.setdefault(key, one)

    def take(self, entry: Entry[T]) -> Difference[T] | None:
        """What this line is; None for one that says what is known, and for one that is decided at the end."""
        self._covered.update(entry.areas)
        known = self._match(entry.sure)
        if known is None and self._match(entry.likely) is not None:
            self._later.append(entry)
            return None
        return self._judge(entry, known)

    def rest(self) -> Iterator[Difference[T]]:
        """The lines that waited for a surer one, then who is gone."""
        for entry in self._later:
            found = self._judge(entry, self._match(entry.likely))
            if found is not None:
                yield found
        self._later = []
        for known in self._left.values():
            if not known.left and known.areas and self._covered.issuperset(known.areas):
                yield Difference(Verdict.GONE, known=known)

    def _match(self, keys: tuple[str, ...]) -> Known | None:
        found = (self._by_key.get(key) for key in keys)
        return next((one for one in found if one is not None and one.ref in self._left), None)

    def _judge(self, entry: Entry[T], known: Known | None) -> Difference[T] | None:
        if known is None:
            return Difference(Verdict.NEW, entry)
        del self._left[known.ref]
        if known.left:
            return Difference(Verdict.NEW, entry, known)
        if known.mark == entry.mark:
            self.same += 1
            return None
        return Difference(Verdict.CHANGED, entry, known)


def diff(known: Iterable[Known], entries: Iterable[Entry[T]]) -> list[Difference[T]]:
    """New, changed and gone, in the order of the file."""
    comparison = Comparison[T](known)
    found = [one for entry in entries if (one := comparison.take(entry)) is not None]
    return [*found, *comparison.rest()]


def changed_fields(old: Any, new: Any) -> tuple[str, ...]:
    """Names of the fields in which two rows of one kind differ; where they stood in a sheet does not count."""
    compared = (one.name for one in fields(old) if one.compare)
    return tuple(name for name in compared if getattr(old, name) != getattr(new, name))
