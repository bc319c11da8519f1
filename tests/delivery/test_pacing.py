"""Telegram's limits are never crossed by our own doing, and the urgent never wait behind the rest."""

from __future__ import annotations

import heapq
import random
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import EXTRA_REST, NO_LIMIT, Pacer, Turn
from bot.domain.priority import Priority

GROUP, PERSON = -1001, 42
JITTER = 0.040


class Stopwatch:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds


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


def send_all(plan: list[tuple[int, Priority, float, float, int]]) -> tuple[Telegram, Counter[Priority]]:
    """Send each (chat, priority, pause before it, journey, album) as soon as the pacer lets it."""
    watch, telegram, sent = Stopwatch(), Telegram(), Counter[Priority]()
    pacer = Pacer(watch)
    for chat, priority, pause, journey, count in plan:
        watch.seconds += pause
        while wait := pacer.wait_for(chat, priority, count=count):
            watch.seconds += wait
        pacer.take(chat, priority, count=count)
        telegram.arrivals.append((watch.seconds + journey, chat, count))
        sent[priority] += 1
    return telegram, sent


chats = st.sampled_from([GROUP, GROUP - 1, GROUP - 2, PERSON, PERSON + 1, PERSON + 2])
posts = st.tuples(
    chats,
    st.sampled_from(Priority),
    st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.3, 1.0, 5.0]),
    st.floats(0.0, JITTER),
    st.sampled_from([1, 1, 1, 1, 3, 10]),
)


@given(st.lists(posts, max_size=120))
def test_no_sequence_of_messages_crosses_a_limit_however_their_journeys_differ(
    plan: list[tuple[int, Priority, float, float, int]],
) -> None:
    telegram, _ = send_all(plan)
    assert telegram.crossed() == []


@given(st.integers(0, 2**32), st.integers(1, 60), st.sampled_from([0.0, 0.005, 0.05]))
def test_a_long_rush_to_many_chats_crosses_no_limit(seed: int, people: int, pause: float) -> None:
    dice = random.Random(seed)
    plan = [
        (
            dice.choice([PERSON + dice.randrange(people), GROUP - dice.randrange(people)]),
            dice.choice(list(Priority)),
            pause * dice.random(),
            dice.uniform(0.0, JITTER),
            1,
        )
        for _ in range(400)
    ]
    telegram, _ = send_all(plan)
    assert telegram.crossed() == []


choices = st.tuples(
    chats,
    st.sampled_from(Priority),
    st.sampled_from([0.0, 0.0, 0.02, 0.5, 2.0]),
    st.sampled_from([0.0, 0.01, 0.4, 1.2, 7.0, None]),
    st.floats(0.0, JITTER),
)


@given(st.lists(choices, max_size=150))
def test_messages_chosen_long_before_they_leave_cross_no_limit_either(
    plan: list[tuple[int, Priority, float, float | None, float]],
) -> None:
    """Each is (chat, priority, pause before choosing, how long until it leaves or None if it is dropped,
    journey).
    """
    watch, telegram = Stopwatch(), Telegram()
    pacer = Pacer(watch)
    going: list[tuple[float, int, int, Turn, float]] = []

    def pass_time(until: float) -> None:
        while going and going[0][0] <= until:
            at, _, chat, turn, journey = heapq.heappop(going)
            watch.seconds = max(watch.seconds, at)
            turn.left()
            turn.give_back()
            telegram.arrivals.append((watch.seconds + journey, chat, 1))
        watch.seconds = max(watch.seconds, until)

    for number, (chat, priority, pause, delay, journey) in enumerate(plan):
        pass_time(watch.seconds + pause)
        while (turn := pacer.hold(chat, priority)) is None:
            pass_time(watch.seconds + pacer.wait_for(chat, priority))
        if delay is None:
            turn.give_back()
        else:
            heapq.heappush(going, (watch.seconds + delay, number, chat, turn, journey))
    pass_time(watch.seconds + 100.0)
    assert telegram.crossed() == []
    assert pacer.resting_chats(Priority.BULK) == []


def test_a_turn_given_back_leaves_its_place_to_another() -> None:
    pacer = Pacer(Stopwatch())
    turns = [pacer.hold(PERSON, Priority.ANSWER) for _ in range(4)]
    assert turns[3] is None
    assert pacer.resting_chats() == [PERSON]
    assert turns[0] is not None
    turns[0].give_back()
    turns[0].left()
    assert pacer.hold(PERSON, Priority.ANSWER) is not None


def test_a_turn_counts_from_when_its_message_leaves() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    turns = [pacer.hold(PERSON, Priority.ANSWER) for _ in range(3)]
    watch.seconds += 60.0
    assert 0.0 < pacer.wait_for(PERSON, Priority.ANSWER) < 1.0
    for turn in turns:
        assert turn is not None
        turn.left()
    assert pacer.wait_for(PERSON, Priority.ANSWER) == pytest.approx(3.1)


def send_until_full(pacer: Pacer, chat_of: list[int], priority: Priority) -> int:
    """How many leave at this very moment."""
    sent = 0
    for chat in chat_of:
        if pacer.wait_for(chat, priority) == 0.0:
            pacer.take(chat, priority)
            sent += 1
    return sent


