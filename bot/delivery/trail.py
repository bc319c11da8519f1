"""What has left, and what came of it, in a small file beside the database: so that after a crash only what was really on
its way is of unknown fate.

1. A post is leased (`sending`, committed), and waits for its turn: nothing has left.
2. Just before its request is made, `leaves` writes its number down; what Telegram answers is written down as well.
3. The process is killed before the next transaction settles it. What was written to a file stays all the same.
4. The next life reads: what never left goes back to `pending`, what was answered is settled as it was, and only the rest
   may have arrived or not.

Nothing is synced to the disk, so a trail is good only as long as the machine has not been started anew: it names the
machine's start and the lease it is about, and one of another start, or that could not be written, counts for nothing.
Numbers of rows and messages only, no words and no people.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)

STARTED = Path("/proc/sys/kernel/random/boot_id")
"""Another each time the machine starts. Where there is none, no trail is kept."""
LARGEST = 16 * 2**20
"""Bytes; one life that has sent more than that keeps no trail any more."""


@dataclass(frozen=True)
class LeftBehind:
    """What another life knew of the posts it had leased."""

    lease: str
    left: set[int] = field(default_factory=set)
    arrived: dict[int, int] = field(default_factory=dict)


class Trail:
    """Of one life, known by its `lease`. No `path`: none is kept."""

    def __init__(self, path: Path | None, lease: str) -> None:
        self._path = path
        self._lease = lease
        self._file: int | None = None
        self._size = 0

    def left_behind(self) -> LeftBehind | None:
        """What the life before wrote; None where that cannot be relied on."""
        try:
            lines = self._path.read_text("ascii").splitlines() if self._path else []
            head, *rest = lines or [""]
            start, _, lease = head.partition(" ")
            if not lease or start != _started():
                return None
            found = LeftBehind(lease)
            for line in rest:
                _follow(found, line)
        except (OSError, ValueError):
            return None
        return found

    def begin(self) -> None:
        """From now on ours; what was read is dealt with."""
        start = _started()
        if self._path is None or not start:
            return
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_CLOEXEC
            self._file, self._size = os.open(self._path, flags, 0o600), 0
        except OSError:
            log.warning("no-trail")
        self._write(f"{start} {self._lease}")

    def leaves(self, post_id: int) -> None:
        """Its request is made now. Raises OSError where that must not be, since nobody would know of it."""
        self._write(f">{post_id}")

    def arrived(self, post_id: int, message_id: int) -> None:
        """Telegram has it, as that message."""
        with suppress(OSError):
            self._write(f"<{post_id} {message_id}")

    def stayed(self, post_id: int) -> None:
        """Telegram did not take it, or never saw it. Not to know that does no harm: it may have arrived, then."""
        with suppress(OSError):
            self._write(f"-{post_id}")

    def close(self) -> None:
        """Ends it; it can still be read."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _write(self, line: str) -> None:
        if self._file is None:
            return
        said = f"{line}\n".encode("ascii")
        self._size += len(said)
        try:
            if self._size <= LARGEST and os.write(self._file, said) == len(said):
                return
        except OSError:
            log.warning("no-trail")
        self._give_up(self._file)

    def _give_up(self, file: int) -> None:
        """A trail with a gap would say that something never left which did: rather none. Raises OSError where not even
        that can be done, so that nothing leaves."""
        os.ftruncate(file, 0)
        self.close()


def _follow(found: LeftBehind, line: str) -> None:
    """Raises ValueError for what was never written like this."""
    sign, (number, *rest) = line[0], line[1:].split()
    if sign == ">":
        found.left.add(int(number))
        found.arrived.pop(int(number), None)
    elif sign == "<":
        found.arrived[int(number)] = int(rest[0])
    else:
        found.left.discard(int(number))


def _started() -> str:
    try:
        return STARTED.read_text("ascii").strip()
    except OSError:
        return ""
