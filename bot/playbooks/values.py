"""The values a playbook file writes as text: spans of time, times of day, hours, zones."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field

from bot.domain.cadence import Cadence, cadence_of
from bot.domain.playbook import ServiceHours, Who
from bot.domain.role import Role

_SPAN = re.compile(r"(\d+)(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def _span(value: object) -> timedelta:
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None or int(found[1]) == 0:
        raise ValueError('must be a span of time like "30m", "2h" or "7d"')
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _time(value: object) -> time:
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('must be a time of day like "08:30"')
    return time(int(found[1]), int(found[2]))


def _hours(value: object) -> ServiceHours:
    start, dash, end = value.partition("-") if isinstance(value, str) else ("", "", "")
    if not dash or not _TIME.fullmatch(start) or not _TIME.fullmatch(end) or start >= end:
        raise ValueError('must be hours of a day like "08:30-20:00", the earlier first')
    return ServiceHours(_time(start), _time(end))


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(value if isinstance(value, str) else "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError('must be a time zone like "Asia/Shanghai"') from None


def _cadence(value: object) -> Cadence:
    try:
        found = cadence_of(value if isinstance(value, str) else "")
    except ValueError:
        found = None
    if found is None or found.on is not None:
        raise ValueError('must be how often, like "weekly", "2 weeks", "monthly", "half-yearly" or "spring"')
    return found


def _who(value: object) -> Who:
    try:
        return Who(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(f"must be one of {', '.join(Who)}") from None


def _hat(value: object) -> Role:
    try:
        return Role(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(f"must be one of the roles {', '.join(Role)}") from None


Visitor = Annotated[Who, BeforeValidator(_who)]
Often = Annotated[Cadence, BeforeValidator(_cadence)]
Hat = Annotated[Role, BeforeValidator(_hat)]
Span = Annotated[timedelta, BeforeValidator(_span)]
TimeOfDay = Annotated[time, BeforeValidator(_time)]
Hours = Annotated[ServiceHours, BeforeValidator(_hours)]
Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Text = Annotated[str, Field(min_length=1)]
Words = list[Text]
Count = Annotated[int, Field(ge=1)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
Phone = Annotated[str, Field(pattern=r"^\+?\d[\d -]{1,18}$")]
