"""What the running program would log."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot.logs import setup_logging


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """At its most talkative, while the block lasts."""
    logged, root = io.StringIO(), logging.getLogger()
    before, configured = root.handlers[:], structlog.get_config()
    try:
        setup_logging("DEBUG", stream=logged)
        yield logged
    finally:
        root.handlers[:] = before
        structlog.configure(**configured)