def test_a_broadcast_to_everybody_leaves_room_for_an_answer_and_danger_has_the_last_place() -> None:
    pacer = Pacer(Stopwatch())
    assert send_until_full(pacer, list(range(1, 100)), Priority.BULK) == 20
    assert pacer.wait_for(None, Priority.BULK) > 0.0
    assert send_until_full(pacer, list(range(101, 200)), Priority.REMINDER) == 2
    assert send_until_full(pacer, list(range(201, 300)), Priority.CARD) == 2
    assert send_until_full(pacer, list(range(301, 400)), Priority.ANSWER) == 2
    assert send_until_full(pacer, list(range(401, 500)), Priority.DANGER) == 2


def test_in_a_group_full_of_notices_a_card_can_still_be_edited() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    assert send_until_full(pacer, [GROUP] * 60, Priority.BULK) == 12
    watch.seconds += 2.0
    assert pacer.wait_for(GROUP, Priority.BULK) > 50.0
    assert pacer.wait_for(GROUP, Priority.CARD) == 0.0
    assert pacer.wait_for(GROUP - 1, Priority.BULK) == 0.0


def test_a_person_who_has_been_reminded_twice_still_gets_an_answer_at_once() -> None:
    pacer = Pacer(Stopwatch())
    assert send_until_full(pacer, [PERSON] * 5, Priority.REMINDER) == 2
    assert pacer.wait_for(PERSON, Priority.ANSWER) == 0.0


def test_chats_that_can_take_nothing_are_named_until_they_can() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    send_until_full(pacer, [GROUP] * 60, Priority.BULK)
    assert pacer.resting_chats(Priority.BULK) == [GROUP]
    assert pacer.resting_chats() == []
    watch.seconds += 2.0
    send_until_full(pacer, [GROUP] * 60, Priority.DANGER)
    assert pacer.resting_chats() == [GROUP]
    watch.seconds += 61.0
    assert pacer.resting_chats(Priority.BULK) == []


def test_a_429_silences_its_chat_alone_for_as_long_as_telegram_said() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    pacer.penalise(GROUP, 7)
    assert pacer.wait_for(GROUP, Priority.DANGER) == 7 + EXTRA_REST
    assert pacer.resting_chats() == [GROUP]
    assert pacer.wait_for(GROUP - 1, Priority.BULK) == 0.0
    assert pacer.wait_for(None, Priority.BULK) == 0.0
    watch.seconds += 7 + EXTRA_REST
    assert pacer.wait_for(GROUP, Priority.DANGER) == 0.0
    assert pacer.resting_chats() == []


def test_a_shorter_429_does_not_end_a_longer_one() -> None:
    pacer = Pacer(Stopwatch())
    pacer.penalise(GROUP, 30)
    pacer.penalise(GROUP, 1)
    assert pacer.wait_for(GROUP, Priority.DANGER) == 30 + EXTRA_REST


def test_a_429_for_the_bot_silences_everybody() -> None:
    pacer = Pacer(Stopwatch())
    pacer.penalise(None, 3)
    assert pacer.wait_for(PERSON, Priority.DANGER) == 3 + EXTRA_REST


def test_429s_from_chat_after_chat_are_the_bots_own_and_all_wait_for_the_first_to_be_let_through() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    for chat, seconds in ((GROUP, 9), (PERSON, 5), (GROUP, 9)):
        pacer.penalise(chat, seconds)
    assert pacer.wait_for(7, Priority.ANSWER) == 0.0
    pacer.penalise(GROUP - 1, 6)
    assert pacer.wait_for(7, Priority.ANSWER) == 5 + EXTRA_REST


def test_429s_a_quarter_of_an_hour_apart_are_not_taken_for_the_bots() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    for chat in (GROUP, GROUP - 1, GROUP - 2):
        pacer.penalise(chat, 3600)
        watch.seconds += 900.0
    assert pacer.wait_for(7, Priority.BULK) == 0.0


def test_what_left_is_counted_even_if_nobody_asked_first() -> None:
    pacer = Pacer(Stopwatch())
    for _ in range(25):
        pacer.take(GROUP, Priority.DANGER)
    assert pacer.wait_for(GROUP, Priority.DANGER) == 61.0


def test_with_limits_lifted_nothing_waits() -> None:
    pacer = Pacer(Stopwatch(), bot=NO_LIMIT, group=NO_LIMIT, private=NO_LIMIT)
    assert send_until_full(pacer, [GROUP] * 500, Priority.BULK) == 500
    assert pacer.resting_chats(Priority.BULK) == []


def test_ten_thousand_chats_are_served_and_then_forgotten() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    for chat in range(1, 10_001):
        for known in (chat, -chat):
            while wait := pacer.wait_for(known, Priority.DANGER):
                watch.seconds += wait
            pacer.take(known, Priority.DANGER)
    assert pacer.remembered < 61 * 28
    watch.seconds += 120.0
    pacer.take(PERSON, Priority.BULK)
    assert pacer.remembered == 1
