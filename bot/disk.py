"""What is on the disk, and not only in the machine's memory; and for whose eyes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def make_folder(folder: Path) -> None:
    """A folder of ours into which nobody else on this machine looks; one that is there stays as it is. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def onto_disk(path: Path) -> None:
    """The file's content, or the names in a folder, survive the machine. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def draft_of(file: Path, content: bytes) -> Iterator[Path]:
    """A file beside it with that content, for its owner only, safely on the disk: to be given its name, which is safe
    there too when the block has ended. Nothing else is left of it, whatever happens. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # mode 0600
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        yield draft
        onto_disk(file.parent)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_whole(file: Path, content: bytes) -> None:
    """The file holds that from now on, or what it held before. Raises OSError."""
    with draft_of(file, content) as draft:
        draft.replace(file)
