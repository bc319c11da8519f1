"""A visit, moved about at random: never more people than places, no first visit alone, and always an honest end."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.cadence import Window
from bot.domain.errors import RuleError
from bot.domain.playbook import Visits
from bot.domain.task import HoldState
from bot.domain.visit import PAUSING, Broken, CallState, Outcome, Visit, VisitState, follow_up, open_visit

OPENS = datetime(2026, 11, 15, 16, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=6, hours=18)
TUESDAY = OPENS + timedelta(days=1, hours=10)
RULES = Visits()
LIN, CHEN, NEW, NEWER = 1, 2, 3, 4
NAMES = {LIN: "林伯", CHEN: "陈姐", NEW: "小林", NEWER: "小吴"}
HOUR = timedelta(hours=1)


def visit(slots: int = 1) -> Visit:
    made = open_visit(4, 7, "lonely", Window("2026-W47", OPENS, CLOSES, CLOSES), slots)
    made.offer(0, (LIN,), OPENS)
    return made


def claimed(by: int = LIN, slots: int = 1) -> Visit:
    made = visit(slots)
    made.claim(by, NAMES[by], TUESDAY, OPENS)
    return made


def test_a_promise_makes_it_claimed_and_meeting_her_makes_it_done() -> None:
    made = claimed()
    assert made.state is VisitState.CLAIMED
    made.meet(LIN, TUESDAY)
    assert (made.state, made.outcome, made.outcome_by) == (VisitState.DONE, Outcome.MET, LIN)


def test_who_is_too_late_hears_who_goes() -> None:
    with pytest.raises(RuleError) as no:
        claimed().claim(CHEN, "陈姐", TUESDAY, OPENS)
    assert (no.value.key, no.value.args_) == ("no-already-claimed", {"by": ["林伯"]})


@pytest.mark.parametrize(
    ("at", "key"),
    [(CLOSES + HOUR, "no-promise-too-late"), (OPENS - HOUR, "no-promise-past")],
)
def test_a_promise_is_for_a_time_in_the_window(at: datetime, key: str) -> None:
    with pytest.raises(RuleError, match=key):
        visit().claim(LIN, "林伯", at, OPENS)


def test_a_first_visit_is_made_in_twos_and_not_by_two_who_have_never_been() -> None:
    made = visit()
    made.claim(NEW, "小林", TUESDAY, OPENS, newcomer=True)
    assert (made.state, made.free) == (VisitState.OFFERED, 1)
    with pytest.raises(RuleError, match="no-first-visit-alone"):
        made.meet(NEW, TUESDAY)
    with pytest.raises(RuleError, match="no-first-visits-together"):
        made.claim(NEWER, "小吴", TUESDAY, OPENS, newcomer=True)
    made.claim(CHEN, "陈姐", TUESDAY, OPENS)
    assert made.state is VisitState.CLAIMED
    made.release(NEW, OPENS)
    assert (made.state, made.free) == (VisitState.CLAIMED, 0)


def test_it_is_moved_to_another_day_once() -> None:
    made = claimed()
    made.postpone(LIN, TUESDAY + timedelta(days=2), OPENS)
    with pytest.raises(RuleError, match="no-postponed-already"):
        made.postpone(LIN, TUESDAY, OPENS)


def test_who_asks_somebody_to_stand_in_goes_until_they_say_yes() -> None:
    made = claimed()
    made.hand_on(LIN, CHEN, "陈姐", OPENS)
    assert [hold.member_id for hold in made.active] == [LIN]
    made.claim(CHEN, "陈姐", TUESDAY, OPENS)
    assert [hold.member_id for hold in made.active] == [CHEN]
    assert made.state is VisitState.CLAIMED


def test_a_stand_in_who_cannot_changes_nothing_and_one_asked_too_late_is_not_needed() -> None:
    made = claimed()
    made.hand_on(LIN, CHEN, "陈姐", OPENS)
    made.decline(CHEN, OPENS)
    assert made.held_by(LIN)
    made.hand_on(LIN, CHEN, "陈姐", OPENS)
    made.release(LIN, OPENS)
    assert made.asked(CHEN) is None
    assert made.state is VisitState.OFFERED


def test_a_broken_promise_gets_one_question_and_then_the_place_is_free() -> None:
    made = claimed()
    (hold,) = made.active
    assert made.check_promise(hold, RULES, TUESDAY + HOUR / 2) is None
    assert made.check_promise(hold, RULES, TUESDAY + HOUR) is Broken.ASK
    assert made.check_promise(hold, RULES, TUESDAY + 1.5 * HOUR) is None
    assert made.check_promise(hold, RULES, TUESDAY + 2 * HOUR) is Broken.RETURN
    assert (made.state, made.active) == (VisitState.OFFERED, [])


def test_who_still_goes_and_does_not_is_not_asked_again() -> None:
    made = claimed()
    (hold,) = made.active
    made.check_promise(hold, RULES, TUESDAY + HOUR)
    made.still_going(LIN, TUESDAY + 1.5 * HOUR)
    assert made.check_promise(hold, RULES, TUESDAY + 3 * HOUR) is None
    assert made.check_promise(hold, RULES, TUESDAY + 5 * HOUR) is Broken.RETURN


def test_a_phone_contact_never_replaces_two_visits_running() -> None:
    first, second = claimed(), claimed()
    assert first.phone(LIN, TUESDAY, phoned_last=False)
    assert (first.state, first.outcome) == (VisitState.DONE, Outcome.PHONED)
    assert not second.phone(LIN, TUESDAY, phoned_last=True)
    assert (second.state, second.outcome, second.phoned_at) == (VisitState.CLAIMED, None, TUESDAY)


def test_one_person_says_she_is_away_and_a_second_has_to_agree() -> None:
    agreed, refused, forgotten = claimed(), claimed(), claimed()
    for one in (agreed, refused, forgotten):
        one.find_absent(Outcome.AWAY, LIN, TUESDAY)
        assert one.state is VisitState.AWAITING
    assert [hold.member_id for hold in agreed.pause(TUESDAY)] == [LIN]
    assert agreed.state is VisitState.PAUSED
    refused.go_after_all(TUESDAY)
    assert (refused.state, refused.outcome) == (VisitState.CLAIMED, None)
    forgotten.miss(CLOSES)
    assert forgotten.state is VisitState.MISSED


def test_a_visit_put_aside_begins_anew_while_there_is_time() -> None:
    made = claimed()
    made.pause(TUESDAY)
    made.reopen(TUESDAY + HOUR)
    assert (made.state, made.active, made.rung, made.tried) == (VisitState.OPEN, [], 0, ())
    made.offer(0, [LIN], TUESDAY + HOUR)
    made.stop(TUESDAY + HOUR)
    with pytest.raises(RuleError, match="no-visit-over"):
        made.reopen(CLOSES - HOUR)


def test_who_does_not_answer_the_door_is_never_just_missed() -> None:
    made = claimed()
    made.knock_unanswered(LIN, TUESDAY)
    with pytest.raises(RuleError):
        made.miss(CLOSES + HOUR)
    made.found(TUESDAY + HOUR)
    assert (made.state, made.outcome) == (VisitState.DONE, Outcome.NO_ANSWER)


def test_a_missed_visit_is_a_fact_and_a_phone_call_the_same_day() -> None:
    made = claimed()
    with pytest.raises(RuleError, match="no-visit-not-late"):
        made.miss(CLOSES - HOUR)
    made.miss(CLOSES)
    with pytest.raises(RuleError, match="no-visit-over"):
        made.meet(LIN, CLOSES)
    call = follow_up(5, 7, made.closes_at, CLOSES)
    assert call.due_at == CLOSES + 2 * HOUR
    call.take(9, "王", CLOSES)
    with pytest.raises(RuleError, match="no-already-claimed"):
        call.take(8, "李", CLOSES)
    with pytest.raises(RuleError, match="no-call-over"):
        call.lapse(CLOSES + HOUR)
    call.lapse(CLOSES + 2 * HOUR)
    assert (call.state, call.owner_name) == (CallState.OPEN, ""), "who took it fell silent"
    call.take(9, "王", CLOSES)
    call.finish(9, False, None, CLOSES)
    assert call.state is CallState.UNREACHED


def test_a_wrong_press_is_taken_back_within_a_minute() -> None:
    made = claimed()
    made.meet(LIN, TUESDAY)
    with pytest.raises(RuleError, match="no-visit-not-yours"):
        made.undo(CHEN, TUESDAY, timedelta(seconds=60))
    with pytest.raises(RuleError, match="no-visit-too-late"):
        made.undo(LIN, TUESDAY + HOUR, timedelta(seconds=60))
    made.undo(LIN, TUESDAY, timedelta(seconds=60))
    assert (made.state, made.outcome) == (VisitState.CLAIMED, None)


def test_results_of_a_day_on_paper_are_told_for_those_who_went() -> None:
    made = visit()
    made.meet(LIN, TUESDAY, for_them=True)
    assert made.state is VisitState.DONE


people = st.sampled_from([LIN, CHEN, NEW, NEWER])
ENDS = {VisitState.DONE, VisitState.MISSED, VisitState.PAUSED, VisitState.STOPPED}


class Moves(RuleBasedStateMachine):
    """Everybody presses everything; a no changes nothing, and once its window is gone the clock ends it."""

    @initialize(slots=st.integers(1, 3))
    def begin(self, slots: int) -> None:
        self.now, self.visit, self.agreed = OPENS, visit(slots), False

    def make(self, move: Callable[[], object]) -> None:
        before, over = copy.deepcopy(self.visit), self.visit.is_over
        try:
            move()
        except RuleError:
            assert self.visit == before
            return
        assert not over or self.undone

    undone = False

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        for hold in self.visit.active:
            self.visit.check_promise(hold, RULES, self.now)
        if self.now >= CLOSES and not self.visit.is_over and self.visit.state is not VisitState.NO_ANSWER:
            self.visit.miss(self.now)

    @rule(who=people, ahead=st.integers(-5, 100))
    def claim(self, who: int, ahead: int) -> None:
        at = self.now + timedelta(hours=ahead)
        self.make(lambda: self.visit.claim(who, NAMES[who], at, self.now, newcomer=who in (NEW, NEWER)))

    @rule(who=people, other=people, ahead=st.integers(0, 50))
    def hand_about(self, who: int, other: int, ahead: int) -> None:
        self.make(lambda: self.visit.hand_on(who, other, NAMES[other], self.now))
        self.make(lambda: self.visit.postpone(who, self.now + timedelta(hours=ahead), self.now))

    @rule(who=people)
    def step_back(self, who: int) -> None:
        self.make(lambda: self.visit.decline(who, self.now))
        self.make(lambda: self.visit.release(who, self.now))

    @rule(who=people)
    def be_asked(self, who: int) -> None:
        self.make(lambda: self.visit.ask(who, NAMES[who], 9, self.now))
        self.make(lambda: self.visit.still_going(who, self.now))

    @rule(who=people, outcome=st.sampled_from(Outcome), before=st.booleans(), seldom=st.integers(0, 4))
    def tell(self, who: int, outcome: Outcome, before: bool, seldom: int) -> None:
        if seldom:
            return
        moves: dict[Outcome, Callable[[], object]] = {
            Outcome.MET: lambda: self.visit.meet(who, self.now),
            Outcome.PHONED: lambda: self.visit.phone(who, self.now, phoned_last=before),
            Outcome.NO_ANSWER: lambda: self.visit.knock_unanswered(who, self.now),
            Outcome.REFUSED: lambda: self.visit.turn_away(who, self.now),
            Outcome.AWAY: lambda: self.visit.find_absent(Outcome.AWAY, who, self.now),
            Outcome.IN_HOSPITAL: lambda: self.visit.find_absent(Outcome.IN_HOSPITAL, who, self.now),
        }
        self.make(moves[outcome])

    @rule(agree=st.booleans())
    def a_second_person_answers(self, agree: bool) -> None:
        if self.visit.state is VisitState.AWAITING:
            self.agreed = agree
            self.make(lambda: self.visit.pause(self.now) if agree else self.visit.go_after_all(self.now))

    @rule()
    def she_is_found(self) -> None:
        self.make(lambda: self.visit.found(self.now))

    @rule(who=people)
    def take_it_back(self, who: int) -> None:
        self.undone = True
        self.make(lambda: self.visit.undo(who, self.now, timedelta(seconds=60)))
        self.undone = False

    @invariant()
    def it_is_in_order(self) -> None:
        if not hasattr(self, "visit"):
            return
        going = self.visit.active
        assert len({hold.member_id for hold in going}) == len(going) <= max(self.visit.slots, 2)
        assert len(going) <= self.visit.wanted
        assert sum(hold.newcomer for hold in going) <= 1
        if self.visit.state is VisitState.CLAIMED:
            assert len(going) == self.visit.wanted
            assert all(hold.promised_at for hold in going)
        if self.visit.state is VisitState.OFFERED:
            assert self.visit.free
        if self.visit.is_over:
            assert self.visit.state in ENDS
            assert not going
            assert not any(hold.state is HoldState.ASKED for hold in self.visit.holds)
        if self.visit.state is VisitState.DONE:
            assert self.visit.outcome not in (None, *PAUSING)
        if self.visit.state is VisitState.PAUSED:
            assert self.agreed
        if self.now >= CLOSES:
            assert self.visit.is_over or self.visit.state is VisitState.NO_ANSWER


TestMoves = Moves.TestCase
TestMoves.settings = settings(max_examples=80, stateful_step_count=40)
