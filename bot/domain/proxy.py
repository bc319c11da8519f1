"""代报: somebody reports for a person without Telegram, who is told the result by a person in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import RuleError

REMIND_AFTER = timedelta(days=1)
CLIMB_AFTER = timedelta(days=2)


class Way(StrEnum):
    """How they are to be told the result."""

    MYSELF = "myself"  # 我来转告: by whoever reported it
    CALL = "call"  # 打电话
    VISIT = "visit"  # 上门告诉
    NONE = "none"  # 不用告诉


class Telling(StrEnum):
    """Where the 告诉她 stands."""

    WAITING = "waiting"  # nothing to tell yet
    DUE = "due"  # it is over; somebody is to tell them
    TOLD = "told"
    SPARED = "spared"  # they need not be told


@dataclass
class Proxy:
    """For whom something is reported. `teller_id` None while it is due: any coordinator. Times are aware UTC."""

    by_id: int
    name: str | None = None
    phone: str | None = None
    way: Way = Way.MYSELF
    case_id: int | None = None
    state: Telling = Telling.WAITING
    teller_id: int | None = None
    due_at: datetime | None = None
    next_at: datetime | None = None  # when the teller is reminded
    climbed_at: datetime | None = None
    tries: int = 0
    told_at: datetime | None = None
    told_by: int | None = None
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def name_them(self, name: str, phone: str | None, now: datetime) -> None:
        """What they are called; a number that was not said again stays."""
        self.name, self.phone, self.changed_at = name, phone or self.phone, now

    def choose(self, way: Way, now: datetime) -> None:
        """How they are to be told. Raises RuleError once it is over."""
        if self.state is not Telling.WAITING:
            raise RuleError("no-telling-begun")
        self.way, self.changed_at = way, now

    def spare(self, now: datetime) -> None:
        """The case is over, and they need not be told."""
        self.state, self.changed_at = Telling.SPARED, now

    def fall_due(self, teller_id: int | None, now: datetime) -> None:
        """The case is over: this person tells them (None: any coordinator)."""
        self.state = Telling.DUE
        self.teller_id, self.due_at, self.tries = teller_id, now, 0
        self.next_at, self.climbed_at = now + REMIND_AFTER, None
        self.told_at = self.told_by = None
        self.changed_at = now

    def wait_again(self, now: datetime) -> None:
        """The case goes on after all: there is nothing to tell yet."""
        self.state = Telling.WAITING
        self.due_at = self.next_at = self.climbed_at = self.told_at = self.told_by = None
        self.changed_at = now

    def tell(self, by_id: int | None, now: datetime) -> None:
        """告诉了. Raises RuleError when it is done, or nothing is to be told."""
        self._due()
        self.state, self.told_at, self.told_by = Telling.TOLD, now, by_id
        self.next_at, self.changed_at = None, now

    def untell(self, by_id: int | None, now: datetime, within: timedelta) -> None:
        """撤销 of 告诉了, by who pressed it. Raises RuleError for anybody else, and when it is too late."""
        if self.state is not Telling.TOLD or self.told_by != by_id or self.told_at is None:
            raise RuleError("no-not-your-telling")
        if now - self.told_at > within:
            raise RuleError("no-told-too-late")
        self.state, self.told_at, self.told_by = Telling.DUE, None, None
        self.next_at, self.changed_at = now + REMIND_AFTER, now

    def miss(self, now: datetime) -> None:
        """联系不上: tried, and asked again tomorrow. Raises RuleError as `tell`."""
        self._due()
        self.tries += 1
        self.next_at, self.changed_at = now + REMIND_AFTER, now

    def remind(self, now: datetime) -> None:
        """The teller was reminded; the next time a day later."""
        self.next_at, self.changed_at = now + REMIND_AFTER, now

    def climb(self, now: datetime) -> None:
        """The coordinators have it now; nobody else is reminded."""
        self.climbed_at, self.next_at, self.changed_at = now, None, now

    def climbs(self, now: datetime) -> bool:
        """Is it for the coordinators by now?"""
        late = self.due_at is not None and now - self.due_at >= CLIMB_AFTER
        return self.state is Telling.DUE and self.climbed_at is None and late

    def _due(self) -> None:
        if self.state is Telling.TOLD:
            raise RuleError("no-told-already")
        if self.state is not Telling.DUE:
            raise RuleError("no-nothing-to-tell")
