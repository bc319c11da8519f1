"""Who visits alone is asked every so often; who says nothing twice is looked after, until somebody does."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import RuleError
from bot.domain.visit.watch import TAKEN, WatchAct, start_watch

TEN = datetime(2026, 11, 19, 2, tzinfo=UTC)
STEP = timedelta(minutes=15)
LIN, CHEN, WANG = 1, 2, 8


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_asked_every_step_and_once_more_and_then_others_are_called_every_five_minutes() -> None:
    watch, acts = start_watch(4, 7, LIN, STEP, TEN), []
    while watch.next_at <= TEN + minutes(40):
        now = watch.next_at
        acts.append(((now - TEN) // minutes(1), watch.take_step(now)))
    ask, call = WatchAct.ASK, WatchAct.CALL
    assert acts == [(15, ask), (20, ask), (25, call), (30, call), (35, call), (40, call)]


def test_an_answer_begins_a_new_step_and_calls_off_whoever_was_called() -> None:
    watch = start_watch(4, 7, LIN, STEP, TEN)
    watch.take_step(TEN + STEP)
    assert not watch.answer(STEP, TEN + minutes(16))
    assert watch.next_at == TEN + minutes(31)
    watch.need(TEN + minutes(17))
    assert watch.take_step(TEN + minutes(17)) is WatchAct.CALL
    watch.take(CHEN, "陈姐", TEN + minutes(18))
    with pytest.raises(RuleError, match="no-alarm-taken"):
        watch.take(WANG, "王", TEN + minutes(18))
    assert watch.answer(STEP, TEN + minutes(19))
    with pytest.raises(RuleError, match="no-lone-well"):
        watch.take(WANG, "王", TEN + minutes(20))


def test_who_took_it_and_falls_silent_or_cannot_gives_it_back_to_all() -> None:
    watch = start_watch(4, 7, LIN, STEP, TEN)
    watch.need(TEN)
    watch.take(CHEN, "陈姐", TEN)
    assert watch.take_step(TEN + minutes(29)) is None
    assert watch.take_step(TEN + TAKEN) is WatchAct.CALL
    assert watch.taken_by is None
    watch.take(CHEN, "陈姐", TEN + minutes(31))
    with pytest.raises(RuleError, match="no-alarm-not-yours"):
        watch.give_back(WANG, TEN + minutes(31))
    watch.give_back(CHEN, TEN + minutes(32))
    assert watch.take_step(TEN + minutes(32)) is WatchAct.CALL


def test_after_a_standstill_one_question_not_several_and_nothing_after_the_end() -> None:
    watch = start_watch(4, 7, LIN, STEP, TEN)
    assert watch.take_step(TEN + timedelta(days=1)) is WatchAct.ASK
    assert watch.take_step(TEN + timedelta(days=1)) is None
    assert watch.take_step(TEN - timedelta(days=1)) is WatchAct.ASK, "a clock set back does not silence it"
    assert not watch.end(TEN)
    assert watch.take_step(TEN + timedelta(days=2)) is None
    with pytest.raises(RuleError, match="no-lone-over"):
        watch.end(TEN)


_ACTS = st.sampled_from(["well", "need", "take", "back", "wait", "wait"])


@given(st.lists(st.tuples(_ACTS, st.sampled_from([LIN, CHEN, WANG]), st.integers(0, 90)), max_size=30))
@settings(max_examples=60)
def test_whatever_is_pressed_the_next_question_or_call_is_never_more_than_a_step_away(
    acts: list[tuple[str, int, int]],
) -> None:
    watch, now = start_watch(4, 7, LIN, STEP, TEN), TEN
    for act, who, gone in acts:
        now += minutes(gone)
        watch.take_step(now)
        with contextlib.suppress(RuleError):
            match act:
                case "well":
                    watch.answer(STEP, now)
                case "need":
                    watch.need(now)
                case "take":
                    watch.take(who, "某人", now)
                case "back":
                    watch.give_back(who, now)
        assert watch.next_at <= now + max(STEP, TAKEN)
        assert watch.calling or watch.taken_by is None
