"""报平安: one question a day at somebody's own hour, and what follows when nobody answers it."""

from bot.domain.hello.agreement import Hello, HelloState
from bot.domain.hello.day import DayState, HelloDay, Step

__all__ = ["DayState", "Hello", "HelloDay", "HelloState", "Step"]
