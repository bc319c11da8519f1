"""For whom somebody reports is read out of one line, and kept apart from what it is about."""

from __future__ import annotations

import pytest

from bot.domain.triage.persons import Spoken, called, for_somebody, person_in
from tests.town import PLAYBOOK


@pytest.mark.parametrize(
    ("line", "spoken"),
    [
        ("代报 3号楼502李奶奶 厕所漏水 13800000000", Spoken("3号楼502 厕所漏水", "李奶奶", "13800000000")),
        ("代報：3號樓2單元502陳秀英，水管爆了", Spoken("3號樓2單元502 ，水管爆了", "陳秀英")),
        (
            "替别人报 3-2-501 王先生家灯坏了 电话 138 0000 0000",
            Spoken("3-2-501 家灯坏了", "王先生", "138 0000 0000"),
        ),
        ("帮邻居报 厕所漏水 李奶奶 源昌鑫海湾3号楼", Spoken("厕所漏水 源昌鑫海湾3号楼", "李奶奶")),
        ("代报 楼道灯坏了", Spoken("楼道灯坏了")),
        (
            "report for Building 3 502 Mrs Li toilet leaks",
            Spoken("Building 3 502 toilet leaks", "Mrs Li"),
        ),
    ],
)
def test_a_line_says_who_where_and_what(line: str, spoken: Spoken) -> None:
    rest = for_somebody(line)
    assert rest is not None
    assert person_in(rest, PLAYBOOK) == spoken


@pytest.mark.parametrize("line", ["代报名参加广场舞", "帮人报警", "3号楼电梯坏了", "谢谢", "李奶奶家漏水"])
def test_what_begins_otherwise_is_no_such_line(line: str) -> None:
    assert for_somebody(line) is None


def test_an_answer_to_what_they_are_called_may_be_any_name_but_no_story() -> None:
    assert called("老黄头", PLAYBOOK).name == "老黄头"
    assert called("李奶奶 3号楼502 13800000000", PLAYBOOK) == Spoken("3号楼502", "李奶奶", "13800000000")
    assert called("13800000000", PLAYBOOK).name is None
    assert called("厕所漏水漏得很厉害楼下都湿了", PLAYBOOK).name is None
