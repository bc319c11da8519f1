"""Thirty presses a minute are anybody's; what is above is refused without ever shutting somebody out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.intake.haste import WINDOW_S, Haste, Verdict
from tests.delivery.stopwatch import Stopwatch

MEI, LIN = 1, 2


def test_the_first_press_too_many_is_told_apart_from_the_rest() -> None:
    haste = Haste(Stopwatch())
    verdicts = [haste.judge(MEI, n, most=3) for n in range(6)]
    assert verdicts == [Verdict.FINE] * 3 + [Verdict.TOO_FAST] + [Verdict.STILL_TOO_FAST] * 2


def test_one_persons_haste_is_not_anothers() -> None:
    haste = Haste(Stopwatch())
    for n in range(10):
        haste.judge(MEI, n, most=3)
    assert haste.judge(LIN, 99, most=3) is Verdict.FINE


def test_a_press_dealt_with_again_is_judged_as_the_first_time() -> None:
    haste = Haste(Stopwatch())
    first = [haste.judge(MEI, n, most=3) for n in range(4)]
    assert [haste.judge(MEI, n, most=3) for n in range(4)] == first


@given(st.lists(st.floats(0.0, 40.0), max_size=80), st.integers(1, 5))
def test_no_minute_holds_more_than_the_bound_and_a_minutes_rest_always_helps(
    pauses: list[float], most: int
) -> None:
    watch = Stopwatch()
    haste, fine = Haste(watch), []
    for n, pause in enumerate(pauses):
        watch.seconds += pause
        if haste.judge(MEI, n, most) is Verdict.FINE:
            fine.append(watch.seconds)
    assert all(later - first > WINDOW_S - 1e-6 for first, later in zip(fine, fine[most:], strict=False))
    watch.seconds += WINDOW_S
    assert haste.judge(MEI, -1, most) is Verdict.FINE
