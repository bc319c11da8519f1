"""How often: cadences 频次, their calendar periods and the windows in them."""

from bot.domain.cadence.cadence import WEEKLY, Cadence, Every, cadence_of, once
from bot.domain.cadence.lunar import Festival, festival_on
from bot.domain.cadence.period import Period, following, period_from
from bot.domain.cadence.window import (
    Window,
    WindowRule,
    suggested_at,
    window_after,
    window_from,
    window_of,
    windows_between,
)

__all__ = [
    "WEEKLY",
    "Cadence",
    "Every",
    "Festival",
    "Period",
    "Window",
    "WindowRule",
    "cadence_of",
    "festival_on",
    "following",
    "once",
    "period_from",
    "suggested_at",
    "window_after",
    "window_from",
    "window_of",
    "windows_between",
]
