"""`linli import`: what would change first, then the change, then back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Program

SHEET = """姓名,联系电话,小区,楼栋,房号,重点类别
住户甲,13800000001,源昌鑫海湾,3号楼,2单元501,独居
住户乙,138,源昌鑫海湾,3号楼,2单元502,
住户甲,13800000001,源昌鑫海湾,3号楼,2单元501,独居
"""
LATER = """姓名,联系电话,小区,楼栋,房号,重点类别
住户甲,13800000009,源昌鑫海湾,3号楼,2单元501,独居
住户丙,13800000003,源昌鑫海湾,3号楼,2单元503,
"""


@pytest.fixture
def sheet(linli: Program) -> Path:
    (linli.home / "names.csv").write_text(SHEET)
    (linli.home / "later.csv").write_text(LATER)
    return linli.home / "names.csv"


def _keys(rows: list[dict[str, object]]) -> list[object]:
    return [one["row"] for one in rows]


def test_a_dry_run_says_what_would_change_and_changes_nothing(linli: Program, sheet: Path) -> None:
    for _ in range(2):
        ended = linli("import", "households", str(sheet), "--dry-run", "--json")
        assert ended.code == 0
        assert list(ended.json) == ["new", "changed", "gone", "duplicate", "invalid"]
        assert {name: _keys(rows) for name, rows in ended.json.items()} == {
            "new": [2],
            "changed": [],
            "gone": [],
            "duplicate": [4],
            "invalid": [3],
        }
        assert "138" in ended.json["invalid"][0]["reason"]
        assert "2" in ended.json["duplicate"][0]["reason"]


def test_it_asks_before_anything_is_changed(linli: Program, sheet: Path) -> None:
    for answer in ("n\n", ""):
        ended = linli("import", "households", str(sheet), stdin=answer)
        assert (ended.code, "nothing was changed" in ended.err) == (1, True)
    assert linli("import", "households", str(sheet), stdin="y\n").code == 0
    assert linli("import", "households", str(sheet), "--json").json["new"] == []


def test_what_was_brought_in_can_be_taken_back(linli: Program, sheet: Path) -> None:
    assert linli("import", "households", str(sheet), "--yes").code == 0
    later = linli("import", "households", "later.csv", "--yes", "--json")
    assert [one["fields"] for one in later.json["changed"]] == [["phones"]]
    assert _keys(later.json["new"]) == [3]
    undone = linli("import", "households", "--undo")
    assert (undone.code, "taken back" in undone.out) == (0, True)
    assert _keys(linli("import", "households", "later.csv", "--dry-run", "--json").json["new"]) == [3]
    assert linli("import", "households", "--undo").code == 0
    assert "nothing" not in linli("import", "households", "--undo").out
    assert linli("import", "households", "--undo").code == 1


def test_who_is_gone_is_named_with_the_door(linli: Program, sheet: Path) -> None:
    linli("import", "households", str(sheet), "--yes")
    (linli.home / "other.csv").write_text(LATER.replace("住户甲", "住户丁"))
    (gone,) = linli("import", "households", "other.csv", "--dry-run", "--json").json["gone"]
    assert (gone["row"], gone["name"], gone["room"]) == (None, "住户甲", "501")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "空"), (b"PK\x03\x04 broken", ""), (b"%PDF-1.7", ".xlsx"), ("您好\n谢谢".encode(), "表头")],
)
def test_what_is_no_roster_is_refused_in_one_line(linli: Program, content: bytes, said: str) -> None:
    (linli.home / "file.xlsx").write_bytes(content)
    ended = linli("import", "members", "file.xlsx", "--yes")
    assert ended.code == 1
    assert len(ended.err.strip().splitlines()) == 1
    assert said in ended.err


def test_a_wrong_command_is_told_from_a_wrong_file(linli: Program) -> None:
    assert linli("import", "members").code == 2
    assert linli("import", "members", "none.csv").code == 1
    assert linli("import", "animals", "none.csv").code == 2
