"""What a bot under measurement says of itself when it ends, as one line of JSON on standard output."""

from __future__ import annotations

import json
import resource
import signal
import sys
from types import FrameType

from tests.bench.sampling import Sampler


class OwnReport:
    """Peak memory of the whole run; processor time, and where it went, since the measurer said "now" (SIGUSR1)."""

    def __init__(self, *, sample: bool = False) -> None:
        self._sampler = Sampler() if sample else None
        self._spent_before = 0.0
        signal.signal(signal.SIGUSR1, self._begin)

    def say(self) -> None:
        """The report."""
        in_kilobytes = 1024 if sys.platform == "darwin" else 1
        report = {
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / in_kilobytes / 1024,
            "cpu_s": _spent() - self._spent_before,
            "shares": self._sampler.shares() if self._sampler else {},
        }
        print(json.dumps(report), flush=True)

    def _begin(self, _signal: int, _frame: FrameType | None) -> None:
        self._spent_before = _spent()
        if self._sampler:
            self._sampler.start()


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
