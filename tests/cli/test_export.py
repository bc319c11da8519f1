"""`linli export cases` gives what was reported to a program or a spreadsheet, doors only for a reason."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from bot.cli.masking import masked
from bot.cli.opening import open_database, read_playbook
from bot.config import Settings
from bot.domain.case import Case
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
    first = cases("export", "cases", "--json", "--full", "--reason", "消防要名单").json[0]
    assert (first["unit"], first["room"]) == ("2", "501")
    assert "13800000000" in first["text"]


def test_a_spreadsheet_finds_no_formula(cases: Program) -> None:
    ended = cases("export", "cases", "--csv")
    _, second = csv.DictReader(io.StringIO(ended.out))
    assert second["text"].startswith("'=HYPERLINK")


def test_a_workbook_finds_no_formula_and_says_why_it_was_asked_for(cases: Program) -> None:
    ended = cases("export", "cases", "--xlsx", "--out", "all.xlsx", "--full", "--reason", "消防要名单")
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
