"""A case, moved about at random: every move happens exactly from the states it may happen from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.case import DOUBLE_TAP, OPEN, REOPEN_WITHIN, Case, CaseState, Ending
from bot.domain.errors import RuleError

MORNING = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
S = CaseState

LEGAL: dict[str, dict[CaseState, CaseState]] = {
    "accept": dict.fromkeys([S.NEW, S.ACCEPTED, S.WORKING, S.REFERRED], S.ACCEPTED),
    "refer": dict.fromkeys([S.NEW, S.ACCEPTED, S.WORKING, S.REFERRED], S.REFERRED),
    "start_work": {S.ACCEPTED: S.WORKING, S.WORKING: S.WORKING, S.REFERRED: S.REFERRED},
    "stop_work": {S.WORKING: S.ACCEPTED, S.REFERRED: S.REFERRED},
    "propose": dict.fromkeys([S.ACCEPTED, S.WORKING, S.REFERRED], S.PROPOSED),
    "close_unconfirmed": {S.PROPOSED: S.CLOSED},
    "decline": {S.NEW: S.DECLINED},
    "withdraw": dict.fromkeys(OPEN, S.WITHDRAWN),
    "merge": dict.fromkeys(OPEN, S.MERGED),
}
"""DESIGN's table: move → from → to. Confirming and reopening depend on time too and are told apart below."""


class Moves(RuleBasedStateMachine):
    """Tries every move in every state."""

    @initialize()
    def begin(self) -> None:
        self.now = MORNING
        self.case = Case(1, "电梯坏了", MORNING, claim_due_at=MORNING + timedelta(hours=4), id=12)

    @rule(days=st.sampled_from([0, 1, 29, 31]))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days, seconds=1)

    @rule(name=st.sampled_from(sorted(LEGAL)))
    def move(self, name: str) -> None:
        before = self.case.state
        if self._try(lambda: _move(self.case, name, self.now)):
            assert self.case.state is LEGAL[name].get(before)
        else:
            assert before not in LEGAL[name]

    @rule()
    def confirm(self) -> None:
        before, how, fresh = self.case.state, self.case.how, self.case.may_reopen(self.now)
        late = before is S.CLOSED and how is Ending.UNCONFIRMED and fresh
        assert self._try(lambda: self.case.confirm(self.now)) == (before is S.PROPOSED or late)

    @rule()
    def reopen(self) -> None:
        before, party, dues = self.case.state, self.case.party, _dues(self.case)
        since = self.case.closed_at or self.case.proposed_at
        ended = before in (S.PROPOSED, S.CLOSED)
        fresh = ended and since is not None and self.now - since <= REOPEN_WITHIN
        assert self._try(lambda: self.case.reopen(self.now)) == fresh
        if fresh:
            assert self.case.state is (S.REFERRED if party else S.ACCEPTED)
            assert _dues(self.case) == dues

    @rule(stars=st.integers(0, 6))
    def rate(self, stars: int) -> None:
        allowed = self.case.how is Ending.FIXED and self.case.state is S.CLOSED and 1 <= stars <= 5
        if self.case.closed_at is not None and self.now - self.case.closed_at < DOUBLE_TAP:
            allowed = False
        assert self._try(lambda: self.case.rate(stars, self.now)) == allowed

    def _try(self, move: Callable[[], None]) -> bool:
        before = dict(vars(self.case))
        try:
            move()
        except RuleError:
            assert vars(self.case) == before
            return False
        return True

    @invariant()
    def says_how_exactly_when_closed(self) -> None:
        if hasattr(self, "case"):
            assert (self.case.how is not None) == (self.case.state is S.CLOSED)

    @invariant()
    def an_open_one_has_not_ended(self) -> None:
        if hasattr(self, "case") and self.case.is_open:
            assert self.case.closed_at is None


def _move(case: Case, name: str, now: datetime) -> None:
    match name:
        case "accept":
            case.accept("lift", "阳光姐姐", now)
        case "refer":
            case.refer("lift", "物业", "阳光姐姐", now + timedelta(hours=4), now)
        case "decline":
            case.decline("不归我们管", "物业", now)
        case "merge":
            case.merge_into(Case(2, "电梯坏了", MORNING, id=13), now)
        case _:
            getattr(case, name)(now)


def _dues(case: Case) -> object:
    return (case.reported_at, case.claim_due_at, case.resolve_due_at)


Moves.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
TestMoves = Moves.TestCase


def proposed() -> Case:
    case = Case(1, "灯坏了", MORNING, id=12)
    case.accept("light", "阳光姐姐", MORNING)
    case.start_work(MORNING)
    case.propose(MORNING)
    return case


def test_silence_is_an_end_of_its_own_and_never_counts_as_solved() -> None:
    case = proposed()
    case.close_unconfirmed(MORNING)
    assert case.how is Ending.UNCONFIRMED
    with pytest.raises(RuleError, match="no-cannot-rate"):
        case.rate(5, MORNING)


def test_a_late_word_makes_a_silent_end_a_solved_one() -> None:
    case = proposed()
    case.close_unconfirmed(MORNING)
    case.confirm(MORNING + timedelta(days=29))
    assert case.how is Ending.FIXED


def test_after_thirty_days_it_is_too_late_to_reopen() -> None:
    case = proposed()
    case.confirm(MORNING)
    with pytest.raises(RuleError, match="no-too-late-to-reopen"):
        case.reopen(MORNING + timedelta(days=30, seconds=1))


def test_a_case_is_not_merged_with_itself_nor_into_one_that_is_over() -> None:
    case, other = proposed(), proposed()
    other.confirm(MORNING)
    for into in (case, other):
        with pytest.raises(RuleError):
            case.merge_into(into, MORNING)
