"""`linli triage` shows what a sentence would become, to tune a playbook by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.program import Program

FIELDS = [
    "report",
    "danger",
    "sensitive",
    "asks",
    "because",
    "category",
    "team",
    "party",
    "building",
    "unit",
    "room",
]


def heard(linli: Program, *sentences: str) -> list[dict[str, Any]]:
    """One object a line."""
    ended = linli("triage", "--json", stdin="".join(f"{one}\n" for one in sentences))
    assert ended.code == 0, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


def test_every_line_gives_one_object_with_exactly_the_promised_fields(linli: Program) -> None:
    objects = heard(linli, "3号楼电梯坏了", "谢谢", "", "我家3-2-501着火了", "<b>‮🙏</b>")
    assert len(objects) == 5
    for one in objects:
        assert list(one) == FIELDS
        assert all(isinstance(one[name], bool) for name in FIELDS[:4])
        assert all(one[name] is None or isinstance(one[name], str) for name in FIELDS[4:])


def test_what_a_party_must_do_names_the_party_and_what_a_team_does_the_team(linli: Program) -> None:
    lift, rice, thanks = heard(linli, "3号楼电梯坏了", "帮奶奶搬米上楼", "谢谢")
    assert (lift["report"], lift["category"], lift["party"], lift["team"]) == (True, "电梯", "物业", None)
    assert (rice["report"], rice["team"], rice["party"]) == (True, "退役军人应急突击队", None)
    assert not any(thanks.values())


@pytest.mark.parametrize(
    "said", ["3号楼2单元501漏水", "3號樓2單元501漏水", "３号楼２单元５０１漏水", "三栋二单元501漏水"]
)
def test_a_place_is_understood_however_it_is_written(linli: Program, said: str) -> None:
    (one,) = heard(linli, said)
    assert (one["building"], one["unit"], one["room"]) == ("3号楼", "2", "501")


def test_for_people_only_what_was_found_is_shown(linli: Program) -> None:
    ended = linli("triage", stdin="3号楼电梯坏了\n好的\n")
    assert ended.out.splitlines() == [
        "3号楼电梯坏了",
        "    report · category: 电梯 · party: 物业 · building: 3号楼",
        "好的",
        "    not a report",
    ]


def test_bytes_that_are_no_text_do_not_stop_it(linli: Program) -> None:
    ended = linli("triage", "--json", stdin="\ud83d lone\nok\n".encode("utf-8", "ignore").decode())
    assert ended.code == 0
    assert len(ended.out.splitlines()) == 2
