"""Long work that is done in short slices, so that nobody waits behind it, and goes on where it was after a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

LEASE = timedelta(seconds=15)
"""So long a process that does a job may be silent before another goes on with it."""
RETRY_AFTER = (timedelta(seconds=5), timedelta(seconds=30))


class JobState(StrEnum):
    """How far it is."""

    WAITING = "waiting"  # there is more to do
    DONE = "done"
    FAILED = "failed"  # a rule's no, or three failures; whoever asked was told
    CANCELLED = "cancelled"  # not wanted any more


@dataclass
class Job:
    """`cursor` is where the next slice begins, in the kind's own counting; `done` of `total` is for people."""

    kind: str
    subject: str
    created_at: datetime
    args: Mapping[str, Any] = field(default_factory=dict)
    state: JobState = JobState.WAITING
    cursor: int = 0
    done: int = 0
    total: int = 0
    tries: int = 0
    not_before: datetime | None = None
    lease: str | None = None
    lease_until: datetime | None = None
    ended_at: datetime | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    @property
    def percent(self) -> int:
        """How much of it is done."""
        return min(100, 100 * self.done // self.total) if self.total else 0

    def free_for(self, lease: str, now: datetime) -> bool:
        """Is there more to do, and nobody else at it?"""
        theirs = self.lease not in (None, lease) and self.lease_until is not None and self.lease_until >= now
        return self.state is JobState.WAITING and not theirs

    def hold(self, lease: str, now: datetime) -> None:
        """Somebody does a slice of it; nobody else does for a while."""
        self.lease, self.lease_until, self.changed_at = lease, now + LEASE, now

    def end(self, state: JobState, now: datetime) -> None:
        """Nothing more will be done."""
        self.state, self.ended_at, self.changed_at = state, now, now
        self.lease = self.lease_until = self.not_before = None

    def stumble(self, now: datetime) -> bool:
        """A slice failed, and not for a rule. True while it will be tried again."""
        self.tries, self.changed_at, self.lease, self.lease_until = self.tries + 1, now, None, None
        if self.tries > len(RETRY_AFTER):
            self.end(JobState.FAILED, now)
            return False
        self.not_before = now + RETRY_AFTER[self.tries - 1]
        return True
