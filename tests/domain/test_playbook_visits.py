"""A playbook's visits: the shipped ones are 五必访 and 三必到; what cannot be right is told with its line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.playbook import VOLUNTEERS, Discontent, Playbook, Who
from bot.playbooks.load import load_playbook
from tests.domain.test_playbook_mistakes import SMALL, refused

VISITS = """\
[visits]
ladder = ["helpers", "office"]
[visits.findings]
health = "carry"

[[rung]]
key = "helpers"
name = "结对"
who = "paired"

[[rung]]
key = "office"
name = "社区"
who = "coordinator"

[[rung]]
key = "head"
name = "楼栋"
who = "charge"
charge = "head"

[[charge]]
key = "head"
name = "楼栋长"

[[household_category]]
key = "alone"
name = "独居"

[[household_category]]
key = "resettled"
name = "安置"
hidden_from_volunteers = true

[[programme]]
key = "lonely"
name = "看望"
categories = ["alone"]
cadence = "weekly"
rung = "helpers"

[[programme]]
key = "quarrel"
name = "必到"
event = "quarrel"
within = "24h"
rung = "head"
cases = ["carry"]
"""


@pytest.fixture(scope="module")
def heyuan() -> Playbook:
    return load_playbook("heyuan")


def often(book: Playbook, *categories: str) -> list[tuple[str, str]]:
    """How often such a household is visited, and by whom."""
    return [(str(one.cadence), one.rung) for one in book.visits.programmes_for(categories)]


def test_who_lives_alone_is_visited_weekly_and_by_leaders_twice_a_year(heyuan: Playbook) -> None:
    assert ("weekly", "paired") in often(heyuan, "alone")
    assert ("half-yearly", "committee") in often(heyuan, "alone")


def test_hardship_is_visited_by_three_at_three_paces(heyuan: Playbook) -> None:
    assert often(heyuan, "allowance") == [
        ("monthly", "group"), ("quarterly", "secretary"), ("yearly", "committee"),
    ]  # fmt: skip


def test_a_household_of_two_kinds_has_each_programme_once(heyuan: Playbook) -> None:
    both = [one.key for one in heyuan.visits.programmes_for(["allowance", "ill"])]
    assert len(both) == len(set(both)) == 3


def test_volunteers_never_hear_of_a_return(heyuan: Playbook) -> None:
    hidden = [one for one in heyuan.visits.programmes if one.hidden]
    assert {one.key for one in hidden} == {"release_before", "release_day", "resettled"}
    for one in hidden:
        rungs = heyuan.visits.rungs_for(one)
        assert rungs
        assert not {rung.who for rung in rungs} & VOLUNTEERS


def test_every_ladder_ends_with_those_who_answer_for_all(heyuan: Playbook) -> None:
    for one in heyuan.visits.programmes:
        assert heyuan.visits.rungs_for(one)[-1].who is Who.COORDINATOR


def test_somebody_arrives_within_a_day(heyuan: Playbook) -> None:
    at = datetime(2026, 11, 22, 15, tzinfo=UTC)
    for event in ("sudden", "discontent", "quarrel"):
        (one,) = heyuan.visits.programmes_at(event)
        window = one.event_window("quarrel-7", at)
        assert (window.opens_at, window.due_at) == (at, at + timedelta(days=1))
    assert [one.key for one in heyuan.visits.programmes_of_case("mediation")] == ["quarrel"]


def test_discontent_is_a_second_no_two_stars_or_a_refusal_not_accepted(heyuan: Playbook) -> None:
    rule = heyuan.visits.discontent
    assert (heyuan.visits.discontent_event, rule.declined) == ("discontent", True)
    assert [rule.at_unsolved(times) for times in (1, 2, 3)] == [False, True, True]
    assert [rule.at_stars(stars) for stars in range(1, 6)] == [True, True, False, False, False]
    assert not any(Discontent().at_stars(stars) or Discontent().at_unsolved(stars) for stars in range(6))


def test_everything_of_visits_that_is_shown_has_a_name_in_every_language(heyuan: Playbook) -> None:
    shown = [one.names for one in heyuan.visits.programmes] + [one.names for one in heyuan.visits.rungs]
    for names in shown:
        assert set(names) == {"zh-CN", "zh-TW", "en"}


def test_a_small_playbook_may_have_no_visits(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(SMALL, encoding="utf-8")
    assert load_playbook(str(tmp_path / "ours.toml")).visits.programmes == ()


def test_the_example_itself_is_right(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(VISITS, encoding="utf-8")
    (tmp_path / "ours.toml").write_text('include = ["more.toml"]\n' + SMALL, encoding="utf-8")
    assert [
        one.key for one in load_playbook(str(tmp_path / "ours.toml")).visits.programmes
    ] == ["lonely", "quarrel"]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "instead", "line", "what"),
    [
        ('"office"]', '"ofice"]', 2, "there is no rung “ofice”; did you mean “office”?"),
        (
            '"helpers", "office"]',
            '"office", "helpers"]',
            2,
            "the ladder must end with a rung of coordinators",
        ),
        ('health = "carry"', 'health = "cary"', 4, "findings: there is no category “cary”"),
        (
            'health = "carry"',
            '[visits.no_answer]\nill = ["il"]',
            5,
            "no_answer: there is no household_category “il”",
        ),
        (
            'health = "carry"',
            '[[team]]\nname = "二队"\nlone_step = "2m"',
            6,
            "team “二队”: lone_step must be between 5m and 2h",
        ),
        ('health = "carry"', 'helth = "carry"', 4, "“helth” is not known here; did you mean “health”?"),
        ('who = "paired"', 'who = "pair"', 9, "“who” must be one of paired, team"),
        ('who = "paired"', 'who = "charge"', 6, "a charge goes with who"),
        ('charge = "head"', 'charge = "haed"', 20, "there is no charge “haed”"),
        ('cadence = "weekly"', 'cadence = "daily"', 39, "“cadence” must be how often"),
        ('cadence = "weekly"', "", 35, "households are visited by a cadence"),
        ('categories = ["alone"]', 'categories = ["alon"]', 38, "there is no household_category “alon”"),
        ('categories = ["alone"]', 'categories = ["resettled"]', 35, "“resettled” is hidden, so it must be"),
        ('rung = "helpers"', 'rung = "helpers"\nhidden = true', 40, "its rung must be coordinators"),
        ('event = "quarrel"', "", 42, "must name categories of households or an event"),
        ('within = "24h"', 'within = "24h"\nbefore = "1d"', 42, "exactly one of cadence, within and before"),
        ('cases = ["carry"]', 'cases = ["moving"]', 48, "there is no category “moving”"),
        ('key = "quarrel"', 'key = "lonely"', 42, "there is a programme “lonely” already"),
        ('name = "必到"', 'name = "必到"\nteam = "热心對"', 45, "there is no team “热心對”"),
    ],
)
def test_a_mistake_in_visits_is_told_with_its_line(
    tmp_path: Path, said: str, instead: str, line: int, what: str
) -> None:
    assert VISITS.count(said) == 1
    told = refused(tmp_path, 'include = ["more.toml"]\n' + SMALL, more=VISITS.replace(said, instead))
    assert any(one.startswith(f"more.toml:{line}: ") and what in one for one in told), told
