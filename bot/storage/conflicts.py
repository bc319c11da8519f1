"""Two processes wanted to change the same rows at the same moment, and the server let one of them go first."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

T = TypeVar("T")

TRIES = 6
_LONGEST_REST_S = 0.1
_CONFLICTS = {"40001", "40P01", "23505", "55P03"}
"""Not serialisable, deadlock, a key that another has just taken, a lock that was not to be had."""


def is_conflict(error: BaseException) -> bool:
    """Would the same go through once the other one is done? On SQLite, where writers take turns, never."""
    if isinstance(error, StaleDataError):
        return True
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _CONFLICTS


async def again_on_conflict(work: Callable[[], Awaitable[T]]) -> T:
    """Does `work`, which is a whole transaction, once more where another was faster. Raises whatever it raises."""
    for left in reversed(range(TRIES)):
        try:
            return await work()
        except Exception as error:
            if not left or not is_conflict(error):
                raise
        await asyncio.sleep(random.uniform(0, _LONGEST_REST_S))  # so that the two do not meet again
    raise AssertionError("the last try ends by itself")
