"""However messages are chosen and however long they travel, what arrives crosses none of Telegram's limits."""

from __future__ import annotations

import heapq
import random
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.gate import AHEAD_S
from bot.delivery.pacing import Pacer, Turn
from bot.domain.priority import Priority
from tests.delivery.stopwatch import Stopwatch

GROUP, PERSON = -1001, 42
SLOW = 2.0
"""Seconds a journey may take, there or back."""


class Telegram:
    """Counts what arrives by the windows that Telegram is known to keep; an album fits an empty window."""

    def __init__(self) -> None:
        self.arrivals: list[tuple[float, int, int]] = []

    def crossed(self) -> list[str]:
        """Every limit that the arrivals crossed."""
        taken: dict[int | None, list[float]] = defaultdict(list)
        found = []
        for at, chat, count in sorted(self.arrivals):
            rules = ((None, 30, 1.0), (chat, 20, 60.0) if chat < 0 else (chat, 3, 3.0))
            for key, most, seconds in rules:
                recent = taken[key] = [then for then in taken[key] if then > at - seconds]
                if recent and len(recent) + count > most:
                    found.append(f"{len(recent) + count} in {seconds} s for {key}")
                recent.extend([at] * count)
        return found


def send_all(plan: list[tuple[int, Priority, float, float, int]]) -> Telegram:
    """Send each (chat, priority, pause before it, journey, album) as soon as the pacer lets it."""
    watch, telegram = Stopwatch(), Telegram()
    pacer = Pacer(watch)
    for chat, priority, pause, journey, count in plan:
        watch.seconds += pause
        while wait := pacer.wait_for(chat, priority, count=count):
            watch.seconds += wait
        turn = pacer.hold(chat, priority, count=count)
        assert turn is not None
        telegram.arrivals.append((watch.seconds + journey, chat, count))
        watch.seconds += 2 * journey
        turn.answered()
    return telegram


chats = st.sampled_from([GROUP, GROUP - 1, GROUP - 2, PERSON, PERSON + 1, PERSON + 2])
posts = st.tuples(
    chats,
    st.sampled_from(Priority),
    st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.3, 1.0, 5.0]),
    st.floats(0.0, SLOW),
    st.sampled_from([1, 1, 1, 1, 3, 10]),
)


@given(st.lists(posts, max_size=120))
def test_no_sequence_of_messages_crosses_a_limit_however_their_journeys_differ(
    plan: list[tuple[int, Priority, float, float, int]],
) -> None:
    assert send_all(plan).crossed() == []


@given(st.integers(0, 2**32), st.integers(1, 60), st.sampled_from([0.0, 0.005, 0.05]))
def test_a_long_rush_to_many_chats_crosses_no_limit(seed: int, people: int, pause: float) -> None:
    dice = random.Random(seed)
    plan = [
        (
            dice.choice([PERSON + dice.randrange(people), GROUP - dice.randrange(people)]),
            dice.choice(list(Priority)),
            pause * dice.random(),
            dice.uniform(0.0, 0.04),
            1,
        )
        for _ in range(400)
    ]
    assert send_all(plan).crossed() == []


choices = st.tuples(
    chats,
    st.sampled_from(Priority),
    st.sampled_from([0.0, 0.0, 0.02, 0.5, 2.0]),
    st.sampled_from([0.0, 0.01, 0.4, 1.2, 7.0, None]),
    st.floats(0.0, SLOW),
)


@given(st.lists(choices, max_size=150))
def test_messages_long_on_their_way_cross_no_limit_either(
    plan: list[tuple[int, Priority, float, float | None, float]],
) -> None:
    """Each is (chat, priority, pause before choosing, how long until it arrives or None if it is dropped,
    how long the answer takes).
    """
    watch, telegram = Stopwatch(), Telegram()
    pacer = Pacer(watch)
    going: list[tuple[float, int, int, Turn, float]] = []

    def pass_time(until: float) -> None:
        while going and going[0][0] <= until:
            at, _, chat, turn, back = heapq.heappop(going)
            watch.seconds = max(watch.seconds, at)
            turn.answered()
            turn.give_back()
            telegram.arrivals.append((at - back, chat, 1))
        watch.seconds = max(watch.seconds, until)

    for number, (chat, priority, pause, delay, back) in enumerate(plan):
        pass_time(watch.seconds + pause)
        while (turn := pacer.hold(chat, priority, ahead=AHEAD_S[1])) is None:
            pass_time(watch.seconds + max(0.01, pacer.wait_for(chat, priority)))
        if delay is None:
            turn.give_back()
        else:
            leaves = max(turn.starts_at, watch.seconds)
            heapq.heappush(going, (leaves + delay + back, number, chat, turn, back))
    pass_time(watch.seconds + 100.0)
    assert telegram.crossed() == []
    assert pacer.resting_chats(Priority.BULK) == []
