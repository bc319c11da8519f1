"""Least recently asked first: everybody has their turn, nobody twice before the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import SLOTS, may_ask
from bot.domain.marks import CERTIFIED, Mark
from bot.domain.offers import Helper, next_asked, turns, widens_at
from tests.town import MORNING, PLAYBOOK

ZONE = ZoneInfo("Asia/Shanghai")
FIRST, CAP = PLAYBOOK.offers.first, PLAYBOOK.limits.open_tasks
ago = st.none() | st.integers(1, 10_000).map(lambda minutes: MORNING - timedelta(minutes=minutes))


@st.composite
def teams(draw: st.DrawFn) -> list[Helper]:
    """A team of people at rest, busy, marked, with hours of their own."""
    return [
        Helper(
            number,
            7_000 + number,
            draw(st.booleans()),
            tuple(draw(st.sets(st.sampled_from(SLOTS)))),
            (Mark(CERTIFIED, MORNING),) if draw(st.booleans()) else (),
            draw(st.integers(0, CAP)),
            draw(ago),
        )
        for number in range(draw(st.integers(0, 12)))
    ]


@given(teams(), st.sampled_from([(), (CERTIFIED,)]), st.booleans())
def test_nobody_is_asked_who_could_not_claim_and_nobody_before_who_waits_longer(
    team: list[Helper], needs: tuple[str, ...], urgent: bool
) -> None:
    askings = next_asked(team, needs, PLAYBOOK, MORNING, urgent=urgent)
    able = [one for one in team if one.able(needs, CAP, PLAYBOOK.day(MORNING))]
    assert bool(askings) is bool(able)
    assert all(one.helper in able for one in askings)
    if urgent:
        assert len(askings) == len(able)
        assert all(one.at == MORNING for one in askings)
        return
    assert len(askings) <= FIRST
    assert all(may_ask(one.helper.hours, one.at, ZONE) for one in askings)
    at_once = {one.at == MORNING for one in askings}
    assert len(at_once) <= 1
    passed_over = [one for one in able if one not in [asked.helper for asked in askings]]
    if at_once == {True}:
        passed_over = [one for one in passed_over if may_ask(one.hours, MORNING, ZONE)]
    latest = max((one.helper.order for one in askings), default=None)
    assert all(latest is None or latest < one.order for one in passed_over)


@given(st.integers(1, 23), st.integers(1, 40))
def test_over_many_tasks_no_two_people_are_asked_unequally_often(size: int, tasks: int) -> None:
    team, count = [Helper(n, n) for n in range(size)], dict.fromkeys(range(size), 0)
    for number in range(tasks):
        at = MORNING + timedelta(minutes=number)
        for who, turn in turns(next_asked(team, (), PLAYBOOK, at, urgent=False)):
            count[who] += 1
            team[who] = replace(team[who], asked_at=turn)
    assert max(count.values()) - min(count.values()) <= 1


def test_at_night_only_what_is_urgent_widens() -> None:
    night = datetime(2026, 3, 4, 22, tzinfo=ZONE)
    assert widens_at(night, PLAYBOOK, urgent=True) == night + PLAYBOOK.offers.widen_after
    assert widens_at(night, PLAYBOOK, urgent=False) == datetime(2026, 3, 5, 8, 45, tzinfo=ZONE)
    assert widens_at(MORNING, PLAYBOOK, urgent=False) == MORNING + PLAYBOOK.offers.widen_after
