"""A task, moved about at random: never more holders than slots, claimed when full, no move out of turn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.claim import check_claim
from bot.domain.errors import RuleError
from bot.domain.member import Member
from bot.domain.task import HoldState, Task, TaskState
from bot.playbooks.load import load_playbook

DAY = date(2026, 3, 4)
MORNING = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
PLAYBOOK = load_playbook("heyuan")
UNDO = timedelta(seconds=60)
people = st.integers(1, 5)


class Moves(RuleBasedStateMachine):
    """Keeps its own account of who holds, is asked and is done, and expects a no for everything else."""

    @initialize(slots=st.integers(1, 3))
    def begin(self, slots: int) -> None:
        self.now = MORNING
        self.task = Task("阳光姐姐", "tutoring", MORNING, slots=slots, id=12)
        self.holding: dict[int, datetime] = {}
        self.asked: set[int] = set()
        self.done: set[int] = set()
        self.over: TaskState | None = None

    @property
    def free(self) -> int:
        return self.task.slots - len(self.holding) - len(self.done)

    def expect(self, allowed: bool, move: object) -> bool:
        """Makes the move; it must be refused exactly when the account says so, and a no changes nothing."""
        before = _picture(self.task)
        try:
            move()  # type: ignore[operator]
        except RuleError:
            assert not allowed
            assert _picture(self.task) == before
            return False
        assert allowed
        return True

    @rule(seconds=st.sampled_from([1, 30, 61]))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(who=people)
    def claim(self, who: int) -> None:
        allowed = self.over is None and who not in self.holding and who not in self.done and self.free > 0
        if self.expect(allowed, lambda: self.task.claim(who, f"队员{who}", self.now)):
            self.holding[who] = self.now
            self.asked.discard(who)

    @rule(who=people)
    def release(self, who: int) -> None:
        if self.expect(self.over is None and who in self.holding, lambda: self.task.release(who, self.now)):
            del self.holding[who]

    @rule(who=people)
    def undo(self, who: int) -> None:
        allowed = self.over is None and who in self.holding and self.now - self.holding[who] <= UNDO
        if self.expect(allowed, lambda: self.task.undo_claim(who, self.now, UNDO)):
            del self.holding[who]

    @rule(who=people)
    def finish(self, who: int) -> None:
        allowed = self.over is None and who in self.holding
        if self.expect(allowed, lambda: self.task.finish(who, None, self.now)):
            del self.holding[who]
            self.done.add(who)
            if not self.holding:
                self._end(TaskState.DONE)

    @rule(who=people)
    def ask(self, who: int) -> None:
        allowed = self.over is None and who not in self.holding and who not in self.asked and self.free > 0
        if self.expect(allowed, lambda: self.task.ask(who, f"队员{who}", 9, self.now)):
            self.asked.add(who)

    @rule(who=people)
    def refuse(self, who: int) -> None:
        if self.expect(who in self.asked, lambda: self.task.refuse(who, self.now)):
            self.asked.discard(who)

    @rule(slots=st.integers(0, 4))
    def set_slots(self, slots: int) -> None:
        allowed = self.over is None and slots >= max(1, len(self.holding) + len(self.done))
        self.expect(allowed, lambda: self.task.set_slots(slots, self.now))

    @rule()
    @precondition(lambda self: self.now > MORNING + timedelta(minutes=3))
    def leader_says_done(self) -> None:
        if self.expect(self.over is None, lambda: self.task.finish_all(self.now)):
            self.done |= set(self.holding)
            self._end(TaskState.DONE)

    @rule()
    @precondition(lambda self: self.now > MORNING + timedelta(minutes=3))
    def cancel(self) -> None:
        if self.expect(self.over is None, lambda: self.task.cancel(self.now)):
            self._end(TaskState.CANCELLED)

    def _end(self, state: TaskState) -> None:
        self.over = state
        self.holding.clear()
        self.asked.clear()

    @invariant()
    def never_more_holders_than_slots(self) -> None:
        if hasattr(self, "task"):
            assert len(self.task.holders) <= self.task.slots

    @invariant()
    def claimed_exactly_when_full(self) -> None:
        if hasattr(self, "task") and self.task.is_live:
            assert (self.task.state is TaskState.CLAIMED) == (self.task.free == 0)

    @invariant()
    def everybody_is_where_the_account_says(self) -> None:
        if hasattr(self, "task"):
            assert {h.member_id for h in self.task.active} == set(self.holding)
            asked = [h.member_id for h in self.task.holdings if h.state is HoldState.ASKED]
            assert sorted(asked) == sorted(self.asked)
            assert self.task.is_live == (self.over is None)
            assert self.over is None or self.task.state is self.over


def _picture(task: Task) -> object:
    holds = [(h.member_id, h.state, h.at, h.ended_at) for h in task.holdings]
    return (task.state, task.slots, task.ended_at, holds)


Moves.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
TestMoves = Moves.TestCase


def test_who_comes_too_late_is_told_who_has_it() -> None:
    task = Task("阳光姐姐", None, MORNING, id=12)
    task.claim(1, "陈姐", MORNING)
    with pytest.raises(RuleError) as no:
        task.claim(2, "小林", MORNING)
    assert (no.value.key, no.value.args_["by"]) == ("no-already-claimed", ["陈姐"])


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"team": "水上救援队"}, "no-not-in-team"),
        ({"resting": True}, "no-resting"),
        ({"holding": 3}, "no-hands-full"),
        ({"needs": ("certified",)}, "no-needs-certified"),
        ({"needs": ("may_enter",)}, "no-needs-entry"),
        ({"needs": ("strong",)}, "no-needs-strong"),
        ({"needs": ("minnan",)}, "no-needs-tongue"),
    ],
)
def test_what_stands_in_the_way_of_a_claim_is_named(change: dict[str, Any], key: str) -> None:
    member = Member(6_100_000_001, "陈姐", resting=bool(change.get("resting")))
    member.join(str(change.get("team", "阳光姐姐")), MORNING)
    task = Task(
        "阳光姐姐",
        None,
        MORNING,
        needs=tuple(str(kind) for kind in change.get("needs", ())),
    )
    with pytest.raises(RuleError, match=key):
        check_claim(task, member, int(str(change.get("holding", 0))), 3, PLAYBOOK, DAY)


def test_a_member_of_the_team_with_free_hands_may_claim() -> None:
    member = Member(6_100_000_001, "陈姐")
    member.join("阳光姐姐", MORNING)
    check_claim(Task("阳光姐姐", None, MORNING), member, 2, 3, PLAYBOOK, DAY)
