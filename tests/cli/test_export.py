"""`linli export cases` gives what was reported to a program or a spreadsheet, doors only for a reason."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from bot.cli.opening import open_database, read_playbook
from bot.config import Settings
from bot.domain.case import Case
from bot.domain.masking import masked
from bot.domain.task import HoldState
from bot.domain.visit import Outcome, Visit, VisitHold, VisitState
from bot.playbooks.load import load_playbook
from tests.cli.program import Program

NOW = datetime(2026, 3, 4, 2, tzinfo=UTC)
PLAYBOOK = load_playbook("heyuan")


@pytest.fixture
def cases(linli: Program) -> Program:
    """A community in which two things were reported."""
    settings = Settings(
        database_url=f"sqlite+aiosqlite:///{linli.home / 'data' / 'linli.db'}",
        data_key_file=None,
        _env_file=None,
    )

    async def report() -> None:
        async with (
            open_database(settings, read_playbook(settings)) as database,
            database.work() as uow,
        ):
            first = Case(None, "3号楼2单元501漏水，打我电话13800000000", NOW, category="leak")
            first.compound, first.building, first.unit, first.room = "源昌鑫海湾", "3号楼", "2", "501"
            uow.add(first)
            uow.add(Case(None, '=HYPERLINK("http://x")', NOW))

    asyncio.run(report())
    return linli


def test_a_program_reads_number_text_and_state_without_door_or_phone(cases: Program) -> None:
    first, second = cases("export", "cases", "--json").json
    assert first["number"] == "1"
    assert first["state"] == second["state"] == "new"
    assert first["text"] == "3号楼**单元**漏水，打我电话**"
    assert first["category"] == "漏水渗水"
    assert first["reported_at"] == "2026-03-04T10:00:00+08:00"
    assert "room" not in first


def test_everything_needs_a_reason_and_the_reason_is_kept(cases: Program) -> None:
    assert cases("export", "cases", "--json", "--full").code == 2
    whole = ("export", "cases", "--json", "--full", "--reason", "消防要名单")
    for answer in ("", "no\n", "y\n"):
        assert cases(*whole, stdin=answer).code == 1
    assert cases(*whole, stdin="yes\n").code == 0
    first = cases(*whole, "--yes").json[0]
    assert (first["unit"], first["room"]) == ("2", "501")
    assert "13800000000" in first["text"]


def test_a_spreadsheet_finds_no_formula(cases: Program) -> None:
    ended = cases("export", "cases", "--csv")
    _, second = csv.DictReader(io.StringIO(ended.out))
    assert second["text"].startswith("'=HYPERLINK")


def test_a_workbook_finds_no_formula_and_says_why_it_was_asked_for(cases: Program) -> None:
    ended = cases(
        "export", "cases", "--xlsx", "--out", "all.xlsx", "--full", "--reason", "消防要名单", "--yes"
    )
    assert ended.out.strip() == "all.xlsx"
    (sheet,) = load_workbook(cases.home / "all.xlsx").worksheets
    assert "消防要名单" in str(sheet["A1"].value)
    assert [cell.value for cell in sheet[2]][:2] == ["number", "text"]
    assert sheet["B4"].value == '=HYPERLINK("http://x")'
    assert sheet["B4"].data_type == "s"


def test_a_file_is_written_where_one_is_asked_for(cases: Program) -> None:
    assert cases("export", "cases", "--csv", "--out", "all.csv").code == 0
    assert (cases.home / "all.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert cases("export", "cases", "--xlsx").code == 2
    assert cases("export", "cases", "--out", "all.csv").code == 2
    assert cases("export", "cases", "--json", "--csv").code == 2
    assert "cannot be written" in cases("export", "cases", "--csv", "--out", "none/all.csv").err


def test_a_whole_list_names_who_asked_for_it_on_standard_output_too(cases: Program) -> None:
    out = cases("export", "cases", "--csv", "--full", "--reason", "演练", "--yes").out
    assert "linli export" in out.splitlines()[0]
    assert "演练" in out.splitlines()[0]


def test_an_empty_community_exports_an_empty_list(linli: Program) -> None:
    assert linli("export", "cases", "--json").json == []
    assert linli("export", "cases").code == 0


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("3号楼电梯坏了", "3号楼电梯坏了"),
        ("我家3-2-501，电话 138 0000 0000", "我家3-**，电话 **"),
        ("501室和502室都漏水", "**室和**室都漏水"),
        ("打 0592-1234567 找我", "打 ** 找我"),
    ],
)
def test_doors_and_phones_are_hidden_and_the_building_stays(said: str, left: str) -> None:
    assert masked(said, PLAYBOOK) == left


ROSTER = """姓名,联系电话,小区,楼栋,房号,重点类别,出生日期,家属姓名,与老人关系,家属电话,备注
住户甲,13800000001;0592-5550001,源昌鑫海湾,3号楼,2单元501,独居,1940-03-05,家属甲,女儿,13900000001,=1+1
住户乙,,源昌鑫海湾,3号楼,2单元501,,,,,,
"""
TEAM = """姓名,联系电话,服务队,职务,持证,可入户
甲志愿,13800000011,阳光姐姐,队长,是,否
乙志愿,,阳光姐姐,,,
"""


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize(("kind", "sheet"), [("households", ROSTER), ("members", TEAM)])
def test_what_is_written_whole_says_nothing_new_when_it_is_brought_in_again(
    linli: Program, kind: str, sheet: str, form: str
) -> None:
    (linli.home / "in.csv").write_text(sheet)
    assert linli("import", kind, "in.csv", "--yes").code == 0
    out = f"out.{form}"
    assert linli("export", kind, f"--{form}", "--out", out, "--full", "--reason", "演练", "--yes").code == 0
    again = linli("import", kind, out, "--dry-run", "--json").json
    assert again == {name: [] for name in ("new", "changed", "gone", "duplicate", "invalid")}


def test_people_are_listed_without_name_phone_or_flat(linli: Program) -> None:
    for kind, sheet in (("households", ROSTER), ("members", TEAM)):
        (linli.home / "in.csv").write_text(sheet)
        assert linli("import", kind, "in.csv", "--yes").code == 0
        for form in ("--json", "--csv"):
            out = linli("export", kind, form).out
            for secret in ("住户甲", "甲志愿", "138", "0592", "501", "家属", "1940", "=1+1"):
                assert secret not in out, (kind, form)
    assert linli("export", "households", "--json").json[0] == {
        "compound": "源昌鑫海湾",
        "building": "3号楼",
        "categories": ["alone"],
        "languages": [],
    }
    assert linli("export", "tasks", "--json").json == []
    assert linli("export", "members").code == 0


def test_visits_are_listed_by_building_and_whole_only_for_a_reason(linli: Program) -> None:
    (linli.home / "in.csv").write_text(ROSTER)
    assert linli("import", "households", "in.csv", "--yes").code == 0
    asyncio.run(_visit(linli))
    (open_,) = linli("export", "visits", "--json").json
    assert (open_["building"], open_["state"], open_["outcome"], open_["helpers"]) == (
        "3号楼",
        "done",
        None,
        "1",
    )
    assert not {"住户甲", "501", "林伯"} & set(str(open_).split("'"))
    (whole,) = linli("export", "visits", "--json", "--full", "--reason", "演练", "--yes").json
    assert (whole["room"], whole["people"], whole["names"]) == ("501", "住户甲、住户乙", "林伯")
    assert whole["outcome"] == "in_hospital", "how somebody is goes with who it is"


async def _visit(linli: Program) -> None:
    """One that was made."""
    settings = Settings(
        database_url=f"sqlite+aiosqlite:///{linli.home / 'data' / 'linli.db'}",
        data_key_file=None,
        _env_file=None,
    )
    async with open_database(settings, read_playbook(settings)) as database, database.work() as uow:
        [plan, *_] = await uow.visits.plans_of(1)
        made = Visit(plan.id or 0, 1, plan.programme, "2026-W10", NOW, NOW, NOW, VisitState.DONE)
        made.outcome = Outcome.IN_HOSPITAL
        made.holds.append(VisitHold(1, HoldState.DONE, NOW, "林伯"))
        uow.add(made)
