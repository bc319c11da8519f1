"""What a visitor did and found: 四个一, five checks, a remark; what is amiss becomes a case in one press."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import RuleError
from bot.domain.playbook import Visits


class Tick(StrEnum):
    """四个一: what the visitor did."""

    CHAT = "chat"  # 聊一会天
    CARRY = "carry"  # 拎一次东西
    HOLIDAY = "holiday"  # 过节看一看
    TIDY = "tidy"  # 帮忙收拾


class Check(StrEnum):
    """What may be amiss; the playbook says which category of case it becomes."""

    HEALTH = "health"
    MEANS = "means"  # 生活来源
    FAMILY = "family"
    HOME = "home"  # 居家安全
    NEEDS = "needs"


@dataclass
class Finding:
    """有事要说 after a visit. `cases`: which concern became which case, so that both are linked.

    `voices`: what was spoken, by Telegram's file id. Nobody is asked for a photo.
    """

    visit_id: int
    by_id: int
    at: datetime
    ticks: frozenset[Tick] = frozenset()
    concerns: frozenset[Check] = frozenset()
    remark: str | None = None
    voices: tuple[str, ...] = ()
    cases: dict[Check, int] = field(default_factory=dict)
    changed_at: datetime | None = None
    version: int = 1
    id: int | None = None

    def tick(self, tick: Tick, now: datetime) -> None:
        """Done, or not after all."""
        self.ticks, self.changed_at = self.ticks ^ {tick}, now

    def concern(self, check: Check, now: datetime) -> None:
        """Amiss, or not after all. Raises RuleError when it is a case already."""
        if check in self.cases:
            raise RuleError("no-finding-is-case", no=str(self.cases[check]))
        self.concerns, self.changed_at = self.concerns ^ {check}, now

    def say(self, remark: str, now: datetime) -> None:
        """In the visitor's own words; what follows is added."""
        self.remark = f"{self.remark}\n{remark}" if self.remark else remark
        self.changed_at = now

    def keep(self, voice: str, now: datetime) -> None:
        """Spoken instead of written."""
        self.voices, self.changed_at = (*self.voices, voice), now

    @property
    def well(self) -> bool:
        """都挺好: nothing more was said."""
        return not (self.ticks or self.concerns or self.remark or self.voices)

    def become(self, check: Check, case_id: int, now: datetime) -> None:
        """A case now. Raises RuleError when it is one already, or is not amiss."""
        if check in self.cases:
            raise RuleError("no-finding-is-case", no=str(self.cases[check]))
        if check not in self.concerns:
            raise RuleError("no-finding-amiss")
        self.cases = {**self.cases, check: case_id}
        self.changed_at = now


def case_category(check: Check, rules: Visits) -> str | None:
    """The category of case that becomes of it; None: a coordinator has to say."""
    return rules.findings.get(check)
