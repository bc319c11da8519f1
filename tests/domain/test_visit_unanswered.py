"""Nobody answers the door: somebody always has it in hand, with a next time, until a person says how she was found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.errors import RuleError
from bot.domain.playbook import NoAnswer
from bot.domain.visit.found import Found
from bot.domain.visit.unanswered import QUIET, Unanswered, next_step, start_unanswered
from bot.domain.visit.unanswered_steps import Ask, Owner, Press, Sign, Stage, Step

SHANGHAI = ZoneInfo("Asia/Shanghai")
TEN = datetime(2026, 11, 19, 2, 5, tzinfo=UTC)  # 10:05 there
TIMES = NoAnswer()
LIN, MIN, HEAD, WANG, LI = 1, 2, 3, 8, 9


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def silence(state: Unanswered, until: timedelta) -> list[tuple[int, Owner, Ask]]:
    """Nobody presses anything: what is asked of whom, by the minute."""
    asked = []
    while state.next_at <= state.started_at + until:
        now = state.next_at
        step = state.take_step(TIMES, SHANGHAI, now)
        assert step is not None
        asked.append(((now - state.started_at) // minutes(1), step.owner, step.asks))
    return asked


def at(state: Unanswered, after: float) -> Step:
    """The step that is due then."""
    step = state.take_step(TIMES, SHANGHAI, state.started_at + minutes(after))
    assert step is not None
    return step


def test_in_silence_it_goes_from_the_holder_to_the_family_to_the_office() -> None:
    assert silence(start_unanswered(4, 7, LIN, TEN), minutes(31)) == [
        (0, Owner.HOLDER, Ask.PHONE_AND_LISTEN),
        (5, Owner.HOLDER, Ask.NEIGHBOUR),
        (10, Owner.HOLDER, Ask.NEIGHBOUR),
        (15, Owner.FAMILY, Ask.WHERE_IS_SHE),
        (20, Owner.FAMILY, Ask.WHERE_IS_SHE),
        (25, Owner.FAMILY, Ask.WHERE_IS_SHE),
        (30, Owner.COORDINATORS, Ask.TAKE_OVER),
    ]


def test_the_office_is_called_every_five_minutes_until_somebody_presses_by_night_too() -> None:
    state = start_unanswered(4, 7, LIN, TEN + timedelta(hours=12))
    late = [(minute, owner) for minute, owner, _ in silence(state, timedelta(hours=12)) if minute >= 30]
    assert late == [(minute, Owner.COORDINATORS) for minute in range(30, 12 * 60 + 1, 5)]


def test_who_took_it_is_asked_for_a_second_knock_at_two_hours_and_to_call_the_police_at_four() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    silence(state, minutes(30))
    state.press(Press.TAKE, WANG, "王", TEN + minutes(31))
    asked = {}
    while state.next_at <= TEN + timedelta(hours=4, minutes=1):
        now = state.next_at
        step = state.take_step(TIMES, SHANGHAI, now)
        assert step is not None
        assert step.owner is Owner.COORDINATOR
        asked[(now - TEN) // minutes(1)] = step.asks
        state.rounds = 0  # she answers each time
    assert asked[31] is Ask.HOW_FOUND
    assert asked[120] is Ask.SECOND_KNOCK
    assert asked[240] is Ask.CALL_POLICE


def test_dusk_brings_the_police_wording_sooner_but_never_within_the_first_hour() -> None:
    def police(start: datetime) -> timedelta:
        state = start_unanswered(4, 7, LIN, start)
        silence(state, minutes(30))
        while state.stage < Stage.POLICE:
            state.take_step(TIMES, SHANGHAI, state.next_at)
        return state.next_at - TIMES.again - start

    assert police(TEN) == timedelta(hours=4)
    assert police(TEN + timedelta(hours=5, minutes=55)) == timedelta(hours=2)  # from 16:00
    assert police(TEN + timedelta(hours=7, minutes=45)) == timedelta(hours=1)  # from 17:50


def test_something_odd_calls_rescue_and_the_office_at_once() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    at(state, 0)
    state.press(Press.ODD, LIN, "林伯", TEN + minutes(1))
    step = at(state, 1)
    assert (step.owner, step.asks) == (Owner.COORDINATORS, Ask.TAKE_OVER)
    assert (Owner.HOLDER, Ask.CALL_RESCUE) in step.also
    assert (Owner.BUILDING, Ask.GO_AND_LOOK) in step.also


def test_who_is_known_to_be_ill_is_looked_after_by_the_building_head_at_once() -> None:
    assert at(start_unanswered(4, 7, LIN, TEN, ill=True), 0).also == ((Owner.BUILDING, Ask.GO_AND_LOOK),)
    assert at(start_unanswered(4, 7, LIN, TEN), 0).also == ()


def test_a_press_brings_the_next_step_at_once() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    at(state, 0)
    state.press(Press.NOTHING_ODD, LIN, "林伯", TEN + minutes(1))
    assert at(state, 1).asks is Ask.NEIGHBOUR
    state.press(Press.NOT_FOUND, LIN, "林伯", TEN + minutes(2))
    assert at(state, 2).owner is Owner.FAMILY
    state.press(Press.NOT_FOUND, MIN, "小敏", TEN + minutes(3))
    step = at(state, 3)
    assert step.owner is Owner.COORDINATORS
    assert step.also == ((Owner.BUILDING, Ask.GO_AND_LOOK),)
    assert [one.by_name for one in state.tried] == ["林伯", "林伯", "小敏"]


def test_where_the_building_head_cannot_the_next_is_asked_at_once() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    silence(state, minutes(30))
    state.press(Press.COMING, HEAD, "吴师傅", TEN + minutes(31))
    assert at(state, 35).also == ()
    state.press(Press.CANNOT, HEAD, "吴师傅", TEN + minutes(36))
    assert state.refused == (HEAD,)
    assert at(state, 36).also == ((Owner.BUILDING, Ask.GO_AND_LOOK),)


def test_who_has_no_family_goes_on_to_the_office() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    at(state, 15)
    state.skip(TEN + minutes(15))
    assert at(state, 15).owner is Owner.COORDINATORS


def test_only_one_takes_it_and_who_falls_silent_loses_it() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    silence(state, minutes(30))
    state.press(Press.TAKE, WANG, "王", TEN + minutes(31))
    with pytest.raises(RuleError, match="no-alarm-taken"):
        state.press(Press.TAKE, LI, "李", TEN + minutes(32))
    owners = [owner for _, owner, _ in silence(state, timedelta(hours=8))]
    assert owners[0] is Owner.COORDINATOR
    assert owners[-1] is Owner.COORDINATORS
    state.press(Press.TAKE, LI, "李", state.next_at)
    assert state.owner is Owner.COORDINATOR


def test_after_a_standstill_there_is_one_step_not_a_burst() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    assert at(state, 150).owner is Owner.COORDINATORS
    assert state.take_step(TIMES, SHANGHAI, TEN + minutes(150)) is None
    assert state.stage is Stage.SECOND_KNOCK


def test_the_family_is_asked_even_where_a_standstill_or_a_press_has_passed_them_over() -> None:
    late, early = start_unanswered(4, 7, LIN, TEN), start_unanswered(4, 7, LIN, TEN)
    assert (Owner.FAMILY, Ask.WHERE_IS_SHE) in at(late, 40).also
    assert (Owner.FAMILY, Ask.WHERE_IS_SHE) not in at(late, 45).also
    at(early, 0)
    early.press(Press.TAKE, WANG, "王", TEN + minutes(1))
    assert (Owner.FAMILY, Ask.WHERE_IS_SHE) in at(early, 1).also


def test_a_clock_set_back_by_a_day_does_not_silence_it() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    silence(state, minutes(30))
    step = state.take_step(TIMES, SHANGHAI, TEN - timedelta(days=1))
    assert step is not None
    assert step.owner is Owner.COORDINATORS
    assert state.next_at == TEN - timedelta(days=1) + TIMES.again


def test_who_looked_in_vain_does_not_move_the_holder_on() -> None:
    state = start_unanswered(4, 7, LIN, TEN, ill=True)
    at(state, 0)
    state.press(Press.COMING, HEAD, "吴师傅", TEN + minutes(1))
    state.press(Press.NOT_FOUND, HEAD, "吴师傅", TEN + minutes(3))
    assert state.stage is Stage.DOOR
    assert at(state, 3).also == ((Owner.BUILDING, Ask.GO_AND_LOOK),)


def test_a_wrong_press_is_undone_by_who_pressed_within_the_minute() -> None:
    state, minute = start_unanswered(4, 7, LIN, TEN), timedelta(minutes=1)
    at(state, 0)
    with pytest.raises(RuleError, match="no-visit-not-yours"):
        state.withdraw(WANG, TEN, minute)
    with pytest.raises(RuleError, match="no-search-too-late"):
        state.withdraw(LIN, TEN + minutes(1.1), minute)
    state.withdraw(LIN, TEN + minute, minute)
    assert state.mistaken
    assert state.take_step(TIMES, SHANGHAI, TEN + minutes(9)) is None
    with pytest.raises(RuleError, match="no-search-not-yours"):
        state.resume(LIN, TEN, minute)


def test_a_word_that_she_was_found_is_taken_back_by_who_said_it_within_the_minute() -> None:
    state, minute = start_unanswered(4, 7, LIN, TEN), timedelta(minutes=1)
    at(state, 15)
    state.end(Found.ELSEWHERE, MIN, TEN + minutes(16))
    with pytest.raises(RuleError, match="no-search-not-yours"):
        state.resume(LIN, TEN + minutes(16), minute)
    state.resume(MIN, TEN + minutes(17), minute)
    assert at(state, 17).owner is Owner.FAMILY


def test_a_coordinator_who_took_it_and_cannot_calls_the_others_at_once() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    silence(state, minutes(30))
    state.press(Press.TAKE, WANG, "王", TEN + minutes(31))
    state.press(Press.CANNOT, WANG, "王", TEN + minutes(32))
    assert at(state, 32).owner is Owner.COORDINATORS


def test_who_is_on_the_way_and_tells_nothing_for_half_an_hour_is_not_waited_for() -> None:
    state = start_unanswered(4, 7, LIN, TEN)
    silence(state, minutes(30))
    state.press(Press.COMING, HEAD, "吴师傅", TEN + minutes(31))
    assert at(state, 60).also == ()
    assert at(state, 65).also == ((Owner.BUILDING, Ask.GO_AND_LOOK),)


def test_a_phone_call_nobody_answers_begins_with_the_family() -> None:
    assert at(start_unanswered(None, 7, None, TEN), 0).owner is Owner.FAMILY


class Silence(RuleBasedStateMachine):
    """Presses at random, time at random: somebody always has it, with a next time, until a person ends it."""

    @initialize(ill=st.booleans(), holder=st.sampled_from([LIN, None]), hour=st.integers(0, 23))
    def begin(self, ill: bool, holder: int | None, hour: int) -> None:
        self.now = TEN + timedelta(hours=hour)
        self.state = start_unanswered(4, 7, holder, self.now, ill=ill)
        self.stage = self.state.stage

    @rule(gone=st.integers(0, 400))
    def time_passes(self, gone: int) -> None:
        self.now += minutes(gone)
        due = not self.state.is_over and self.state.next_at <= self.now
        expected = next_step(self.state, TIMES, SHANGHAI)
        step = self.state.take_step(TIMES, SHANGHAI, self.now)
        assert (step is not None) == due
        assert expected is None or expected.at <= self.state.next_at
        if step is not None:
            assert step.owner is self.state.owner
            assert self.now < self.state.next_at <= self.now + QUIET
            assert self.state.take_step(TIMES, SHANGHAI, self.now) is None

    @precondition(lambda self: not self.state.is_over)
    @rule(press=st.sampled_from(Press), who=st.sampled_from([LIN, MIN, HEAD, WANG, LI]))
    def somebody_presses(self, press: Press, who: int) -> None:
        holder = self.state.taken_by
        try:
            self.state.press(press, who, f"邻居{who}", self.now)
        except RuleError:
            assert press is Press.TAKE
            assert holder is not None

    @precondition(lambda self: not self.state.is_over)
    @rule(sign=st.sampled_from(Sign))
    def something_is_heard(self, sign: Sign) -> None:
        self.state.hear(sign, self.now)

    @precondition(lambda self: not self.state.is_over and self.state.taken_by is not None)
    @rule()
    def who_took_it_is_gone(self) -> None:
        self.state.give_back(self.now)

    @precondition(lambda self: self.state.is_over)
    @rule()
    def that_was_a_wrong_press(self) -> None:
        self.state.resume(WANG, self.now, timedelta(days=9))

    @precondition(lambda self: not self.state.is_over)
    @rule()
    def nobody_to_ask(self) -> None:
        self.state.skip(self.now)

    @rule(found=st.sampled_from(Found), seldom=st.integers(0, 9))
    def a_person_says_how_she_was_found(self, found: Found, seldom: int) -> None:
        if seldom or self.state.is_over:
            return
        self.state.end(found, WANG, self.now)

    @invariant()
    def somebody_has_it(self) -> None:
        if not hasattr(self, "state"):
            return
        assert self.state.stage >= self.stage
        self.stage = self.state.stage
        step = next_step(self.state, TIMES, SHANGHAI)
        if self.state.is_over:
            assert self.state.found is not None
            assert step is None
        else:
            assert step is not None
            assert step.at == self.state.next_at <= self.now + QUIET


TestSilence = Silence.TestCase
TestSilence.settings = settings(max_examples=60, stateful_step_count=40)
