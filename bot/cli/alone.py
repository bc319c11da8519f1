"""One process at a time works out of a database file."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bot.cli.stopping import Stop

ANOTHER = "DATABASE_URL: another `linli run` works on this database; stop that one first"


@contextmanager
def alone(file: Path | None) -> Iterator[None]:
    """No other process sends out of this database file: what one has in hand the other would take for left behind.

    A process that dies lets go. Raises Stop when there is another.
    """
    with ExitStack() as held:
        if file is not None:
            lock = held.enter_context(file.with_name(f"{file.name}.run").open("w"))
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Stop(ANOTHER) from None
        yield
