"""How long to leave Telegram alone after it did not answer as it should."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import RetryAfter, TelegramError

LONGEST_S = 30.0


def asked_s(error: TelegramError) -> float:
    """Seconds Telegram asks us to wait (429); 0 where it asks for nothing."""
    if not isinstance(error, RetryAfter):
        return 0.0
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


class Backoff:
    """Twice as long after each failure in a row, up to `longest_s`; never shorter than Telegram asks for."""

    def __init__(self, first_s: float, longest_s: float = LONGEST_S) -> None:
        self._first_s, self._longest_s = first_s, longest_s
        self.failures = 0

    def after(self, error: TelegramError) -> float:
        """Seconds to wait now."""
        self.failures += 1
        return max(min(self._first_s * 2.0 ** min(self.failures - 1, 16), self._longest_s), asked_s(error))

    def over(self) -> None:
        """It answered."""
        self.failures = 0
