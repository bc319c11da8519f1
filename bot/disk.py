"""What is on the disk, and not only in the machine's memory."""

from __future__ import annotations

import os
from pathlib import Path


def onto_disk(path: Path) -> None:
    """The file's content, or the names in a folder, survive the machine. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
