"""The urgent never wait behind the rest, and who was told to wait waits."""

from __future__ import annotations

import pytest

from bot.delivery.pacing import EXTRA_REST, NO_LIMIT, Pacer, Turn
from bot.domain.priority import Priority
from tests.delivery.stopwatch import Stopwatch

GROUP, PERSON = -1001, 42


def send_until_full(pacer: Pacer, chat_of: list[int], priority: Priority) -> int:
    """How many leave at this very moment."""
    sent = 0
    for chat in chat_of:
        if pacer.wait_for(chat, priority) == 0.0:
            pacer.take(chat, priority)
            sent += 1
    return sent


def test_a_broadcast_uses_all_that_telegram_takes_and_yet_an_answer_never_waits_for_long() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    sent, longest = 0, 0.0
    for step in range(1000):
        watch.seconds += 0.01
        sent += send_until_full(pacer, [1000 * step + n for n in range(1, 9)], Priority.BULK)
        longest = max(longest, pacer.wait_for(PERSON, Priority.ANSWER))
    assert sent >= 0.97 * 30 * 10
    assert longest <= 0.2


def test_a_database_that_is_asked_only_now_and_then_slows_no_broadcast_down() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    turns: list[Turn] = []
    for step in range(100):
        asked_at = watch.seconds + 0.1
        for held in sorted(turns, key=lambda held: held.starts_at):
            if held.starts_at < asked_at:
                watch.seconds = max(watch.seconds, held.starts_at)
                held.answered()
        turns = [held for held in turns if held.starts_at >= asked_at]
        watch.seconds = asked_at
        while turn := pacer.hold(1000 * step + len(turns) + 1, Priority.BULK, ahead=0.15):
            turns.append(turn)
    assert pacer.remembered >= 0.97 * 30 * 3.1


def test_a_place_that_will_be_free_in_a_moment_is_given_away_once_and_not_before_it_is_free() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    send_until_full(pacer, list(range(1, 30)), Priority.ANSWER)
    watch.seconds += 0.5
    pacer.take(30, Priority.ANSWER)
    assert pacer.hold(31, Priority.ANSWER, ahead=0.1) is None
    watch.seconds += 0.45
    turn = pacer.hold(31, Priority.ANSWER, ahead=0.1)
    assert turn is not None
    assert turn.starts_at == pytest.approx(1_000_001.002)
    for chat in range(32, 60):
        pacer.hold(chat, Priority.ANSWER, ahead=0.1)
    assert pacer.hold(60, Priority.ANSWER, ahead=0.1) is None


def test_in_a_group_full_of_notices_a_card_can_still_be_edited() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch, bot=NO_LIMIT)
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
    pacer = Pacer(watch, bot=NO_LIMIT)
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


def test_429s_of_several_groups_while_others_are_let_through_are_their_own() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    for chat in (GROUP, GROUP - 1, GROUP - 2, GROUP - 3):
        pacer.penalise(chat, 40)
        left_at = watch.seconds + 0.1
        watch.seconds += 0.2
        pacer.let_through(left_at)
    assert pacer.wait_for(7, Priority.BULK) == 0.0
    assert pacer.wait_for(GROUP, Priority.DANGER) > 39.0


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
    assert pacer.remembered < 61 * 31
    watch.seconds += 120.0
    pacer.take(PERSON, Priority.BULK)
    assert pacer.remembered == 1


def test_a_turn_given_back_leaves_its_place_to_another() -> None:
    pacer = Pacer(Stopwatch())
    turns = [pacer.hold(PERSON, Priority.ANSWER) for _ in range(4)]
    assert turns[3] is None
    assert pacer.resting_chats() == [PERSON]
    assert turns[0] is not None
    turns[0].give_back()
    turns[0].answered()
    assert pacer.hold(PERSON, Priority.ANSWER) is not None


def test_a_turn_counts_until_it_is_answered_and_a_window_longer() -> None:
    watch = Stopwatch()
    pacer = Pacer(watch)
    turns = [pacer.hold(PERSON, Priority.ANSWER) for _ in range(3)]
    watch.seconds += 60.0
    assert 0.0 < pacer.wait_for(PERSON, Priority.ANSWER) < 1.0
    for turn in turns:
        assert turn is not None
        turn.answered()
    assert pacer.wait_for(PERSON, Priority.ANSWER) == pytest.approx(3.1)
