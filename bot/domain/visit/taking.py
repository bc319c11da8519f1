"""Who goes, and when: 认领 with a promised time, 我去不了, 改期, 请人代去."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.errors import RuleError
from bot.domain.task import HoldState
from bot.domain.visit.facts import VisitFacts
from bot.domain.visit.states import VisitHold, VisitState


class Taking(VisitFacts):
    """A visit finds its people."""

    def offer(self, rung: int, asked: Sequence[int], now: datetime) -> None:
        """These people of that rung are asked; who was asked on it before has been silent. Raises RuleError when over."""
        self._waiting()
        self.tried = (*self.tried, *asked) if rung == self.rung else tuple(asked)
        self.tried = tuple(dict.fromkeys(self.tried))
        self.rung, self.rung_at = rung, now
        if self.state is VisitState.OPEN:
            self.state = VisitState.OFFERED
        self.changed_at = now

    def want(self, slots: int, now: datetime) -> None:
        """So many go; whoever has said they would stays. Raises RuleError when over."""
        self._waiting()
        self.slots = slots
        if self.state is not VisitState.OPEN:
            self._settle(now)
        self.changed_at = now

    def claim(
        self, member_id: int, name: str, promised_at: datetime, now: datetime, *, newcomer: bool = False
    ) -> VisitHold:
        """认领 with a time. Who was asked to stand in takes over from the holder who asked.

        Raises RuleError when it is over, theirs already, full (naming who goes), the time is not in the window, or
        two would go who have never been.
        """
        self._waiting()
        if self.held_by(member_id):
            raise RuleError("no-visit-already-yours")
        asked = self.asked(member_id)
        giver = self.held_by(asked.instead_of) if asked else None
        if giver is None and self.free <= 0:
            raise RuleError("no-already-claimed", by=[hold.name for hold in self.active])
        self._check_promise(promised_at, now)
        if newcomer and any(hold.newcomer for hold in self.active if hold is not giver):
            raise RuleError("no-first-visits-together")
        if giver is not None:
            self._drop(giver, HoldState.RELEASED, now)
        hold = asked or VisitHold(member_id, HoldState.HOLDING, now)
        if asked is None:
            self.holds.append(hold)
        hold.state, hold.at, hold.ended_at = HoldState.HOLDING, now, None
        hold.name, hold.newcomer, hold.promised_at = name, newcomer, promised_at
        self._settle(now)
        return hold

    def release(self, member_id: int, now: datetime) -> VisitHold:
        """这周去不了, 我去不了: the place is free again. Raises RuleError when not theirs."""
        hold = self._hold(member_id)
        self._drop(hold, HoldState.RELEASED, now)
        self._settle(now)
        return hold

    def postpone(self, member_id: int, promised_at: datetime, now: datetime) -> VisitHold:
        """改期, once and inside the window. Raises RuleError the second time, when not theirs or outside of it."""
        hold = self._hold(member_id)
        if self.postponed:
            raise RuleError("no-postponed-already")
        self._check_promise(promised_at, now)
        hold.promised_at, hold.asked_still_at = promised_at, None
        self.postponed, self.changed_at = True, now
        return hold

    def hand_on(self, member_id: int, to_id: int, to_name: str, now: datetime) -> VisitHold:
        """请人代去: one person is asked to stand in. Until they say yes, who asks still goes.

        Raises RuleError when not theirs, when somebody is asked already, or for who goes anyway.
        """
        self._hold(member_id)
        if self.held_by(to_id):
            raise RuleError("no-visit-already-theirs", name=to_name)
        waiting = (one for one in self.holds if one.state is HoldState.ASKED)
        if other := next(
            (one for one in waiting if member_id == one.instead_of or to_id == one.member_id), None
        ):
            raise RuleError("no-asked-already", name=other.name)
        asked = VisitHold(
            to_id, HoldState.ASKED, now, to_name, by_id=member_id, instead_of=member_id
        )  # fmt: skip
        self.holds.append(asked)
        self.changed_at = now
        return asked

    def ask(self, to_id: int, to_name: str, by_id: int, now: datetime) -> VisitHold:
        """请您去, by a leader or coordinator. Raises RuleError when full, theirs, or asked already."""
        self._waiting()
        if self.held_by(to_id):
            raise RuleError("no-visit-already-theirs", name=to_name)
        if self.free <= 0:
            raise RuleError("no-already-claimed", by=[hold.name for hold in self.active])
        if self.asked(to_id):
            raise RuleError("no-asked-already", name=to_name)
        asked = VisitHold(to_id, HoldState.ASKED, now, to_name, by_id=by_id)
        self.holds.append(asked)
        self.changed_at = now
        return asked

    def decline(self, member_id: int, now: datetime) -> VisitHold:
        """去不了, by who was asked. Raises RuleError when not asked (any more)."""
        hold = self.asked(member_id)
        if hold is None:
            raise RuleError("no-visit-not-asked")
        self._drop(hold, HoldState.REFUSED, now)
        self.changed_at = now
        return hold

    def _check_promise(self, promised_at: datetime, now: datetime) -> None:
        if promised_at < now:
            raise RuleError("no-promise-past")
        if promised_at > self.closes_at:
            raise RuleError("no-promise-too-late", last=self.closes_at)
