"""An alarm: who may do what with it, how often it calls, and who means the same one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.alarm import LATER, SOS, SOS_PAUSE, Alarm, AlarmState, Word
from bot.domain.errors import RuleError
from bot.domain.place import Place

NOW = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
SOON = timedelta(minutes=2)
HERE, THERE = Place("源昌鑫海湾", "3号楼"), Place("源昌鑫海湾", "5号楼")
GROUP, OTHER_GROUP, ME = -1001, -1002, 6100000001


def fire(**more: object) -> Alarm:
    """A fire in building 3."""
    known: dict[str, object] = {"chat_id": GROUP, "compound": HERE.compound, "building": HERE.building}
    return Alarm("fire", NOW, **(known | more))  # type: ignore[arg-type]


def refused(key: str) -> AbstractContextManager[object]:
    """The rule's no of that key."""
    return pytest.raises(RuleError, match=key)


def test_it_calls_five_times_closely_and_then_at_leisure_for_ever() -> None:
    alarm, now, gaps = fire(), NOW, []
    for _ in range(8):
        alarm.page(now, SOON, 2)
        assert alarm.next_at is not None
        gaps.append(alarm.next_at - now)
        now = alarm.next_at
    assert gaps == [SOON] * 5 + [LATER] * 3


def test_the_first_to_take_it_has_it_and_the_second_is_told_who() -> None:
    alarm = fire()
    alarm.take(1, "王社工", NOW)
    assert alarm.next_at is None
    with pytest.raises(RuleError) as no:
        alarm.take(2, "吴社工", NOW)
    assert (no.value.key, no.value.args_) == ("no-alarm-taken", {"by": "王社工"})


def test_only_who_took_it_hands_it_back_or_ends_it() -> None:
    alarm = fire()
    with refused("no-alarm-not-yours"):
        alarm.release(1, NOW)
    alarm.take(1, "王社工", NOW)
    for move in (alarm.release, alarm.finish):
        with refused("no-alarm-not-yours"):
            move(2, NOW)
    alarm.release(1, NOW)
    assert alarm.state is AlarmState.CALLING
    assert alarm.next_at == NOW


def test_an_ended_one_can_only_be_raised_anew() -> None:
    alarm = fire()
    alarm.dismiss("王社工", NOW)
    with refused("no-alarm-over"):
        alarm.take(1, "王社工", NOW)
    with refused("no-alarm-over"):
        alarm.hear(1, "梅阿姨", Word.CALLED, NOW)
    assert not alarm.is_same(HERE, GROUP, NOW)


def test_a_wrong_press_is_taken_back_by_who_pressed_alone() -> None:
    sos = Alarm(SOS, NOW, AlarmState.PAUSING, member_id=1, next_at=NOW + SOS_PAUSE)
    with refused("no-alarm-not-yours"):
        sos.mistake(2, NOW)
    sos.mistake(1, NOW)
    assert not sos.is_open
    with refused("no-alarm-not-yours"):
        fire(member_id=1).mistake(1, NOW)


def test_a_pressed_sos_calls_nobody_before_its_pause_is_over_and_then_does() -> None:
    sos = Alarm(SOS, NOW, AlarmState.PAUSING, member_id=1, next_at=NOW + SOS_PAUSE)
    assert not sos.is_calling(NOW + SOS_PAUSE - timedelta(seconds=1))
    assert sos.is_calling(NOW + SOS_PAUSE)


@pytest.mark.parametrize(
    ("place", "chat_id", "after", "same"),
    [
        (HERE, GROUP, 9, True),
        (HERE, OTHER_GROUP, 9, True),  # the same building, told elsewhere
        (Place(HERE.compound, HERE.building, "2", "1502"), ME, 9, True),
        (THERE, GROUP, 9, False),  # another building, told here
        (Place(), GROUP, 9, True),  # no building said, but said here
        (Place(), OTHER_GROUP, 9, False),
        (HERE, GROUP, 11, False),
    ],
)
def test_the_same_danger_in_the_same_building_within_ten_minutes_is_the_same(
    place: Place, chat_id: int, after: int, same: bool
) -> None:
    alarm = fire(state=AlarmState.TAKEN, heard_at=NOW)
    assert alarm.is_same(place, chat_id, NOW + timedelta(minutes=after)) is same


def test_while_nobody_has_come_it_stays_the_same_however_long() -> None:
    assert fire(heard_at=NOW).is_same(HERE, GROUP, NOW + timedelta(hours=3))


def test_two_peoples_private_dangers_are_never_one() -> None:
    alarm = fire(private_only=True, chat_id=ME)
    assert alarm.is_same(HERE, ME, NOW)
    assert not alarm.is_same(HERE, ME + 1, NOW)


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Word)), max_size=30))
def test_nobody_is_counted_twice_for_the_same_word(said: list[tuple[int, Word]]) -> None:
    alarm = fire()
    news = [alarm.hear(member, "某人", word, NOW) for member, word in said]
    assert sum(news) == len(alarm.voices) == len(set(said))


@given(st.lists(st.sampled_from(["page", "take", "release", "finish", "dismiss"]), max_size=25))
def test_whatever_happens_it_calls_on_exactly_while_open_and_not_taken(moves: list[str]) -> None:
    alarm = fire(next_at=NOW)
    for move in moves:
        try:
            if move == "page" and alarm.is_calling(NOW):
                alarm.page(NOW, SOON, 1)
            elif move == "take":
                alarm.take(1, "王社工", NOW)
            elif move == "release":
                alarm.release(1, NOW)
            elif move == "finish":
                alarm.finish(1, NOW)
            elif move == "dismiss":
                alarm.dismiss("王社工", NOW)
        except RuleError:
            pass
        assert (alarm.next_at is not None) == (alarm.state is AlarmState.CALLING)
        assert (alarm.taken_by is not None) or alarm.state is not AlarmState.TAKEN
