"""The festivals of the lunar calendar. Why this library: docs/decisions/006-lunar-calendar.md."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache

from borax.calendars.lunardate import LunarDate


class Festival(StrEnum):
    """A day on which nobody should be alone."""

    SPRING = "spring"  # 春节
    LANTERN = "lantern"  # 元宵
    DRAGON_BOAT = "dragon-boat"  # 端午
    MID_AUTUMN = "mid-autumn"  # 中秋
    DOUBLE_NINTH = "double-ninth"  # 重阳


_DAYS = {
    Festival.SPRING: (1, 1),
    Festival.LANTERN: (1, 15),
    Festival.DRAGON_BOAT: (5, 5),
    Festival.MID_AUTUMN: (8, 15),
    Festival.DOUBLE_NINTH: (9, 9),
}


@lru_cache(maxsize=1024)
def festival_on(festival: Festival, year: int) -> date:
    """The day of that festival in a year of the common calendar; each of them comes exactly once a year.

    The library's table ends with 2100.
    """
    month, day = _DAYS[festival]
    found: date = LunarDate(year, month, day).to_solar_date()
    return found
