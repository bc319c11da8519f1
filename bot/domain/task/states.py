"""Where a task stands, what it asks for, and who holds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "open"  # 待认领: at least one slot is free
    CLAIMED = "claimed"  # every slot has its holder
    DONE = "done"  # 办好了
    CANCELLED = "cancelled"  # no longer needed
    MISSED = "missed"  # its time went by (visits)


class TaskKind(StrEnum):
    """What the task asks for."""

    DO = "do"  # go and do it
    FOLLOW_UP = "follow_up"  # 跟进: keep after the party until it has acted


class HoldState(StrEnum):
    """What became of one holder's promise."""

    ASKED = "asked"  # 请您去: asked by a leader or coordinator, has not answered
    HOLDING = "holding"
    DONE = "done"
    RELEASED = "released"  # 我去不了, or taken back
    REFUSED = "refused"  # answered 去不了 when asked


@dataclass
class Holding:
    """One person's hold on one slot."""

    member_id: int
    state: HoldState
    at: datetime
    name: str = ""  # how the card calls them
    by_id: int | None = None  # who asked them
    ended_at: datetime | None = None
    remark: str | None = None
    minutes: int | None = None  # 时长, as the holder said or, then, as confirmed
    confirmed_by: int | None = None
    confirmed_at: datetime | None = None
    id: int | None = None
    task_id: int | None = None
